-- 星级标准: what the stars of a hall are counted by, each from its day on; the shipped scheme stands before the first.
create table catalogue.star_scheme (
  jurisdiction text not null,
  command_id text not null,
  effective_from date not null,
  scheme jsonb not null,
  reason text not null,
  decided_by text not null,
  decided_name text not null,
  decided_at timestamptz(3) not null,
  primary key (jurisdiction, command_id)
);
create index star_scheme_from on catalogue.star_scheme (jurisdiction, effective_from desc, decided_at desc);
comment on table catalogue.star_scheme is 'Rows are only added: of two for one day the one decided later holds. The ledger has each with its reason.';

grant select, insert on catalogue.star_scheme to yimen_app;
