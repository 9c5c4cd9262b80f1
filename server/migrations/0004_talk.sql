-- Where people say they are: a region's key. Only guests choose one; nobody has to.
alter table users add column region text;
--> statement-breakpoint
-- Which campaign-wide topics a channel's room carries.
create table carried_topics (
  channel text not null references channels (slug) on delete cascade,
  topic text not null,
  position int not null,
  primary key (channel, topic)
);
--> statement-breakpoint
create index carried_topics_by_topic on carried_topics (topic);
--> statement-breakpoint
-- The one pinned message of a conversation; `seq` is null when nothing is. The version is that of the state key `pinned`,
-- and rises with each change. The words stay in the entry: a retracted pin has none.
create table topic_pins (
  topic text primary key,
  version int not null,
  seq bigint,
  pinned_at timestamptz not null,
  pinned_by uuid
);
--> statement-breakpoint
-- E12: whatever retracts a message unpins it, in the same transaction.
create function unpin_retracted() returns trigger language plpgsql as $$
begin
  update topic_pins set seq = null, version = version + 1 where topic = new.topic and seq = new.seq;
  return null;
end $$;
--> statement-breakpoint
create trigger topic_entries_unpin after update of retracted_at on topic_entries
  for each row when (old.retracted_at is null and new.retracted_at is not null) execute function unpin_retracted();
