-- What the audience sees: repeats that bridge gaps, picks, quiet campaigns, and each campaign's own service hours.

-- A filler: shown before, and put here to bridge a gap. `changed_at` dates what calendars are told of it.
alter table sessions add column repeat boolean not null default false;
--> statement-breakpoint
alter table sessions add column changed_at timestamptz not null default clock_timestamp();
--> statement-breakpoint

-- Recommended by the operators.
alter table channels add column picked boolean not null default false;
--> statement-breakpoint

-- Minutes after local midnight between which something should always be on; and since when all is quiet.
-- `quiet_version` rises with each change: it orders the writers of the lobbies' state.
alter table campaigns add column service_from int not null default 480 check (service_from between 0 and 1440);
--> statement-breakpoint
alter table campaigns add column service_to int not null default 1320 check (service_to between 0 and 1440 and service_to > service_from);
--> statement-breakpoint
alter table campaigns add column quiet_since timestamptz;
--> statement-breakpoint
alter table campaigns add column quiet_version int not null default 0;
