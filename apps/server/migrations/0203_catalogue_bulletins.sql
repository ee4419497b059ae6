-- 权责清单动态调整情况通报: the statistics as they were told after each 28th; the entry of the same day has the hash of the body.
create table catalogue.change_bulletin (
  jurisdiction text not null,
  as_of date not null,
  body jsonb not null,
  issued_at timestamptz(3) not null,
  primary key (jurisdiction, as_of)
);
grant select, insert on catalogue.change_bulletin to yimen_app;
