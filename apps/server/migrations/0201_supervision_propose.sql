-- 监察建议书: a numbered, sealed paper put to a department, with its reply. Folded from the streams `proposal:<id>`.
create table supervision.proposals (
  jurisdiction text not null,
  proposal_id text not null,
  year integer not null,
  serial integer not null check (serial > 0),
  authority text not null,
  cards text[] not null,
  issued_on date not null,
  phase text not null,
  reply_by date,
  paper text not null,
  proposal jsonb not null,
  primary key (jurisdiction, proposal_id),
  -- 文号 without gaps or doubles.
  unique (jurisdiction, year, serial)
);
create index proposals_newest on supervision.proposals (jurisdiction, issued_on desc, serial desc);
create index proposals_cards on supervision.proposals using gin (cards);
grant select, insert, update on supervision.proposals to yimen_app;
grant select on supervision.proposals to yimen_supervisor;
