-- 责任追究: cases about one person each, folded from the streams `accountability:<id>`, and the dictionaries of misconduct.
create table supervision.accountability (
  jurisdiction text not null,
  account_id text not null,
  year integer not null,
  serial integer not null check (serial > 0),
  subject text not null,
  authority text,
  cards text[] not null,
  opened_on date not null,
  phase text not null,
  served_on date,
  points numeric(4, 1) not null default 0,
  account jsonb not null,
  primary key (jurisdiction, account_id),
  -- 文号 without gaps or doubles.
  unique (jurisdiction, year, serial)
);
create index accountability_newest on supervision.accountability (jurisdiction, opened_on desc, serial desc);
create index accountability_cards on supervision.accountability using gin (cards);
create index accountability_subject on supervision.accountability (jurisdiction, subject);
create index accountability_served on supervision.accountability (jurisdiction, authority, served_on) where served_on is not null;
grant select, insert, update on supervision.accountability to yimen_app;
grant select on supervision.accountability to yimen_supervisor;

create table supervision.misconduct (
  jurisdiction text not null,
  from_day date not null,
  body jsonb not null,
  laid_down_by text not null,
  laid_down_at timestamptz(3) not null,
  primary key (jurisdiction, from_day, laid_down_at)
);
comment on table supervision.misconduct is 'Dictionaries of misconduct a place laid down over the shipped one; the one that began last is in force.';
grant select, insert on supervision.misconduct to yimen_app;
grant select on supervision.misconduct to yimen_supervisor;
