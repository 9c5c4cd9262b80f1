-- Reviewers' desks are told in realtime what is new: one for each region that is there already, and for both lines, which
-- are no regions. A region that comes later brings its own.
insert into topics (topic, audience)
select 'desk:' || lower(key), 'staff' from (select key from regions union values ('LINE-MINISTRY'), ('LINE-SOCIETY')) scopes (key)
on conflict (topic) do nothing;
