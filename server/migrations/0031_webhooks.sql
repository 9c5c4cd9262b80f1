-- Addresses outside that are told what happens in a region. The secret signs, so it is kept as it is; `previous_secret` signs
-- besides until `previous_until`, so that a receiver can go over to the new one.
create table webhooks (
  id uuid primary key,
  scope text not null,
  url text not null,
  note text not null,
  events text[] not null,
  secret text not null,
  previous_secret text,
  previous_until timestamptz,
  off_at timestamptz,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null
);
--> statement-breakpoint
-- What is sent to them, word for word, so that each try says the same. `due_at`: when it is tried next; while a try is under
-- way, when that counts as lost. Of one fact there is one; a trial has none.
create table deliveries (
  id uuid primary key,
  webhook uuid not null references webhooks (id) on delete cascade,
  fact bigint,
  event text not null,
  body text not null,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts int not null default 0,
  due_at timestamptz not null,
  tried_at timestamptz,
  answer jsonb,
  settled_at timestamptz,
  unique (webhook, fact)
);
--> statement-breakpoint
create index deliveries_due on deliveries (due_at) where state = 'waiting';
--> statement-breakpoint
create index deliveries_of on deliveries (webhook, at desc, id desc);
--> statement-breakpoint
create index deliveries_dead on deliveries (webhook) where state = 'dead';
--> statement-breakpoint
create index deliveries_settled on deliveries (settled_at) where state = 'delivered';
