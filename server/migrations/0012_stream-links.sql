-- Who keeps a link up, what is spoken and written in it; when it is looked at next, why it is as it is, and what was
-- said of it before.

-- `due_at` is rewritten at each look: without an index on it and with room on its page such an update is cheap.
alter table stream_links set (fillfactor = 70);
--> statement-breakpoint
alter table stream_links
  add column owner text,
  add column language text,
  add column captions jsonb,
  add column finding text,
  add column due_at timestamptz,
  add column quarantined_until timestamptz;
--> statement-breakpoint

-- One row for each change of a verdict, never one for each look.
create table link_changes (
  link text not null references stream_links (id) on delete cascade,
  version int not null,
  at timestamptz not null,
  health text not null check (health in ('ok', 'down', 'unknown')),
  finding text not null,
  primary key (link, version)
);
