-- Whoever signed up for a unit waits until a reviewer has verified them; who was entered before is verified.
alter table organization_filers add column verified_at timestamptz;
--> statement-breakpoint
alter table organization_filers add column verified_by text;
--> statement-breakpoint
update organization_filers set verified_at = added_at, verified_by = added_by;
--> statement-breakpoint
-- Links that are good once: an invitation to file for a unit, or the way back to an account. The token is kept only as
-- its SHA-256: whoever reads this table cannot use one.
create table one_time_links (
  id uuid primary key,
  kind text not null check (kind in ('invitation', 'recovery')),
  token_sha256 text not null unique,
  organization text,
  user_id uuid,
  issued_by uuid not null,
  issued_by_name text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  check ((kind = 'invitation') = (organization is not null)),
  check ((kind = 'recovery') = (user_id is not null))
);
--> statement-breakpoint
create index one_time_links_of_unit on one_time_links (organization, issued_at) where used_at is null and revoked_at is null;
--> statement-breakpoint
create index one_time_links_of_user on one_time_links (user_id) where used_at is null and revoked_at is null;
