-- What becomes of the programme: which session of a form a slot is, and which sessions wait for another time.
alter table sessions add column filed_as uuid, add column postponed boolean not null default false;
--> statement-breakpoint
create index sessions_of_activity on sessions (activity) where activity is not null;
--> statement-breakpoint
-- Those that were published before: by their title and start, which nobody could change since.
update sessions s set filed_as = (filed.wanted->>'id')::uuid
from (select f.id::text as activity, jsonb_array_elements(f.form->'sessions') as wanted from filings f) filed
where s.activity = filed.activity and s.title = filed.wanted->>'title' and filed.wanted->'time'->>'precision' = 'exact'
  and s.starts_at = (filed.wanted->'time'->>'startsAt')::timestamptz;
--> statement-breakpoint
-- An activity that was called off, or waits for another time, and why.
alter table activities add column off jsonb;
--> statement-breakpoint
-- `change_level`: the level at which a request for a change waits. `moves_at`: when to look again whether it has moved on.
alter table filings add column change_level int, add column moves_at timestamptz;
--> statement-breakpoint
create index filings_asked on filings ((ladder->>change_level)) where change_level is not null;
--> statement-breakpoint
create index filings_moving on filings (moves_at) where moves_at is not null;
--> statement-breakpoint
-- In whole milliseconds, as the hub writes it and knows it again.
update filings set moves_at = date_trunc('milliseconds', clock_timestamp()) where state in ('published', 'live', 'ended', 'supplementing', 'summarised');
--> statement-breakpoint
-- What a host asks for once its activity is on the programme; one at a time. `form` is how it is to be then.
create table filing_changes (
  id uuid primary key,
  filing uuid not null,
  kind text not null,
  wanted jsonb not null,
  form jsonb not null,
  before jsonb not null,
  reason text not null,
  state text not null,
  level int not null default 0,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  granted_by jsonb,
  settled_at timestamptz
);
--> statement-breakpoint
create unique index filing_changes_one_at_a_time on filing_changes (filing) where state in ('open', 'granted');
--> statement-breakpoint
create index filing_changes_of on filing_changes (filing, at desc);
--> statement-breakpoint
create index filing_changes_granted on filing_changes (settled_at) where state = 'granted';
--> statement-breakpoint
-- The time in which a host supplements, and what bound it; made when the activity has ended.
create table filing_supplements (
  filing uuid primary key,
  ended_on date not null,
  deadline date not null,
  bound_by jsonb not null,
  unfinished_in jsonb not null,
  locks_at timestamptz not null
);
--> statement-breakpoint
-- Each change of the programme, numbered by campaign: what is new, moved, called off. What was released stays as it is.
create table schedule_releases (
  id uuid primary key,
  campaign text not null,
  number int not null,
  at timestamptz not null,
  lines jsonb not null,
  unique (campaign, number)
);
--> statement-breakpoint
create index schedule_releases_latest on schedule_releases (campaign, at desc, id desc);
--> statement-breakpoint
create function keep_released() returns trigger language plpgsql as $$
begin
  raise exception 'release % of % stays as it is', old.number, old.campaign;
end $$;
--> statement-breakpoint
create trigger schedule_releases_stay before update or delete on schedule_releases for each row execute function keep_released();
