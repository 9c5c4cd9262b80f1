-- What moderators did about people. A mute and a ban end at `until`, or earlier as `ended_as` says; a warning is only told.
-- `by_id` is empty where a rule did it.
create table sanctions (
  id uuid primary key,
  version int not null default 1,
  kind text not null check (kind in ('warn', 'mute', 'ban')),
  user_id uuid not null references users (id) on delete cascade,
  scope text not null,
  rule text not null,
  note text,
  strike int not null check (strike >= 1),
  by_id uuid,
  at timestamptz not null,
  until timestamptz,
  hide_minutes int,
  -- By the log's clock; what the person said since then is taken back.
  hide_since timestamptz,
  hidden int not null default 0,
  ended_at timestamptz,
  ended_by uuid,
  ended_as text check (ended_as in ('lifted', 'undone', 'overturned')),
  ended_reason text,
  check ((kind = 'warn') = (until is null)),
  check ((ended_at is null) = (ended_as is null))
);
--> statement-breakpoint
create index sanctions_of_user on sanctions (user_id, at desc);
--> statement-breakpoint
create index sanctions_by_time on sanctions (at desc, id desc);
--> statement-breakpoint
create index sanctions_in_force on sanctions (until) where ended_at is null and until is not null;
--> statement-breakpoint
-- The words it is about, as they were: they stay when the message is taken back.
create table sanction_words (
  sanction_id uuid not null references sanctions (id) on delete cascade,
  message_id uuid not null,
  topic text not null,
  words text not null,
  at timestamptz not null,
  primary key (sanction_id, message_id)
);
--> statement-breakpoint
-- Where one of the national list does not hold.
create table sanction_exceptions (
  sanction_id uuid not null references sanctions (id) on delete cascade,
  region text not null,
  by_id uuid not null,
  at timestamptz not null,
  reason text not null,
  primary key (sanction_id, region)
);
--> statement-breakpoint
-- The sign-ins that a ban shuts out besides its account: those there were, and those that took their place.
create table sanction_devices (
  sanction_id uuid not null references sanctions (id) on delete cascade,
  sign_in_id uuid not null,
  primary key (sanction_id, sign_in_id)
);
--> statement-breakpoint
-- Where banned people came from, for two hours: a keyed hash of the address. Its key is forgotten with it.
create table ban_marks (
  mark text not null,
  scope text not null,
  until timestamptz not null,
  primary key (mark, scope)
);
--> statement-breakpoint
create table ban_mark_salts (window_at timestamptz primary key, salt text not null);
--> statement-breakpoint
-- New guests from there: until then somebody looks first at what they say in the scope.
create table watched_guests (
  user_id uuid not null references users (id) on delete cascade,
  scope text not null,
  until timestamptz not null,
  primary key (user_id, scope)
);
--> statement-breakpoint
-- All reports of one thing: its words are kept, so that it can be judged when it is gone.
create table report_groups (
  id uuid primary key,
  version int not null default 1,
  kind text not null check (kind in ('message', 'stream')),
  target text not null,
  topic text,
  channel text,
  session text,
  region text not null,
  seq bigint,
  words text not null,
  author_id uuid,
  author_name text,
  author_region text,
  sent_at timestamptz not null,
  risk text not null check (risk in ('high', 'medium', 'low')),
  reporters int not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed')),
  decided_by uuid,
  decided_at timestamptz,
  rule text
);
--> statement-breakpoint
create unique index report_groups_open on report_groups (kind, target) where state = 'open';
--> statement-breakpoint
create index report_groups_of_target on report_groups (kind, target, first_at desc);
--> statement-breakpoint
create index report_groups_of_author on report_groups (author_id, state);
--> statement-breakpoint
create index report_groups_by_state on report_groups (state, reporters desc, first_at, id);
--> statement-breakpoint
create table reports (
  id uuid primary key,
  group_id uuid not null references report_groups (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  reason text not null,
  note text,
  at timestamptz not null,
  unique (group_id, user_id)
);
--> statement-breakpoint
create index reports_of_user on reports (user_id, at desc);
--> statement-breakpoint
-- One appeal for each decision, with what was decided as it was then. `decided_by` is empty where a rule decided.
create table appeals (
  id uuid primary key,
  version int not null default 1,
  kind text not null check (kind in ('message', 'sanction')),
  target uuid not null,
  what text not null,
  user_id uuid not null references users (id) on delete cascade,
  region text not null,
  topic text,
  texts jsonb not null,
  rule text,
  decided_by uuid,
  decided_at timestamptz not null,
  words text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'overturned')),
  heard_by uuid,
  heard_at timestamptz,
  reason text,
  unique (kind, target)
);
--> statement-breakpoint
create index appeals_by_state on appeals (state, at, id);
--> statement-breakpoint
create index appeals_of_user on appeals (user_id, at desc);
--> statement-breakpoint
-- What somebody is told once; it is told again until they have seen it.
create table outcomes (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  kind text not null,
  result text not null,
  rule text,
  reason text,
  at timestamptz not null,
  seen_at timestamptz
);
--> statement-breakpoint
create index outcomes_unseen on outcomes (user_id, at) where seen_at is null;
--> statement-breakpoint
-- Somebody's standing is another one: every node that knows them reads it again.
alter table revocations add column standing_of uuid;
--> statement-breakpoint
alter table revocations drop constraint revocations_check;
--> statement-breakpoint
alter table revocations add constraint revocations_check check (
  sign_in_id is not null or standing_of is not null or (user_id is not null and grants_version is not null));
