-- 中心之外无审批: what left under a case, what departments say left them, and what was done about the difference.

-- Serials and document numbers as the ledger has them, one row a thing; a row exists only for a case that exists.
create table supervision.outputs (
  jurisdiction text not null,
  kind text not null check (kind in ('licence', 'document')),
  serial text not null check (serial <> ''),
  case_id text not null,
  on_day date not null,
  primary key (jurisdiction, kind, serial, case_id)
);
create index outputs_day on supervision.outputs (jurisdiction, on_day, kind);
create index outputs_case on supervision.outputs (jurisdiction, case_id);
comment on table supervision.outputs is 'Licence serials and document numbers by case; can be made again from the ledger.';

-- What the ledger had before this table: its reader is past it. `on conflict` lets the reader meet an entry again.
insert into supervision.outputs (jurisdiction, kind, serial, case_id, on_day)
select jurisdiction, 'licence', body->>'licenceNumber', substr(stream, 6), (at at time zone 'Asia/Shanghai')::date
from ledger.entries where type = 'resultIssued' and stream like 'case:%' and body->>'licenceNumber' <> ''
on conflict do nothing;
insert into supervision.outputs (jurisdiction, kind, serial, case_id, on_day)
select jurisdiction, 'document', body->>'number', body->>'caseId', (at at time zone 'Asia/Shanghai')::date
from ledger.entries where type = 'paperNumbered' and stream like 'paper:%' and body->>'number' <> ''
on conflict do nothing;

-- A department's ledger of a month, as it was last handed in; every handing-in is an entry of stream `ledger:…`.
create table supervision.ledgers (
  jurisdiction text not null,
  authority text not null,
  kind text not null check (kind in ('licence', 'seal')),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  revision integer not null check (revision > 0),
  sha256 text not null,
  imported_by text not null,
  imported_at timestamptz(3) not null,
  first_on date not null,
  primary key (jurisdiction, authority, kind, month)
);

create table supervision.ledger_rows (
  jurisdiction text not null,
  authority text not null,
  kind text not null,
  month text not null,
  serial text not null,
  line integer not null,
  item_id text not null,
  issued_on date not null,
  case_number text,
  -- Of the ledger as it stands; one that a correction left out stays, marked.
  current boolean not null default true,
  primary key (jurisdiction, authority, kind, serial),
  foreign key (jurisdiction, authority, kind, month) references supervision.ledgers
);
create index ledger_rows_month on supervision.ledger_rows (jurisdiction, month, authority, kind) where current;

-- What was done about a row, folded from its stream `ledgerRow:…`. 补录 stands here and nowhere among the cases.
create table supervision.ledger_follow (
  jurisdiction text not null,
  authority text not null,
  kind text not null,
  serial text not null,
  revision integer not null check (revision > 0),
  state jsonb not null,
  card_id text,
  primary key (jurisdiction, authority, kind, serial)
);

-- Who hands a department's ledger in, and by which working day of the next month; the head and the fifth where absent.
create table supervision.ledger_duties (
  jurisdiction text not null,
  authority text not null,
  kind text not null,
  owner text,
  due_day smallint not null check (due_day between 1 and 20),
  primary key (jurisdiction, authority, kind)
);

grant select, insert on supervision.outputs to yimen_app;
grant select, insert, update on supervision.ledgers, supervision.ledger_rows, supervision.ledger_follow, supervision.ledger_duties to yimen_app;
grant select on supervision.outputs, supervision.ledgers, supervision.ledger_rows, supervision.ledger_follow, supervision.ledger_duties
  to yimen_supervisor;
create index watch_number on supervision.watch (jurisdiction, number);
