-- What people are told in the app. Ids are in the order of their making: what was read is read up to one of them.
create table notices (
  id uuid primary key,
  user_id uuid not null,
  kind text not null,
  title text not null,
  path text not null,
  at timestamptz not null,
  read_at timestamptz
);
--> statement-breakpoint
create index notices_of_user on notices (user_id, id);
--> statement-breakpoint
-- Accounts that come later get theirs with their first grant.
insert into topics (topic, audience) select 'inbox:' || id, 'owner' from users where kind = 'account' on conflict (topic) do nothing;
