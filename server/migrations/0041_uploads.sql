-- Pictures that people bring, drawn anew: nothing is kept of a file as it came. `subject`: what shows it. One that nothing shows
-- (`loose_since`) is forgotten after a day, in which whoever took it away may put it back.
create table uploads (
  id uuid primary key,
  kind text not null,
  subject text,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  loose_since timestamptz
);
--> statement-breakpoint
create index uploads_of on uploads (subject) where subject is not null;
--> statement-breakpoint
create index uploads_loose on uploads (loose_since) where loose_since is not null;
--> statement-breakpoint
create table upload_forms (
  upload uuid not null references uploads (id) on delete cascade,
  width int not null,
  body bytea not null,
  primary key (upload, width)
);
--> statement-breakpoint
alter table filing_supplements alter column content set default '{"pictures": [], "photos": [], "online": [], "videos": [], "news": []}';
--> statement-breakpoint
update filing_supplements set content = content || '{"pictures": []}';
