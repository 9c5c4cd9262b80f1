-- From form to review: who files for which unit, what is filed, and what became of it.
create table organization_filers (
  user_id uuid not null,
  organization text not null,
  added_by text not null,
  added_at timestamptz not null default clock_timestamp(),
  primary key (user_id, organization)
);
--> statement-breakpoint
-- An activity as its host registers it. `version` rises with whatever changes it: who comes second changes nothing.
-- `home` is the region or line whose subtree may read it; `ladder` the scopes that review it, of which it waits at
-- `level`; `joint` the homes of its other hosts, who may read it too, and object once.
create table filings (
  id uuid primary key,
  version int not null default 1,
  state text not null,
  organization text not null,
  campaign text not null,
  home text not null,
  ladder jsonb not null,
  joint jsonb not null default '[]',
  level int not null default 0,
  round int not null default 0,
  scope text generated always as (ladder->>level) stored,
  next_scope text generated always as (ladder->>(level + 1)) stored,
  form jsonb not null,
  filed_by uuid not null,
  publish_by date,
  escalates_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz
);
--> statement-breakpoint
create index filings_of_unit on filings (organization, updated_at desc, id desc);
--> statement-breakpoint
create index filings_waiting on filings (scope, coalesce(publish_by, date '9999-12-31'), id) where state in ('submitted', 'resubmitted', 'in-review');
--> statement-breakpoint
create index filings_waiting_above on filings (next_scope, escalates_at) where state in ('submitted', 'resubmitted', 'in-review');
--> statement-breakpoint
create index filings_approved on filings (updated_at, id) where state = 'approved';
--> statement-breakpoint
create index filings_at_home on filings (home, updated_at desc, id desc) where submitted_at is not null;
--> statement-breakpoint
-- Every step that was taken, at the version it made.
create table filing_steps (
  filing uuid not null,
  version int not null,
  event text not null,
  from_state text not null,
  to_state text not null,
  level int not null,
  round int not null,
  scope text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  reason text,
  primary key (filing, version)
);
--> statement-breakpoint
-- Why parts of the form came back, by the round that was returned.
create table filing_reasons (
  filing uuid not null,
  round int not null,
  field text not null,
  code text not null,
  note text,
  primary key (filing, round, field)
);
--> statement-breakpoint
-- The form as it was submitted in each round: what reviewers read while the host mends it, and what the next is compared with.
create table filing_snapshots (
  filing uuid not null,
  round int not null,
  form jsonb not null,
  at timestamptz not null,
  primary key (filing, round)
);
--> statement-breakpoint
-- Who looks at a filing now. It keeps nobody from deciding.
create table filing_claims (
  filing uuid primary key,
  by_id uuid not null,
  by_name text not null,
  until timestamptz not null
);
