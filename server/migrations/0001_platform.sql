-- What the platform keeps beside the engine: facts until everybody has heard them, and the audit's chain.

-- A fact carries ids and a version, never the new state. `pending` names the handlers that have not finished with it:
-- jobs live in Redis, which may forget them, so a fact is over only when each handler has said so here.
create table facts (
  id bigint generated always as identity primary key,
  name text not null,
  key text not null,
  version bigint not null,
  at timestamptz not null default clock_timestamp(),
  pending text[] not null,
  sweeps int not null default 0,
  -- Given a moment of its own: the process that recorded it delivers at once, and the sweep looks after that.
  sweep_at timestamptz not null default clock_timestamp() + interval '2 seconds'
);
--> statement-breakpoint
create index facts_pending on facts (sweep_at) where pending <> '{}';
--> statement-breakpoint
create index facts_at on facts (at);
--> statement-breakpoint
-- Written in the transaction of the act, without a place in the chain; the chainer gives it one after the commit.
create table audit_entries (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  who text not null,
  act text not null,
  subject text not null,
  from_state text,
  to_state text,
  reason text,
  difference jsonb,
  position bigint unique,
  hash text,
  check ((position is null) = (hash is null))
);
--> statement-breakpoint
create index audit_entries_unchained on audit_entries (at, id) where position is null;
--> statement-breakpoint
create index audit_entries_subject on audit_entries (subject, at);
--> statement-breakpoint
-- Append-only: the one change a row ever sees is the place it is given.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.position is null and new.position is not null
    and (to_jsonb(new) - 'position' - 'hash') = (to_jsonb(old) - 'position' - 'hash') then
    return new;
  end if;
  raise exception 'the audit is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_audit_change();
