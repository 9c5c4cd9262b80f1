-- 遴选评分: what each reviewer gives a filing by the four criteria. It decides nothing.
create table filing_scores (
  filing uuid not null,
  by_id uuid not null,
  scores jsonb not null,
  at timestamptz not null,
  primary key (filing, by_id)
);
