-- Addresses that thousands share: a campaign's operators list them, and the ceilings of each address there are higher.
create table address_ranges (
  campaign text not null references campaigns (slug) on delete cascade,
  range text not null,
  note text not null,
  guests_per_second int not null check (guests_per_second >= 20),
  sockets int not null check (sockets >= 3000),
  primary key (campaign, range)
);
