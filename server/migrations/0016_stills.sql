-- Whether a link's host wants stills of it, and when the next one is taken.
alter table stream_links add column pictured boolean not null default true, add column still_due_at timestamptz;
