-- 绩效计分: the sheet in force by month, and points entered by hand with their document. Scores themselves are reckoned, never stored.
create table supervision.score_sheets (
  jurisdiction text not null,
  from_month text not null check (from_month ~ '^\d{4}-\d{2}$'),
  body jsonb not null,
  published_by text not null,
  published_at timestamptz(3) not null,
  primary key (jurisdiction, from_month, published_at)
);
create table supervision.score_entries (
  jurisdiction text not null,
  authority text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  line text not null,
  times integer not null check (times between 1 and 100),
  reason text not null,
  record text not null,
  entered_by text not null,
  entered_at timestamptz(3) not null,
  command_id text not null,
  primary key (jurisdiction, authority, month, command_id)
);
grant select, insert on supervision.score_sheets, supervision.score_entries to yimen_app;
grant select on supervision.score_sheets, supervision.score_entries to yimen_supervisor;
