-- By which number an account signs in. It stands here once a code that was sent there has come back.
create table account_phones (
  user_id uuid primary key references users (id) on delete cascade,
  phone text not null unique,
  confirmed_at timestamptz not null
);
--> statement-breakpoint
-- Codes that were sent, as argon2id: six digits are guessed from a fast hash in no time, from this one not within their five
-- minutes. A row without a user is of a number that no account has: it can be tried like any other.
create table phone_codes (
  id uuid primary key,
  purpose text not null check (purpose in ('confirm', 'sign-in')),
  phone text not null,
  user_id uuid,
  code_hash text not null,
  tries int not null default 0,
  until timestamptz not null
);
--> statement-breakpoint
create index phone_codes_until on phone_codes (until);
