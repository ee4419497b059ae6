-- Prints of the keys personal data is sealed with, never the keys: a ring that is not this database's is refused.
create table platform.key_prints (
  id text primary key check (id ~ '^k[0-9]+$'),
  print bytea not null
);

comment on table platform.key_prints is 'Which keys of the key ring this database was sealed with, by a print that gives none away.';

grant select, insert on platform.key_prints to yimen_app;
