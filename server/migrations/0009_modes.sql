-- E2: shields and duty of all scopes have one number. It is read under the lock of each append, so what holds for a whole
-- province is one row and not an update of each of its topics. `is_night`: the plan for rooms without a moderator is stricter then.
create table mode_head (
  only_one boolean primary key default true check (only_one),
  version int not null default 1,
  is_night boolean not null default false,
  night_version int not null default 0
);
--> statement-breakpoint
insert into mode_head default values;
--> statement-breakpoint
-- One shield a scope: what it asks of every conversation there and below. Null: lifted; the row stays for its version.
create table shields (
  scope text primary key,
  version int not null,
  mode jsonb,
  reason text not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  until timestamptz
);
--> statement-breakpoint
create index shields_due on shields (until) where mode is not null and until is not null;
--> statement-breakpoint
-- Who looks after what: a scope is attended until nobody of its moderators has given a sign of life for a while.
create table duties (
  scope text primary key,
  version int not null,
  attended boolean not null,
  until timestamptz not null
);
--> statement-breakpoint
-- E11: what a moderator needs to judge a hold, beside its words.
alter table holds add column review jsonb;
--> statement-breakpoint
-- E2: the next number, under the lock that every append shares: when it is given, no append is under way, and each later
-- one sees what this transaction has changed. Call it before anything else is locked.
create function next_mode_version() returns int language plpgsql as $$
declare
  number int;
begin
  perform pg_advisory_xact_lock(7261937);
  update mode_head set version = version + 1 returning version into number;
  return number;
end $$;
--> statement-breakpoint
-- E2: the only writer of the log. Outcomes: published, known, held, a decided hold's state, taken, unknown, closed, stale, refused.
create or replace function append_entries(items jsonb, default_budget real default null)
returns table (id uuid, topic text, outcome text, epoch text, seq bigint, at timestamptz, shown boolean, body jsonb) language plpgsql as $$
#variable_conflict use_column
begin
  -- 0 who changes a shield waits until these words are kept, and later ones wait for the shield. What has priority is asked by no
  -- mode, and often comes with its head locked already: waiting here it would stand in a ring
  if jsonb_path_exists(items, '$[*] ? (!(@.priority == true))') then perform pg_advisory_xact_lock_shared(7261937); end if;
  -- 1 the heads, in one order, so that two nodes never wait for each other in a ring
  perform 1 from topics t where t.topic in (select x->>'topic' from jsonb_array_elements(items) x) order by t.topic for update;
  -- 2 a new statement, so (read committed) a new snapshot: whatever the last holder of the lock committed is seen
  return query
  with clock as materialized (select clock_timestamp() now), -- read once: within a batch `at` cannot fall
  want as (
    select (x->>'id')::uuid id, x->>'topic' topic, (x->>'author')::uuid author, x->>'kind' kind, x->'body' body,
           coalesce((x->>'priority')::boolean, false) priority, x->>'hold' why, (x->>'holdMs')::int hold_ms, x->'review' review, (x->>'modeVersion')::int screened_under,
           (x->>'shieldVersion')::int shielded_under, coalesce((x->>'refuse')::boolean, false) refuse, o
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
    select w.id, w.topic, w.author, w.kind, w.body said, with_quote(w.topic, w.body) body, w.priority, w.why, w.hold_ms, w.review, w.o, t.epoch, t.seq head, t.last_at, t.tokens, greatest(c.now, t.last_at) now_at,
      nullif(coalesce((t.mode->>'budget')::real, default_budget), 0) budget,
      case when t.topic is null then 'unknown'
        when (t.mode->>'closed')::boolean and not w.priority then 'closed'
        when not w.priority and (w.screened_under is distinct from t.mode_version or w.shielded_under is distinct from m.version) then 'stale'
        when w.refuse and not w.priority then 'refused'
        when w.why is not null then 'held' else 'published' end outcome
    from want w cross join clock c cross join mode_head m left join topics t on t.topic = w.topic
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
    insert into holds (id, topic, author_id, kind, body, why, review, due_at, sent_at)
    select id, topic, author, kind, said, why, review, now_at + hold_ms * interval '1 ms', now_at from neu where outcome = 'held'), -- without its quote: that is read when it passes
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