--> statement-breakpoint
-- What somebody said lately, to take it back, and how often they were published.
create index topic_entries_of_author on topic_entries (author_id, at) where kind = 'message';
--> statement-breakpoint
-- E12: whose words were taken, by whom and for which rule.
alter table evidence add column author_id uuid, add column by_whom text, add column rule text, add column overturned_at timestamptz;
--> statement-breakpoint
update evidence v set author_id = e.author_id, by_whom = case when v.taken_by = e.author_id then 'author' else 'moderator' end
  from topic_entries e where e.id = v.id;
--> statement-breakpoint
create index evidence_of_author on evidence (author_id, taken_at) where by_whom <> 'author';
--> statement-breakpoint
drop function retract_entries(text, bigint[], uuid, text, uuid, uuid);
--> statement-breakpoint
-- E12, as before, and with the rule: it is kept beside the words, and its author is told.
create function retract_entries(
  in_topic text, numbers bigint[], announcement uuid, by_whom text, actor uuid default null, only_author uuid default null, because text default null)
returns table (id uuid, topic text, epoch text, seq bigint, at timestamptz, targets jsonb, authors jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  gone bigint[];
  losers jsonb;
begin
  perform 1 from topics t where t.topic = in_topic for update;
  with hit as (
    select e.topic, e.seq, e.id, e.body, e.author_id from topic_entries e
    where e.topic = in_topic and e.seq = any (numbers) and e.kind = 'message' and e.retracted_at is null
      and (only_author is null or e.author_id = only_author)),
  kept as (
    insert into evidence (id, topic, seq, body, taken_by, author_id, by_whom, rule)
    select hit.id, hit.topic, hit.seq, hit.body, actor, hit.author_id, retract_entries.by_whom, because from hit on conflict (id) do nothing),
  told as (
    insert into verdicts (id, author_id, topic, status, rule, seq)
    select hit.id, hit.author_id, hit.topic, 'retracted', coalesce(because, retract_entries.by_whom), hit.seq from hit
    where retract_entries.by_whom <> 'author' and hit.author_id is not null
    on conflict (id) do update set status = 'retracted', rule = excluded.rule, seq = excluded.seq, at = clock_timestamp()),
  cleared as (
    update topic_entries e set body = '{}', retracted_at = clock_timestamp() from hit where e.topic = hit.topic and e.seq = hit.seq returning e.seq, e.id, e.author_id),
  unquoted as (
    update topic_entries e set body = jsonb_set(e.body, '{message,replyTo,text}', '""') from hit
    where e.topic = hit.topic and e.body #> '{message,replyTo}' is not null and (e.body #>> '{message,replyTo,seq}')::bigint = hit.seq
      and e.seq not in (select h.seq from hit h))
  select array_agg(c.seq order by c.seq), jsonb_agg(jsonb_build_object('id', c.id, 'author', c.author_id, 'seq', c.seq)) into gone, losers from cleared c;
  if gone is null then return; end if;
  return query
    select a.id, a.topic, a.epoch, a.seq, a.at, to_jsonb(gone), losers
    from append_entries(jsonb_build_array(jsonb_build_object(
      'id', announcement, 'topic', in_topic, 'author', actor, 'kind', 'retraction',
      'body', jsonb_build_object('targets', to_jsonb(gone), 'by', retract_entries.by_whom), 'priority', true))) a;
end $$;
