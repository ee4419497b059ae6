-- The daily sheet: what the last checkpoint of a day said, kept as it was printed.
create table proof.sheets (
  on_day date primary key,
  size bigint not null,
  note text not null,
  entries bigint not null check (entries >= 0),
  checkpoints integer not null check (checkpoints >= 0),
  at timestamptz(3) not null,
  made_at timestamptz(3) not null
);

comment on table proof.sheets is 'One row a day of the machine''s clock: the last checkpoint of the day, and how many entries and checkpoints it brought. Made in the night, never changed.';

create index checkpoints_at on proof.checkpoints (at);

grant select, insert on proof.sheets to yimen_app;
