-- What operators say about how nodes serve under overload: one row, which holds on all nodes until its time is over.
create table ladder_holds (
  only_one boolean primary key default true check (only_one),
  level text not null,
  reason text not null,
  until timestamptz not null
);
