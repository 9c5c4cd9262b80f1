-- Reviewers' desks are told in realtime what is new: one for each region that is there already, and for both lines, which
-- are no regions. A hub whose regions are still to come gets them with those.
insert into topics (topic, audience)
select 'desk:' || lower(key), 'staff' from regions
union
select 'desk:' || line, 'staff' from (values ('line-ministry'), ('line-society')) lines (line) where exists (select from regions)
on conflict (topic) do nothing;
