-- A log belongs to the hall that brought it; '000000' is of no hall: brought at the command line for whoever works there.
alter table history.logs add column jurisdiction text not null default '000000' check (jurisdiction ~ '^\d{6}$');
alter table history.logs alter column jurisdiction drop default;
alter table history.logs drop constraint logs_pkey;
alter table history.logs add primary key (jurisdiction, name);
-- What was taken from the hall's own ledger came from no file.
alter table history.logs drop constraint logs_format_check;
alter table history.logs add constraint logs_format_check check (format in ('xes', 'csv', 'ledger'));

create table history.rehearsals (
  jurisdiction text not null check (jurisdiction ~ '^\d{6}$'),
  id text not null check (id <> ''),
  log text not null,
  title text not null check (title <> ''),
  reform jsonb not null,
  result jsonb not null,
  by_person text not null,
  at timestamptz(3) not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, log) references history.logs (jurisdiction, name)
);
create index rehearsals_of_log on history.rehearsals (jurisdiction, log, at desc);

comment on table history.rehearsals is 'Reforms rehearsed on a log (改革推演), as they were computed that day; never changed. The id is the command that asked.';

grant select, insert on history.rehearsals to yimen_app;
