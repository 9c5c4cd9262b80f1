-- What moderators take back, names as they are now, and what is refused while it is sent.

-- E12: a person's name as it may be shown, once it has changed: what they said until `at` is read with it. The rows of the log keep
-- the name of then, for moderators.
create table shown_names (
  author_id uuid primary key,
  name text not null,
  at timestamptz not null
);
--> statement-breakpoint
-- A quote with the present name of whoever is quoted.
create function quote_named_now(in_topic text, said jsonb) returns jsonb language sql stable as $$
  select case when said #> '{message,replyTo}' is null then said else coalesce(
    (select jsonb_set(said, '{message,replyTo,name}', to_jsonb(n.name))
     from topic_entries q join shown_names n on n.author_id = q.author_id and n.at >= q.at
     where q.topic = in_topic and q.seq = (said #>> '{message,replyTo,seq}')::bigint), said) end
$$;
--> statement-breakpoint
-- What somebody said at a time, under their present name: every reader of the log reads through this.
create function named_now(in_topic text, author uuid, said jsonb, said_at timestamptz) returns jsonb language sql stable as $$
  select quote_named_now(in_topic, coalesce(
    (select case
       when said ? 'message' then jsonb_set(said, '{message,author,name}', to_jsonb(n.name), false)
       when jsonb_typeof(said->'author') = 'object' then jsonb_set(said, '{author,name}', to_jsonb(n.name), false)
       when said ? 'name' then jsonb_set(said, '{name}', to_jsonb(n.name))
       else said end
     from shown_names n where n.author_id = author and n.at >= said_at), said))
$$;
--> statement-breakpoint
-- E2: as before, and the quoted by their present name.
create or replace function with_quote(in_topic text, said jsonb) returns jsonb language sql stable as $$
  select case when said #> '{message,replyTo,seq}' is null then said else coalesce(
    (select jsonb_set(said, '{message,replyTo}', jsonb_build_object('seq', q.seq, 'name', coalesce(
      (select n.name from shown_names n where n.author_id = q.author_id and n.at >= q.at), q.body #>> '{message,author,name}'), 'text', left(q.body #>> '{message,text}', 80)))
     from topic_entries q
     where q.topic = in_topic and q.seq = (said #>> '{message,replyTo,seq}')::bigint and q.kind = 'message' and q.shown and q.retracted_at is null),
    said #- '{message,replyTo}') end
$$;
--> statement-breakpoint
-- E2: the only writer of the log. As before, and a refusal that says what was found (`review`) is kept as a rejected hold.
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
    -- without its quote: that is read when it passes. What screening refuses is kept as rejected, so that its author can appeal
    insert into holds (id, topic, author_id, kind, body, why, review, due_at, sent_at, state, rule, settled_at)
    select id, topic, author, kind, said, coalesce(why, 'refused'), review, now_at + hold_ms * interval '1 ms', now_at,
      case outcome when 'held' then 'held' else 'rejected' end, review->>'rule', case outcome when 'refused' then now_at end
    from neu where outcome = 'held' or outcome = 'refused' and review is not null),
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
-- E11: as before, but the hold keeps its words as they were said: only what is published is masked, and stands under the present name.
create or replace function settle_hold(hold uuid, expected int, verdict text, because text default null, decider uuid default null, mask boolean default false)
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
      masked = mask, undone_at = null
    where x.id = hold and x.version = expected and x.state = 'held' returning x.* into h;
  if not found then return; end if;
  if verdict = 'passed' then
    select a.epoch, a.seq, a.at, a.body into in_epoch, number, passed_at, kept from append_entries(jsonb_build_array(jsonb_build_object(
      'id', h.id, 'topic', h.topic, 'author', h.author_id, 'kind', h.kind,
      'body', named_now(h.topic, h.author_id, case when mask then masked_body(h.body, h.review) else h.body end, h.sent_at), 'priority', true))) a;
  end if;
  insert into verdicts (id, author_id, topic, status, rule, seq)
    values (h.id, h.author_id, h.topic, case verdict when 'passed' then 'published' else verdict end, because, number)
    on conflict (id) do update set status = excluded.status, rule = excluded.rule, seq = excluded.seq, at = clock_timestamp();
  return query select h.id, h.topic, h.author_id, case verdict when 'passed' then 'published' else verdict end,
    in_epoch, number, passed_at, coalesce(kept, h.body), h.kind;
end $$;
--> statement-breakpoint
create or replace function settle_burst(decision uuid, most int)
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
      masked = d.masked, undone_at = null
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
        select jsonb_agg(jsonb_build_object('id', s.id, 'topic', s.topic, 'author', s.author_id, 'kind', s.kind,
          'body', named_now(s.topic, s.author_id, case when d.masked then masked_body(s.body, s.review) else s.body end, s.sent_at), 'priority', true) order by s.sent_at, s.id)
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
create or replace function release_due(most int default 40)
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
    select jsonb_agg(jsonb_build_object('id', p.id, 'topic', p.topic, 'author', p.author_id, 'kind', p.kind,
      'body', named_now(p.topic, p.author_id, p.body, p.sent_at), 'priority', true) order by p.sent_at, p.id)
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
drop function retract_entries(text, bigint[], uuid, text, uuid, uuid, text);
--> statement-breakpoint
-- E12, as before. `held_again`: the moderator thought better of a pass. The words wait again under the id that their author knows, so the
-- place that they leave takes another; nothing of it counts against their author.
create function retract_entries(
  in_topic text, numbers bigint[], announcement uuid, by_whom text, actor uuid default null, only_author uuid default null, because text default null,
  held_again boolean default false)
returns table (id uuid, topic text, epoch text, seq bigint, at timestamptz, targets jsonb, authors jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  gone bigint[];
  losers jsonb;
begin
  perform 1 from topics t where t.topic = in_topic for update;
  with hit as (
    select e.topic, e.seq, e.id, e.body, e.author_id, case when held_again then gen_random_uuid() else e.id end as left_id from topic_entries e
    where e.topic = in_topic and e.seq = any (numbers) and e.kind = 'message' and e.retracted_at is null
      and (only_author is null or e.author_id = only_author)),
  kept as (
    insert into evidence (id, topic, seq, body, taken_by, author_id, by_whom, rule, overturned_at)
    select hit.left_id, hit.topic, hit.seq, hit.body, actor, hit.author_id, retract_entries.by_whom, because, case when held_again then clock_timestamp() end
    from hit on conflict (id) do nothing),
  told as (
    insert into verdicts (id, author_id, topic, status, rule, seq)
    select hit.id, hit.author_id, hit.topic, 'retracted', coalesce(because, retract_entries.by_whom), hit.seq from hit
    where retract_entries.by_whom <> 'author' and hit.author_id is not null and not held_again
    on conflict (id) do update set status = 'retracted', rule = excluded.rule, seq = excluded.seq, at = clock_timestamp()),
  untold as (delete from verdicts v using hit where held_again and v.id = hit.id),
  cleared as (
    update topic_entries e set body = '{}', id = hit.left_id, retracted_at = clock_timestamp() from hit where e.topic = hit.topic and e.seq = hit.seq returning e.seq, hit.id, e.author_id),
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
