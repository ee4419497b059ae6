-- Notices of holidays imported over the shipped ones. A notice is never changed or removed: a corrected one is imported
-- under its own name and wins by its day of publication, so that every deadline ever shown can be explained again.
create schema calendar;

create table calendar.notice (
  id text not null,
  imported_at timestamptz(3) not null,
  imported_by text not null,
  year integer not null,
  content jsonb not null,
  primary key (id)
);

grant usage on schema calendar to yimen_app;
grant select, insert on calendar.notice to yimen_app;
