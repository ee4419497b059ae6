-- Rules a place lays down: why, and which set its open cases were last looked at by.
alter table supervision.rule_sets add column reason text not null default '';

create table supervision.rules_applied (
  jurisdiction text primary key,
  code text not null
);
grant select, insert, update on supervision.rules_applied to yimen_app;
