-- A link that the hub's looks and its viewers do not agree on: on the air, after the others.
alter table stream_links drop constraint stream_links_health_check;
--> statement-breakpoint
alter table stream_links add constraint stream_links_health_check check (health in ('ok', 'degraded', 'down', 'unknown'));
--> statement-breakpoint
alter table link_changes drop constraint link_changes_health_check;
--> statement-breakpoint
alter table link_changes add constraint link_changes_health_check check (health in ('ok', 'degraded', 'down', 'unknown'));
