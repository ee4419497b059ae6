-- The demonstration's own clock. The row exists only in a database that was created as a demonstration; without it no
-- server, whatever it was told, moves time.
create schema demo;

create table demo.clock (
  "only" boolean primary key default true check ("only"),
  offset_days integer not null default 0 check (offset_days between 0 and 36500),
  created_at timestamptz(3) not null
);

comment on table demo.clock is 'Days the demonstration is ahead of the machine.';

grant usage on schema demo to yimen_app;
grant select, insert, update on demo.clock to yimen_app;
