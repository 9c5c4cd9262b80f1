-- The topic engine's tables and its only writer. The numbers E1–E13 are those of platform/realtime/SPEC.md.

-- E1: one row per topic, updated in place (fillfactor 50, no index on a column that changes).
create table topics (
  topic text primary key,
  epoch text not null default substr(md5(random()::text || clock_timestamp()::text), 1, 12),
  seq bigint not null default 0,
  audience text not null default 'public' check (audience in ('public', 'staff', 'owner')),
  mode jsonb not null default '{}',
  mode_version int not null default 1,
  tokens real not null default 4,
  last_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
--> statement-breakpoint
create table topic_entries (
  topic text not null,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  id uuid not null unique,
  author_id uuid,
  shown boolean not null,
  body jsonb not null,
  retracted_at timestamptz,
  primary key (topic, seq)
);
--> statement-breakpoint
-- E9: a resume is one page of shown entries.
create index topic_entries_shown on topic_entries (topic, seq) where shown;
--> statement-breakpoint
-- E12: a retraction also finds whoever quoted the words.
create index topic_entries_quotes on topic_entries (topic, ((body #>> '{message,replyTo,seq}')::bigint)) where body #> '{message,replyTo}' is not null;
--> statement-breakpoint
-- E2: a reply carries its quote, read under the head's lock, so that no quote outlives a retraction. What cannot be quoted is dropped.
create function with_quote(in_topic text, said jsonb) returns jsonb language sql stable as $$
  select case when said #> '{message,replyTo,seq}' is null then said else coalesce(
    (select jsonb_set(said, '{message,replyTo}', jsonb_build_object('seq', q.seq, 'name', q.body #>> '{message,author,name}', 'text', left(q.body #>> '{message,text}', 80)))
     from topic_entries q
     where q.topic = in_topic and q.seq = (said #>> '{message,replyTo,seq}')::bigint and q.kind = 'message' and q.shown and q.retracted_at is null),
    said #- '{message,replyTo}') end
$$;
--> statement-breakpoint
-- E11: what screening keeps back. It has no number and no trace in the log until it passes.
create table holds (
  id uuid primary key,
  topic text not null,
  author_id uuid not null,
  kind text not null,
  body jsonb not null,
  why text not null,
  due_at timestamptz,
  state text not null default 'held' check (state in ('held', 'passed', 'rejected', 'expired', 'withdrawn')),
  version int not null default 1,
  sent_at timestamptz not null,
  settled_at timestamptz
);
--> statement-breakpoint
create index holds_open on holds (topic, sent_at, id) where state = 'held';
--> statement-breakpoint
create index holds_due on holds (due_at) where state = 'held' and due_at is not null;
--> statement-breakpoint
create index holds_author on holds (author_id, topic) where state = 'held';
--> statement-breakpoint
-- What an author has not been told yet. A row goes when the author's client has seen it.
create table verdicts (
  id uuid primary key,
  author_id uuid not null,
  topic text not null,
  status text not null check (status in ('published', 'rejected', 'expired', 'withdrawn', 'retracted')),
  rule text,
  seq bigint,
  at timestamptz not null default clock_timestamp()
);
--> statement-breakpoint
create index verdicts_author on verdicts (author_id, topic);
--> statement-breakpoint
-- E12: the words of a retracted message, for moderators only.
create table evidence (
  id uuid primary key,
  topic text not null,
  seq bigint not null,
  body jsonb not null,
  taken_at timestamptz not null default clock_timestamp(),
  taken_by uuid
);
--> statement-breakpoint
-- E14: the floor of a public number after Redis was lost.
create table topic_totals (
  topic text primary key,
  reactions jsonb not null default '{}',
  peak_viewers int not null default 0,
  at timestamptz not null default clock_timestamp()
);
--> statement-breakpoint
-- E2: the only writer of the log. Outcomes: published, known, held, a decided hold's state, taken, unknown, closed, stale.
create function append_entries(items jsonb, default_budget real default null)
returns table (id uuid, topic text, outcome text, epoch text, seq bigint, at timestamptz, shown boolean, body jsonb) language plpgsql as $$
#variable_conflict use_column
begin
  -- 1 the heads, in one order, so that two nodes never wait for each other in a ring
  perform 1 from topics t where t.topic in (select x->>'topic' from jsonb_array_elements(items) x) order by t.topic for update;
  -- 2 a new statement, so (read committed) a new snapshot: whatever the last holder of the lock committed is seen
  return query
  with clock as materialized (select clock_timestamp() now), -- read once: within a batch `at` cannot fall
  want as (
    select (x->>'id')::uuid id, x->>'topic' topic, (x->>'author')::uuid author, x->>'kind' kind, x->'body' body,
           coalesce((x->>'priority')::boolean, false) priority, x->>'hold' why, (x->>'holdMs')::int hold_ms, (x->>'modeVersion')::int screened_under, o
    from jsonb_array_elements(items) with ordinality a(x, o)),
  old as (
    select e.id, w.topic, case when e.author_id is not distinct from w.author and e.topic = w.topic then 'known' else 'taken' end outcome,
           e.seq, e.at, e.shown, e.body
    from want w join topic_entries e on e.id = w.id
    union all
    select h.id, w.topic, case when h.author_id is not distinct from w.author and h.topic = w.topic then h.state else 'taken' end,
           null, h.sent_at, false, h.body
    from want w join holds h on h.id = w.id and h.state <> 'passed'),
  neu as (
    select w.id, w.topic, w.author, w.kind, w.body said, with_quote(w.topic, w.body) body, w.priority, w.why, w.hold_ms, w.o, t.epoch, t.seq head, t.last_at, t.tokens, greatest(c.now, t.last_at) now_at,
      nullif(coalesce((t.mode->>'budget')::real, default_budget), 0) budget,
      case when t.topic is null then 'unknown'
        when (t.mode->>'closed')::boolean and not w.priority then 'closed'
        when w.screened_under is distinct from t.mode_version and not w.priority then 'stale'
        when w.why is not null then 'held' else 'published' end outcome
    from want w cross join clock c left join topics t on t.topic = w.topic
    where not exists (select 1 from old where old.id = w.id)),
  num as (
    select n.*, n.head + row_number() over (partition by n.topic order by n.o) seq,
      n.priority or n.budget is null or row_number() over (partition by n.topic, n.priority order by n.o)
        <= floor(least(greatest(n.budget / 5, 1), n.tokens + n.budget * extract(epoch from n.now_at - n.last_at))) shown
    from neu n where n.outcome = 'published'),
  ins as (
    insert into topic_entries (topic, seq, at, kind, id, author_id, shown, body)
    select topic, seq, now_at, kind, id, author, shown, body from num),
  hol as (
    insert into holds (id, topic, author_id, kind, body, why, due_at, sent_at)
    select id, topic, author, kind, said, why, now_at + hold_ms * interval '1 ms', now_at from neu where outcome = 'held'), -- without its quote: that is read when it passes
  upd as (
    update topics t set seq = m.seq, last_at = m.at,
      tokens = case when m.budget is null then t.tokens
        else least(greatest(m.budget / 5, 1), t.tokens + m.budget * extract(epoch from m.at - t.last_at)) - m.used end
    from (
      select topic, max(seq) seq, max(now_at) at, max(budget) budget, count(*) filter (where shown and not priority) used
      from num group by topic) m
    where t.topic = m.topic)
  select n.id, n.topic, n.outcome, n.epoch, m.seq, n.now_at, m.shown, n.body from neu n left join num m on m.id = n.id
  union all
  select old.id, old.topic, old.outcome, t.epoch, old.seq, old.at, old.shown, old.body from old left join topics t on t.topic = old.topic;
end $$;
--> statement-breakpoint
-- E11: decides a hold by compare-and-set. Passing appends in the same transaction: number and place of the
-- moment it becomes visible, shown whatever the budget. No row: somebody else was first.
create function settle_hold(hold uuid, expected int, verdict text, because text default null)
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
  update holds x set state = verdict, version = x.version + 1, settled_at = clock_timestamp()
    where x.id = hold and x.version = expected and x.state = 'held' returning x.* into h;
  if not found then return; end if;
  if verdict = 'passed' then
    select a.epoch, a.seq, a.at, a.body into in_epoch, number, passed_at, kept from append_entries(jsonb_build_array(jsonb_build_object(
      'id', h.id, 'topic', h.topic, 'author', h.author_id, 'kind', h.kind, 'body', h.body, 'priority', true))) a;
  end if;
  insert into verdicts (id, author_id, topic, status, rule, seq)
    values (h.id, h.author_id, h.topic, case verdict when 'passed' then 'published' else verdict end, because, number)
    on conflict (id) do nothing;
  return query select h.id, h.topic, h.author_id, case verdict when 'passed' then 'published' else verdict end,
    in_epoch, number, passed_at, coalesce(kept, h.body), h.kind;
end $$;
--> statement-breakpoint
-- E11: releases delayed holds that are due, in (sent_at, id) order, one append a topic. A topic that somebody else is busy with,
-- and whatever is above the limits, waits for the next round: no call holds the store for long.
create function release_due(most int default 40)
returns table (id uuid, topic text, author_id uuid, status text, epoch text, seq bigint, at timestamptz, body jsonb, kind text) language plpgsql as $$
#variable_conflict use_column
declare
  head record;
  items jsonb;
begin
  for head in
    select t.topic from topics t
    where t.topic in (select h.topic from holds h where h.state = 'held' and h.due_at <= clock_timestamp())
    order by t.topic limit 4 for update skip locked
  loop
    with passed as (
      update holds h set state = 'passed', version = h.version + 1, settled_at = clock_timestamp()
      where h.id in (
        select d.id from holds d where d.topic = head.topic and d.state = 'held' and d.due_at <= clock_timestamp()
        order by d.sent_at, d.id limit most)
      returning h.*)
    select jsonb_agg(jsonb_build_object('id', p.id, 'topic', p.topic, 'author', p.author_id, 'kind', p.kind, 'body', p.body, 'priority', true) order by p.sent_at, p.id)
      into items from passed p;
    continue when items is null;
    return query
      with appended as (select a.* from append_entries(items) a),
      told as (
        insert into verdicts (id, author_id, topic, status, rule, seq)
        select h.id, h.author_id, h.topic, 'published', 'delayed', a.seq from appended a join holds h on h.id = a.id
        on conflict (id) do nothing)
      select h.id, h.topic, h.author_id, 'published'::text, a.epoch, a.seq, a.at, a.body, h.kind
      from appended a join holds h on h.id = a.id order by a.seq;
  end loop;
end $$;
--> statement-breakpoint
-- E12: takes the words out of the entries and announces it, as one statement. Answers the retraction's own entry; no row: nothing was left to retract.
create function retract_entries(in_topic text, numbers bigint[], announcement uuid, by_whom text, actor uuid default null, only_author uuid default null)
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
  kept as (insert into evidence (id, topic, seq, body, taken_by) select hit.id, hit.topic, hit.seq, hit.body, actor from hit on conflict (id) do nothing),
  told as (
    insert into verdicts (id, author_id, topic, status, rule, seq)
    select hit.id, hit.author_id, hit.topic, 'retracted', by_whom, hit.seq from hit where by_whom <> 'author' and hit.author_id is not null
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
      'body', jsonb_build_object('targets', to_jsonb(gone), 'by', by_whom), 'priority', true))) a;
end $$;
