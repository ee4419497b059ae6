-- 上级模板: which item of a hall was taken from which item of the hall above, and up to which version it follows it.
create table catalogue.adoption (
  jurisdiction text not null,
  item_id text not null,
  from_jurisdiction text not null,
  from_item_id text not null,
  version integer not null,
  settled integer not null,
  declined_version integer,
  declined_reason text,
  primary key (jurisdiction, item_id),
  foreign key (from_jurisdiction, from_item_id, version) references catalogue.item_version (jurisdiction, item_id, version),
  check (settled >= version),
  check ((declined_version is null) = (declined_reason is null))
);
comment on column catalogue.adoption.version is 'The version of the template the item rests on: what it may differ from is judged by this one.';
comment on column catalogue.adoption.settled is 'The newest version of the template that was taken over, declined, or concerned nobody below; a newer one is a proposal.';
create index adoption_from on catalogue.adoption (from_jurisdiction, from_item_id);
grant select, insert, update on catalogue.adoption to yimen_app;
