-- Two more links that are good once: an invitation to a role somewhere, and the one that makes the first operator of the whole.
-- An `undo` gives a role back that was just taken away. A recovery is of an account as it was: it ends when what that may do
-- is another thing; one that was given before this has no version, and ends too.
alter table one_time_links add column role text;
--> statement-breakpoint
alter table one_time_links add column region text;
--> statement-breakpoint
alter table one_time_links add column grants_version int;
--> statement-breakpoint
alter table one_time_links drop constraint one_time_links_kind_check, drop constraint one_time_links_check, drop constraint one_time_links_check1;
--> statement-breakpoint
alter table one_time_links
  add constraint one_time_links_kinds check (kind in ('invitation', 'recovery', 'role', 'setup', 'undo')),
  add constraint one_time_links_of check (
    (kind = 'invitation') = (organization is not null)
    and (kind in ('recovery', 'undo')) = (user_id is not null)
    and (kind in ('role', 'undo')) = (role is not null and region is not null)
  );
--> statement-breakpoint
create index one_time_links_of_kind on one_time_links (kind, issued_at) where used_at is null and revoked_at is null;
--> statement-breakpoint
create index one_time_links_by on one_time_links (issued_by) where used_at is null and revoked_at is null;
--> statement-breakpoint
-- Who works here is few among all who file.
create index grants_of_staff on grants (region) where role <> 'host';
