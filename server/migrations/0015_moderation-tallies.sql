-- Figures that are added up as they happen, and who used one browser.

-- What has been settled, retracted or noted and is not added up yet. A verdict that is taken back, or overturned, leaves a row that
-- subtracts what was added, so the sums are right however often somebody thinks better of it.
create table moderation_changes (
  id bigint generated always as identity primary key,
  sign int not null check (sign in (-1, 1)),
  at timestamptz not null,
  scope text not null,
  region text not null,
  what text not null,
  by_user uuid,
  took_ms double precision,
  rule text,
  findings jsonb,
  amount double precision not null default 0
);
--> statement-breakpoint
-- The sums of an hour for the country, for each province-level unit and for each region, so that whoever looks reads the rows of one
-- place; and of a day by Beijing time for the country, without people. `bucket`: how long it took, an eighth of a doubling each; of a
-- rule 1 where it was rejected and 0 where it was passed.
create table moderation_tallies (
  period text not null check (period in ('hour', 'day')),
  place text not null,
  kind text not null check (kind in ('outcome', 'load', 'rule', 'treated', 'mark')),
  since timestamptz not null,
  key text not null,
  detail text not null,
  bucket int not null,
  n bigint not null,
  amount double precision not null,
  primary key (period, place, kind, since, key, detail, bucket)
);
--> statement-breakpoint
-- What one change adds to which sums.
create function tallied(c moderation_changes) returns table (kind text, key text, detail text, bucket int, n int, amount double precision) language sql stable as $$
  with took as (select case when c.took_ms is null then -1 else round(8 * ln(greatest(c.took_ms, 1)) / ln(2))::int end as bucket)
  select 'outcome', c.what, '', took.bucket, c.sign, 0::float8 from took where c.what in ('passed', 'rejected', 'expired', 'withdrawn')
  union all
  select 'load', c.by_user::text, '', 2 * round(took.bucket / 2.0)::int, c.sign, 0 from took where c.what in ('passed', 'rejected') and c.by_user is not null
  union all
  select 'rule', f.rule, f.category, (c.what = 'rejected')::int, c.sign, 0
    from (select x->>'rule' as rule, min(x->>'category') as category from jsonb_array_elements(coalesce(c.findings, '[]')) x group by x->>'rule') f
    where c.what in ('passed', 'rejected') and c.by_user is not null
  union all
  select 'treated', coalesce(c.rule, 'other'), '', 0, c.sign, 0 where c.what in ('rejected', 'refused', 'retracted')
  union all
  select 'mark', c.what, '', 0, c.sign, c.sign * c.amount where c.what in ('collision', 'undo', 'exposure')
$$;
--> statement-breakpoint
-- Whose sums it belongs to: the country's, its unit's and its region's.
create function places_of(c moderation_changes) returns table (place text) language sql immutable as $$
  select distinct p from unnest(array['CN', upper(c.scope), c.region]) p where p <> ''
$$;
--> statement-breakpoint
-- Adds the next changes up; answers how many. Who finds somebody else at it leaves it to them.
create function fold_moderation_changes(most int) returns int language plpgsql as $$
declare
  folded int;
begin
  if not pg_try_advisory_xact_lock(7261938) then return 0; end if;
  with taken as (
    delete from moderation_changes c where c.id in (select x.id from moderation_changes x order by x.id limit most) returning c.*),
  counted as (select c.at, p.place, x.* from taken c cross join lateral tallied(c) x cross join lateral places_of(c) p),
  sums as (
    select 'hour' as period, place, kind, date_trunc('hour', at) as since, key, detail, bucket, sum(n) as n, sum(amount) as amount
    from counted group by 2, 3, 4, 5, 6, 7
    union all
    select 'day', place, kind, date_trunc('day', at, 'Asia/Shanghai'), key, detail, bucket, sum(n), sum(amount)
    from counted where place = 'CN' and kind in ('outcome', 'treated', 'mark') group by 2, 3, 4, 5, 6, 7),
  kept as (
    insert into moderation_tallies as t (period, place, kind, since, key, detail, bucket, n, amount)
    select * from sums order by 1, 2, 3, 4, 5, 6, 7
    on conflict (period, place, kind, since, key, detail, bucket) do update set n = t.n + excluded.n, amount = t.amount + excluded.amount)
  select count(*) into folded from taken;
  return folded;
