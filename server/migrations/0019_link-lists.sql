-- A session's links are a list that its host changes: `version` rises with each change, and what is taken out of it stays
-- to be taken back. It keeps its rank, which another link then has: one list is changed under one lock.
alter table stream_links
  add column version int not null default 0,
  add column withdrawn_at timestamptz,
  drop constraint stream_links_channel_session_rank_key;
