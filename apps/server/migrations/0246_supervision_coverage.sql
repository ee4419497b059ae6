-- Fees and queue tickets beside licences and seals. Which kinds there are is the program's table, asked at the door; a list
-- here would have to be changed with it.
alter table supervision.ledgers drop constraint ledgers_kind_check;

-- A ticket that was only a question is of no item and no department. Several cases may be handed in on one ticket.
alter table supervision.ledger_rows
  alter column item_id drop not null,
  add column department text,
  add column case_numbers text[] not null default '{}',
  add column outcome text,
  add column amount_fen bigint check (amount_fen > 0),
  add column listed jsonb;
update supervision.ledger_rows
  set department = authority, case_numbers = case when case_number is null then '{}' else array[case_number] end;
alter table supervision.ledger_rows drop column case_number;
create index ledger_rows_department on supervision.ledger_rows (jurisdiction, month, department) where current;

comment on column supervision.ledger_rows.authority is 'Who keeps the ledger: a department, or @hall.';
comment on column supervision.ledger_rows.department is 'Who answers for the row: the department of the ledger, or of the item.';
comment on column supervision.ledger_rows.listed is 'What the published list said of the item''s fees on that day; null where it said nothing.';
