-- Logs of past cases, brought from elsewhere. What is in a log is a file named by its content; a row makes it a log.
create schema history;

create table history.logs (
  name text primary key check (name <> ''),
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('xes', 'csv')),
  calendar text not null check (calendar in ('cn', 'weekdays')),
  counts jsonb not null,
  imported_at timestamptz(3) not null
);

comment on table history.logs is 'Imported logs: the kept file, the digest of the file somebody brought, and its counts. A log is never changed.';
comment on column history.logs.calendar is 'Whose working days its cases followed: the published calendar (cn), or only Monday to Friday (weekdays).';

grant usage on schema history to yimen_app;
grant select, insert on history.logs to yimen_app;
