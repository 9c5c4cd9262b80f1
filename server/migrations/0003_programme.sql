-- The programme: where (regions), who (organizations), what (campaigns, activities), and what plays when
-- (channels, sessions, stream links), with the tile that the lobby shows of each channel.

-- `path` holds the keys from the root down, `/`-separated, so that a subtree is one prefix.
create table regions (
  key text primary key check (key ~ '^[A-Z0-9-]{1,32}$'),
  parent text references regions (key),
  path text not null unique,
  kind text not null check (kind in ('country', 'province_level', 'sub_provincial_city', 'prefecture', 'county', 'functional_zone', 'township', 'village')),
  subtype text not null,
  position int not null,
  name text not null,
  short_name text not null,
  abbr text,
  name_en text,
  full_name_en text,
  pinyin text not null,
  initials text not null,
  code text,
  stat_code text,
  former_code text,
  former_name text,
  tile_row int,
  tile_col int,
  source text not null
);
--> statement-breakpoint
create index regions_subtree on regions (path text_pattern_ops);
--> statement-breakpoint

create table organizations (
  key text primary key,
  name text not null,
  name_status text not null check (name_status in ('printed-full', 'expanded', 'as-printed')),
  type text not null,
  nature text not null,
  region text not null references regions (key),
  parent text references organizations (key),
  basis text not null check (basis in ('named', 'collective', 'demo')),
  roles jsonb not null default '[]',
  sources jsonb not null default '[]',
  note text
);
--> statement-breakpoint
create index organizations_by_region on organizations (region);
--> statement-breakpoint

create table organization_aliases (
  alias text primary key,
  organization text not null references organizations (key) on delete cascade
);
--> statement-breakpoint

create table collectives (
  key text primary key,
  text text not null,
  type text not null,
  region text not null references regions (key),
  functions jsonb not null default '[]',
  source jsonb not null,
  note text
);
--> statement-breakpoint

-- `path` holds the slugs from the outermost campaign down: what an outer campaign shows is one prefix.
-- `details` carries what is shown and not computed with, as the notice states it, with its sources.
create table campaigns (
  slug text primary key check (slug ~ '^[a-z0-9-]{1,64}$'),
  parent text references campaigns (slug),
  path text not null unique,
  region text not null references regions (key),
  level text not null,
  position int not null,
  name text not null,
  name_en text not null,
  theme text,
  windows jsonb not null default '[]',
  details jsonb not null default '{}'
);
--> statement-breakpoint
create index campaigns_nested on campaigns (path text_pattern_ops);
--> statement-breakpoint

create table hashtags (
  campaign text not null references campaigns (slug),
  slug text not null check (slug ~ '^[a-z0-9-]{1,64}$'),
  title text not null,
  description text not null,
  description_en text not null,
  domain text not null,
  title_source jsonb not null,
  sample boolean not null default false,
  primary key (campaign, slug)
);
--> statement-breakpoint

-- Times may be fuzzy, so `time` is data (precision, tentative, text as printed); the two dates are for ranges.
create table activities (
  id text primary key,
  campaign text not null references campaigns (slug),
  position int not null,
  title text not null,
  kind text not null,
  part_of text references activities (id),
  block text not null,
  mode text not null,
  time jsonb not null,
  from_date date,
  to_date date,
  place jsonb not null,
  forms jsonb not null default '[]',
  domains jsonb not null default '[]',
  programme_tags jsonb not null default '[]',
  hosts jsonb not null default '[]',
  undertakers jsonb not null default '[]',
  details jsonb not null default '{}'
);
--> statement-breakpoint
create index activities_of_campaign on activities (campaign, position);
--> statement-breakpoint

create table channels (
  slug text primary key check (slug ~ '^[a-z0-9-]{1,64}$'),
  campaign text not null references campaigns (slug),
  region text not null references regions (key),
  host text references organizations (key),
  activity text references activities (id),
  position int not null,
  level text not null,
  matrix text,
  title text not null,
  title_en text not null,
  domains jsonb not null default '[]',
  speciality jsonb,
  round_the_clock boolean not null default false,
  blocked_at timestamptz,
  sample boolean not null default false
);
--> statement-breakpoint
create index channels_of_campaign on channels (campaign, position);
--> statement-breakpoint
create index channels_of_region on channels (region);
--> statement-breakpoint

-- One scheduled slot, [starts_at, ends_at). `went_live_at` is the first moment its stream was good.
create table sessions (
  id text primary key,
  channel text not null references channels (slug),
  activity text references activities (id),
  title text not null,
  title_en text,
  form text not null,
  domain text,
  summary text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  host_signal text check (host_signal in ('started', 'ended')),
  went_live_at timestamptz,
  blocked_at timestamptz,
  sample boolean not null default false,
  version int not null default 1,
  check (ends_at > starts_at)
);
--> statement-breakpoint
create index sessions_on_channel on sessions (channel, starts_at);
--> statement-breakpoint
create index sessions_by_end on sessions (ends_at, starts_at);
--> statement-breakpoint

-- One address of a session, or of a round-the-clock channel. `health` is the last verdict, written only when it changes.
-- A live playlist is read from `read_from` until `read_until`, which follow from its session; neither: always.
create table stream_links (
  id text primary key,
  channel text not null references channels (slug),
  session text references sessions (id) on delete cascade,
  kind text not null check (kind in ('hls-live', 'hls-vod', 'mp4', 'embed', 'open')),
  url text not null,
  rank int not null,
  label text,
  valid_from timestamptz,
  valid_to timestamptz,
  read_from timestamptz,
  read_until timestamptz,
  health text not null default 'unknown' check (health in ('ok', 'down', 'unknown')),
  health_version int not null default 0,
  health_at timestamptz,
  unique nulls not distinct (channel, session, rank)
);
--> statement-breakpoint
create index stream_links_of_session on stream_links (session);
--> statement-breakpoint
create index stream_links_to_read on stream_links (read_until) where kind = 'hls-live';
--> statement-breakpoint

-- What the lobby shows of a channel. `version` rises only with another tile: it orders the writers of the topics' state.
create table lobby_tiles (
  channel text primary key references channels (slug),
  campaign text not null references campaigns (slug),
  version int not null,
  tile jsonb not null
);
--> statement-breakpoint
create index lobby_tiles_of_campaign on lobby_tiles (campaign);
--> statement-breakpoint

-- Which days of the demo's programme are laid, and its content that no other feature owns yet.
create table demo_days (day date primary key, laid_at timestamptz not null);
--> statement-breakpoint
create table demo_content (
  kind text not null,
  key text not null,
  position int not null,
  content jsonb not null,
  primary key (kind, key)
);
