-- What a host writes after the end, with what the hub measured, and when they are reminded of it. `worker_list` is sealed.
alter table filing_supplements
  add column version int not null default 1,
  add column content jsonb not null default '{"photos": [], "online": [], "videos": [], "news": []}',
  add column worker_list text,
  add column measured jsonb not null default '{}',
  add column reminders jsonb not null default '[]',
  add column remind_at timestamptz;
--> statement-breakpoint
create index filing_supplements_reminding on filing_supplements (remind_at) where remind_at is not null;
--> statement-breakpoint
create index filing_supplements_named on filing_supplements (locks_at) where worker_list is not null;
--> statement-breakpoint
-- Those that have ended before are reminded once, at once: when is kept in whole milliseconds, as the hub writes it.
update filing_supplements s set remind_at = date_trunc('milliseconds', clock_timestamp())
from filings f where f.id = s.filing and f.state = 'supplementing';
--> statement-breakpoint
-- What seals lists of people. A key is never changed: what it sealed names it.
create table list_keys (kid text primary key, secret text not null, created_at timestamptz not null);
--> statement-breakpoint
-- The most who watched a session at once; none while nobody was counted.
alter table sessions add column peak_viewers int;
