-- Bulk import: the sender's own number of an activity, by which a second import of the same sheet knows it again.
alter table filings add column external_id text;
--> statement-breakpoint
create unique index filings_external on filings (organization, campaign, external_id) where external_id is not null;
