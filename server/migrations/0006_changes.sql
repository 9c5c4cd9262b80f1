-- What operators change of a session that was announced. A moved one remembers its first start, a cancelled one stays where it was.
alter table sessions add column announced_at timestamptz;
--> statement-breakpoint
alter table sessions add column cancelled_at timestamptz;
--> statement-breakpoint
-- Why it was moved or cancelled, for the audience.
alter table sessions add column change_reason text;