end $$;
--> statement-breakpoint
-- The sums with what is not added up yet.
create view moderation_counts as
  select t.period, t.place, t.kind, t.since, t.key, t.detail, t.bucket, t.n, t.amount from moderation_tallies t
  union all
  select p.period, w.place, x.kind, case p.period when 'hour' then date_trunc('hour', c.at) else date_trunc('day', c.at, 'Asia/Shanghai') end,
    x.key, x.detail, x.bucket, x.n, x.amount
  from moderation_changes c cross join lateral tallied(c) x cross join lateral places_of(c) w cross join (values ('hour'), ('day')) p (period);
--> statement-breakpoint
-- A hold that is settled adds, and one that is settled no more, or otherwise, subtracts. A delay that has passed is nobody's verdict.
create function note_settled() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state <> 'held' and (old.due_at is null or old.decided_by is not null) then
    insert into moderation_changes (sign, at, scope, region, what, by_user, took_ms, rule, findings)
    values (-1, old.settled_at, coalesce(old.scope, 'cn'), coalesce(old.region, 'CN'), case when old.why = 'refused' and old.state = 'rejected' then 'refused' else old.state end,
      old.decided_by, case when old.decided_by is not null then extract(epoch from old.settled_at - old.sent_at) * 1000 end, old.rule, old.review->'findings');
  end if;
  if new.state <> 'held' and (new.due_at is null or new.decided_by is not null) then
    insert into moderation_changes (sign, at, scope, region, what, by_user, took_ms, rule, findings)
    values (1, new.settled_at, coalesce(new.scope, 'cn'), coalesce(new.region, 'CN'), case when new.why = 'refused' and new.state = 'rejected' then 'refused' else new.state end,
      new.decided_by, case when new.decided_by is not null then extract(epoch from new.settled_at - new.sent_at) * 1000 end, new.rule, new.review->'findings');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger holds_refused after insert on holds for each row when (new.state <> 'held') execute function note_settled();
--> statement-breakpoint
create trigger holds_settled after update of state on holds for each row when (old.state <> new.state) execute function note_settled();
--> statement-breakpoint
-- What was taken from the log by somebody else counts, until it turns out to be wrong.
create function note_retracted() returns trigger language plpgsql as $$
begin
  insert into moderation_changes (sign, at, scope, region, what, rule)
  values (case when new.overturned_at is null then 1 else -1 end, new.taken_at, 'cn', 'CN', 'retracted', new.rule);
  return null;
end $$;
--> statement-breakpoint
create trigger evidence_taken after insert on evidence for each row
  when (new.by_whom <> 'author' and new.overturned_at is null) execute function note_retracted();
--> statement-breakpoint
create trigger evidence_overturned after update of overturned_at on evidence for each row
  when (new.by_whom <> 'author' and (old.overturned_at is null) <> (new.overturned_at is null)) execute function note_retracted();
--> statement-breakpoint
create function note_mark() returns trigger language plpgsql as $$
begin
  insert into moderation_changes (sign, at, scope, region, what, amount) values (1, new.at, new.scope, '', new.kind, new.amount);
  return null;
end $$;
--> statement-breakpoint
create trigger marks_noted after insert on moderation_marks for each row execute function note_mark();
--> statement-breakpoint
-- What there was before: added up in slices like everything else.
insert into moderation_changes (sign, at, scope, region, what, by_user, took_ms, rule, findings)
  select 1, h.settled_at, coalesce(h.scope, 'cn'), coalesce(h.region, 'CN'), h.state, h.decided_by,
    case when h.decided_by is not null then extract(epoch from h.settled_at - h.sent_at) * 1000 end, h.rule, h.review->'findings'
  from holds h where h.settled_at > clock_timestamp() - interval '31 days' and h.state <> 'held' and (h.due_at is null or h.decided_by is not null);
--> statement-breakpoint
insert into moderation_changes (sign, at, scope, region, what, rule)
  select 1, e.taken_at, 'cn', 'CN', 'retracted', e.rule from evidence e
  where e.by_whom <> 'author' and e.overturned_at is null and e.taken_at > clock_timestamp() - interval '31 days';
--> statement-breakpoint
insert into moderation_changes (sign, at, scope, region, what, amount)
  select 1, m.at, m.scope, '', m.kind, m.amount from moderation_marks m where m.at > clock_timestamp() - interval '31 days';
--> statement-breakpoint
create index appeals_heard on appeals (heard_at) where state <> 'open';
--> statement-breakpoint
-- Who used one browser, for two days: its mark is a keyed hash of the sign-in it had last, and the key is forgotten with the mark.
create table device_marks (
  mark text not null,
  user_id uuid not null references users (id) on delete cascade,
  at timestamptz not null,
  primary key (mark, user_id)
);
--> statement-breakpoint
create index device_marks_of_user on device_marks (user_id);
--> statement-breakpoint
create table device_mark_salts (window_at timestamptz primary key, salt text not null);
