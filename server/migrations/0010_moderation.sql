-- Screening's lists and the moderators' queue.

-- What is looked for, and what is done about it. Whoever changes a row raises the head's version in the same transaction:
-- every node compares it each second and builds its lists anew.
create table screening_terms (
  id text primary key,
  term text not null,
  category text not null,
  level int not null check (level between 0 and 4),
  action text not null check (action in ('mask', 'hold', 'reject', 'mute'))
);
--> statement-breakpoint
create table screening_phrases (phrase text primary key);
--> statement-breakpoint
create table screening_head (only_one boolean primary key default true check (only_one), version bigint not null default 0);
--> statement-breakpoint
insert into screening_head default values;
--> statement-breakpoint
-- E11: what screening knew of a held item (`review`), where it waits, and who decided it. `expires_at` is set when a
-- verdict was taken back: then its ten minutes begin anew.
alter table holds
  add column scope text generated always as (review->>'scope') stored,
  add column region text generated always as (review->>'region') stored,
  add column level int generated always as (coalesce((review->>'level')::int, 0)) stored,
  add column burst text generated always as (review->>'burst') stored,
  add column expires_at timestamptz,
  add column decided_by uuid,
  add column rule text,
  add column masked boolean not null default false,
  add column undone_at timestamptz;
--> statement-breakpoint
create index holds_waiting on holds (scope, sent_at, id) where state = 'held';
--> statement-breakpoint
create index holds_expiring on holds (sent_at) where state = 'held' and due_at is null;
--> statement-breakpoint
create index holds_of_burst on holds (burst, sent_at) where burst is not null;
--> statement-breakpoint
create index holds_settled on holds (settled_at) where settled_at is not null;
--> statement-breakpoint
create index holds_by_author on holds (author_id, sent_at);
--> statement-breakpoint
-- A verdict over a whole burst: one row decides, and slices carry it out. Whoever dies on the way leaves the row, and others go on.
create table burst_verdicts (
  id uuid primary key,
  burst text not null,
  topic text not null,
  verdict text not null check (verdict in ('passed', 'rejected')),
  masked boolean not null,
  rule text,
  decided_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  undone_by uuid,
  undone_at timestamptz
);
--> statement-breakpoint
-- One verdict at a time: the second of two moderators finds the first one's.
create unique index burst_verdicts_open on burst_verdicts (burst) where done_at is null;
--> statement-breakpoint
create index burst_verdicts_of_burst on burst_verdicts (burst, at);
--> statement-breakpoint
-- Colleagues' words for the next one: about somebody, or about the watch.
create table moderation_notes (
  id uuid primary key,
  scope text not null,
  author uuid,
  text text not null,
  written_by uuid not null,
  at timestamptz not null default clock_timestamp()
);
--> statement-breakpoint
create index moderation_notes_of_watch on moderation_notes (scope, at, id) where author is null;
--> statement-breakpoint
create index moderation_notes_of_author on moderation_notes (author, at) where author is not null;
--> statement-breakpoint
-- What an act leaves behind that no other row tells: a decision that came second, one taken back, and how many could read what was retracted for how long.
create table moderation_marks (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('collision', 'undo', 'exposure')),
  scope text not null,
  by_user uuid,
  amount double precision not null default 1,
  at timestamptz not null default clock_timestamp()
);
--> statement-breakpoint
create index moderation_marks_at on moderation_marks (at);
--> statement-breakpoint
drop function settle_hold(uuid, int, text, text);
--> statement-breakpoint
-- E11: decides a hold by compare-and-set, as before; also says who did and by which rule, and passes it with all findings masked if asked.
create function settle_hold(hold uuid, expected int, verdict text, because text default null, decider uuid default null, mask boolean default false)
returns table (id uuid, topic text, author_id uuid, status text, epoch text, seq bigint, at timestamptz, body jsonb, kind text) language plpgsql as $$
#variable_conflict use_column
declare
  h holds%rowtype;
  in_epoch text;
  number bigint;
  passed_at timestamptz;
  kept jsonb;
begin
  -- the head before the hold, the same order as an append
  perform 1 from topics t where t.topic = (select x.topic from holds x where x.id = hold) for update;
  update holds x set state = verdict, version = x.version + 1, settled_at = clock_timestamp(), decided_by = decider, rule = because,
      masked = mask, undone_at = null, body = case when mask then masked_body(x.body, x.review) else x.body end
    where x.id = hold and x.version = expected and x.state = 'held' returning x.* into h;
  if not found then return; end if;
  if verdict = 'passed' then
    select a.epoch, a.seq, a.at, a.body into in_epoch, number, passed_at, kept from append_entries(jsonb_build_array(jsonb_build_object(
      'id', h.id, 'topic', h.topic, 'author', h.author_id, 'kind', h.kind, 'body', h.body, 'priority', true))) a;
  end if;
  insert into verdicts (id, author_id, topic, status, rule, seq)
    values (h.id, h.author_id, h.topic, case verdict when 'passed' then 'published' else verdict end, because, number)
    on conflict (id) do update set status = excluded.status, rule = excluded.rule, seq = excluded.seq, at = clock_timestamp();
  return query select h.id, h.topic, h.author_id, case verdict when 'passed' then 'published' else verdict end,
    in_epoch, number, passed_at, coalesce(kept, h.body), h.kind;
