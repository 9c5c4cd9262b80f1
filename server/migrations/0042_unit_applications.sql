-- Units that somebody has applied for stand beside the registry until a reviewer lets them in: drafts can be written for them, and
-- nobody finds them.
alter table organizations drop constraint organizations_basis_check;
--> statement-breakpoint
alter table organizations add constraint organizations_basis check (basis in ('named', 'collective', 'demo', 'applied', 'registered'));
--> statement-breakpoint
-- `home`: the region or line whose reviewers decide.
create table unit_applications (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'declined')),
  organization text not null unique references organizations (key),
  home text not null,
  applicant uuid not null,
  note text not null,
  seal uuid not null,
  applied_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  check ((state = 'waiting') = (decided_at is null))
);
--> statement-breakpoint
create index unit_applications_waiting on unit_applications (home, applied_at) where state = 'waiting';
--> statement-breakpoint
create index unit_applications_decided on unit_applications (decided_at desc) where decided_at is not null;
--> statement-breakpoint
create index unit_applications_of on unit_applications (applicant);
