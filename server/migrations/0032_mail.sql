-- Where an account is written to, and of what. The link that confirms an address is kept as its SHA-256; the one that ends all mail is
-- in every mail, and can do nothing else.
create table mail_addresses (
  user_id uuid primary key,
  address text not null,
  language text not null,
  kinds text[] not null,
  token_sha256 text unique,
  token_until timestamptz,
  confirmed_at timestamptz,
  ending text not null unique
);
--> statement-breakpoint
-- What is sent. Of one notice there is one; a link that confirms has none. What has arrived keeps no words.
create table mails (
  id uuid primary key,
  user_id uuid not null,
  notice uuid,
  kind text not null,
  address text not null,
  subject text not null,
  body text not null,
  html text not null,
  ending text,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts int not null default 0,
  due_at timestamptz not null,
  tried_at timestamptz,
  answer jsonb,
  settled_at timestamptz,
  unique (user_id, notice)
);
--> statement-breakpoint
create index mails_due on mails (due_at) where state = 'waiting';
--> statement-breakpoint
create index mails_by_time on mails (at desc, id desc);
--> statement-breakpoint
create index mails_settled on mails (settled_at) where state = 'delivered';