end $$;
--> statement-breakpoint
-- What is published when every finding is to be masked: screening wrote it beside the text when it held it.
create function masked_body(said jsonb, reviewed jsonb) returns jsonb language sql immutable as $$
  select case when reviewed->>'masked' is null then said
    else jsonb_set(jsonb_set(said, '{message,text}', reviewed->'masked'), '{message,masked}', 'true') end
$$;
--> statement-breakpoint
-- The next slice of a burst's verdict, oldest first; when nothing is left it is done. One who waits here goes on where the other stopped.
create function settle_burst(decision uuid, most int)
returns table (id uuid, topic text, author_id uuid, status text, epoch text, seq bigint, at timestamptz, body jsonb, kind text) language plpgsql as $$
#variable_conflict use_column
declare
  d burst_verdicts%rowtype;
  taken holds[];
begin
  perform 1 from topics t where t.topic = (select b.topic from burst_verdicts b where b.id = decision) for update;
  select b.* into d from burst_verdicts b where b.id = decision and b.done_at is null for update;
  if not found then return; end if;
  with next as (
    select x.id from holds x where x.burst = d.burst and x.state = 'held' and x.sent_at <= d.at order by x.sent_at, x.id limit most for update),
  done as (
    update holds x set state = d.verdict, version = x.version + 1, settled_at = d.at, decided_by = d.decided_by, rule = d.rule,
      masked = d.masked, undone_at = null, body = case when d.masked then masked_body(x.body, x.review) else x.body end
    from next where x.id = next.id returning x as h)
  select array_agg(done.h order by (done.h).sent_at, (done.h).id) into taken from done;
  if taken is null then
    update burst_verdicts b set done_at = clock_timestamp() where b.id = decision;
    return;
  end if;
  return query
    with settled as (select s.* from unnest(taken) s),
    appended as (
      select a.* from append_entries(case when d.verdict = 'passed' then (
        select jsonb_agg(jsonb_build_object('id', s.id, 'topic', s.topic, 'author', s.author_id, 'kind', s.kind, 'body', s.body, 'priority', true) order by s.sent_at, s.id)
        from settled s) else '[]'::jsonb end) a),
    told as (
      insert into verdicts (id, author_id, topic, status, rule, seq)
      select s.id, s.author_id, s.topic, case d.verdict when 'passed' then 'published' else d.verdict end, d.rule, a.seq
      from settled s left join appended a on a.id = s.id
      on conflict (id) do update set status = excluded.status, rule = excluded.rule, seq = excluded.seq, at = clock_timestamp())
    select s.id, s.topic, s.author_id, case d.verdict when 'passed' then 'published' else d.verdict end,
      a.epoch, a.seq, a.at, coalesce(a.body, s.body), s.kind
    from settled s left join appended a on a.id = s.id order by s.sent_at, s.id;
end $$;
--> statement-breakpoint
-- Held items that nobody decided in time; the sender is told. Delayed ones have a time of their own.
create function expire_holds(after interval, most int)
returns table (id uuid, topic text, author_id uuid, status text, epoch text, seq bigint, at timestamptz, body jsonb, kind text) language plpgsql as $$
#variable_conflict use_column
begin
  return query
    with gone as (
      update holds h set state = 'expired', version = h.version + 1, settled_at = clock_timestamp()
      where h.id in (
        select x.id from holds x where x.state = 'held' and x.due_at is null and x.sent_at <= clock_timestamp() - after
          and (x.expires_at is null or x.expires_at <= clock_timestamp())
        order by x.sent_at limit most for update skip locked)
      returning h.*),
    told as (
      insert into verdicts (id, author_id, topic, status)
      select g.id, g.author_id, g.topic, 'expired' from gone g
      on conflict (id) do update set status = 'expired', rule = null, seq = null, at = clock_timestamp())
    select g.id, g.topic, g.author_id, 'expired'::text, null::text, null::bigint, null::timestamptz, g.body, g.kind from gone g;
end $$;
--> statement-breakpoint
-- Where the conversations stood at the first look of each day, so that what was published since is a difference and not a count.
create table entry_days (
  day date primary key,
  entries bigint not null,
  at timestamptz not null default clock_timestamp()
);
