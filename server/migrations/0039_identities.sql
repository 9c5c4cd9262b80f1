-- Who a provider says that an account is: what the account is found by is the provider's own lasting word, never a name or an address.
create table account_identities (
  issuer text not null,
  subject text not null,
  user_id uuid not null unique references users (id) on delete cascade,
  label text not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  primary key (issuer, subject)
);
--> statement-breakpoint
-- Ways to the provider that are under way. The cookie that ties one to its browser is kept only as its SHA-256.
create table identity_attempts (
  token_sha256 text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  purpose text not null check (purpose in ('sign-in', 'link')),
  user_id uuid,
  return_to text not null,
  until timestamptz not null,
  check ((purpose = 'link') = (user_id is not null))
);
--> statement-breakpoint
create index identity_attempts_until on identity_attempts (until);
--> statement-breakpoint
-- Whom the provider has named to a browser, and no account is linked to yet.
create table pending_identities (
  token_sha256 text primary key,
  issuer text not null,
  subject text not null,
  label text not null,
  return_to text not null,
  at timestamptz not null,
  until timestamptz not null
);
--> statement-breakpoint
create index pending_identities_until on pending_identities (until);
