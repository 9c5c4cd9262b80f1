-- Who is known: guests have a name, accounts also a login and a password.
create table users (
  id uuid primary key,
  kind text not null check (kind in ('guest', 'account')),
  display_name text not null,
  login text unique,
  password_hash text,
  sample boolean not null default false,
  -- Rises with every change of grants, so that tickets that say otherwise are refused.
  grants_version int not null default 1,
  created_at timestamptz not null default now(),
  check ((kind = 'account') = (login is not null and password_hash is not null))
);
--> statement-breakpoint
create table grants (
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('host', 'reviewer', 'moderator', 'operator')),
  region text not null,
  primary key (user_id, role, region)
);
--> statement-breakpoint
-- The cookie's token is kept only as its SHA-256: whoever reads this table cannot sign in with it.
create table sign_ins (
  id uuid primary key,
  token_sha256 text not null unique,
  user_id uuid not null references users (id) on delete cascade,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
--> statement-breakpoint
create index sign_ins_of_user on sign_ins (user_id) where revoked_at is null;
--> statement-breakpoint
-- What tickets do not know yet: a sign-in that ended, or grants that changed. Tickets live 12 h, so do these.
create table revocations (
  number bigint primary key,
  sign_in_id uuid,
  user_id uuid,
  grants_version int,
  at timestamptz not null,
  check ((sign_in_id is not null) or (user_id is not null and grants_version is not null))
);
--> statement-breakpoint
-- One row, locked by each revocation until its commit: numbers appear in order, so a reader of the newest misses none.
create table revocation_head (one boolean primary key default true check (one), number bigint not null default 0);
--> statement-breakpoint
insert into revocation_head default values;
--> statement-breakpoint
-- Keys that sign tickets: in the database, so that they survive restarts and are the same on all nodes.
create table signing_keys (kid text primary key, secret text not null, created_at timestamptz not null);
