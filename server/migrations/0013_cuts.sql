-- Every act that cut something off or put it back on the air. What holds of a target is its act with the highest number;
-- numbers are the clock's in ms, and rise for each target.
create table cut_acts (
  id uuid primary key,
  number bigint not null,
  target text not null check (target in ('link', 'session', 'channel', 'region')),
  target_id text not null,
  "on" boolean not null,
  title text not null,
  reason text not null,
  region text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  kept_at timestamptz not null default clock_timestamp()
);
--> statement-breakpoint
create index cut_acts_of_target on cut_acts (target, target_id, number desc);
