-- The network: divisions to the village, halls, the departments that decide, their approval offices, windows and stations.
create schema network;

create table network.division (
  code text primary key check (code ~ '^\d{12}$'),
  name text not null,
  level smallint not null check (level between 1 and 5),
  parent text references network.division
);
create index division_parent on network.division (parent);

create table network.centre (
  jurisdiction text not null,
  id text not null,
  name text not null,
  division text not null,
  division_name text not null,
  address text not null,
  hours text not null,
  phone text not null,
  complaint_phone text not null,
  demonstration boolean not null,
  primary key (jurisdiction, id)
);

create table network.department (
  jurisdiction text not null,
  id text not null,
  name text not null,
  short_name text not null,
  credit_code text,
  kind text not null,
  phone text,
  primary key (jurisdiction, id)
);
comment on column network.department.credit_code is 'Null where the source of an import gives a code that fails its check character.';

create table network.approval_office (
  jurisdiction text not null,
  id text not null,
  authority text not null,
  name text not null,
  form text not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, authority) references network.department
);

create table network.service_window (
  jurisdiction text not null,
  id text not null,
  centre text not null,
  number text not null,
  name text not null,
  kind text not null check (kind in ('department', 'comprehensive')),
  authority text,
  classes text[],
  primary key (jurisdiction, id),
  foreign key (jurisdiction, centre) references network.centre,
  foreign key (jurisdiction, authority) references network.department
);

create table network.station (
  jurisdiction text not null,
  id text not null,
  centre text not null,
  division text not null,
  name text not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, centre) references network.centre
);

grant usage on schema network to yimen_app;
grant select, insert, update on all tables in schema network to yimen_app;
