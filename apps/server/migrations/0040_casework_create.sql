-- Cases: what screens and timers read. History itself stands in the ledger, streams `case:<caseId>`; a row here is the
-- fold of one stream and can be made again from it.
create schema casework;

create table casework.cases (
  jurisdiction text not null,
  case_id text not null,
  number text not null,
  revision integer not null check (revision > 0),
  stage text not null,
  -- Until closed, declined, withdrawn … : only open cases are waited for, counted or re-reckoned.
  open boolean not null,
  item_id text not null,
  item_version integer not null,
  item_name text not null,
  authority text not null,
  authority_name text not null,
  -- Departments that examine beside the deciding one: their officers may see the case.
  other_authorities text[] not null default '{}',
  applicant_masked text not null,
  name_hash bytea not null,
  identity_hash bytea not null,
  filed_at timestamptz(3) not null,
  received_at timestamptz(3),
  -- The clock that matters most now, for lights and order.
  clock_kind text,
  due date,
  paused boolean not null default false,
  sort_at timestamptz(3) not null default 'infinity',
  -- When the timer must look at this case next; null when nothing will ever happen by itself.
  next_due_at timestamptz(3),
  calendar_version text not null,
  -- Every due day as last reckoned: what a changed calendar is compared with.
  dues jsonb not null,
  state jsonb not null,
  primary key (jurisdiction, case_id)
) with (fillfactor = 70);

create unique index cases_number on casework.cases (jurisdiction, number);
-- Two halls may give the same number on the same day: tracking asks by number alone and lets the query code decide.
create index cases_tracking on casework.cases (number);
create index cases_name on casework.cases (jurisdiction, name_hash, filed_at desc);
create index cases_due on casework.cases (next_due_at) where next_due_at is not null;
create index cases_authority on casework.cases (jurisdiction, authority, sort_at, case_id) where open;
create index cases_open on casework.cases (jurisdiction, sort_at, case_id) where open;

comment on table casework.cases is 'One row a case, folded from its stream. Names are masked; state holds the whole fold for the next act.';
comment on column casework.cases.sort_at is 'End of business hours on the due day; infinity while nothing runs. Ordering by it is ordering by remaining working time.';

-- What each open case waits for, one row per act: a person's queue is an index scan over what the person may do.
create table casework.tasks (
  jurisdiction text not null,
  case_id text not null,
  ordinal smallint not null,
  -- The officer's act as authorisations name it, and the command on the case.
  duty text not null,
  act text not null,
  step_id text,
  authority text not null,
  item_id text not null,
  holder text,
  -- Who may not, because they received, examined or proposed it.
  barred text[] not null default '{}',
  sort_at timestamptz(3) not null,
  due date,
  paused boolean not null,
  primary key (jurisdiction, case_id, ordinal)
) with (fillfactor = 70);

create index tasks_queue on casework.tasks (jurisdiction, authority, duty, sort_at, case_id)
  include (item_id, holder, barred, due, paused);

comment on table casework.tasks is 'Acts an open case waits for; rewritten with every act on the case.';

-- Serials of case numbers. Gaps are allowed here (a refused filing leaves one): this number is a name, not a register.
create table casework.number_serials (
  jurisdiction text not null,
  day date not null,
  last integer not null,
  primary key (jurisdiction, day)
);

-- Files people uploaded. Bytes are content-addressed in the file store; this row says that and as what they were taken.
create table casework.uploads (
  jurisdiction text not null,
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  at timestamptz(3) not null,
  primary key (jurisdiction, sha256)
);

create table casework.case_files (
  jurisdiction text not null,
  case_id text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  primary key (jurisdiction, case_id, sha256)
);

comment on table casework.case_files is 'Which case a file belongs to: a file is shown only to those who may see one of its cases.';

create table casework.drafts (
  draft_id text primary key check (length(draft_id) = 22),
  jurisdiction text not null,
  item_id text not null,
  item_version integer not null,
  content jsonb not null,
  saved_at timestamptz(3) not null,
  -- The id of the case it becomes, fixed at the first try to file it.
  reserved_case text,
  filed jsonb
);
create index drafts_saved on casework.drafts (saved_at) where filed is null;

comment on table casework.drafts is 'Applications being typed. The id is 128 random bits and the only key to it; no history is kept.';

-- Due days that moved because the calendar did: which, from when to when, by which notice.
create table casework.clock_moves (
  jurisdiction text not null,
  case_id text not null,
  at timestamptz(3) not null,
  clock text not null,
  due_before date,
  due_after date,
  calendar_before text not null,
  calendar_after text not null,
  reason text not null,
  primary key (jurisdiction, case_id, at, clock)
);

comment on table casework.clock_moves is 'Every due day a changed calendar moved (2020: the holiday was lengthened while it ran).';

-- Keys made once per database: query codes and tracking tokens are derived from them and stored nowhere.
create table casework.secrets (
  name text primary key,
  value bytea not null
);

grant usage on schema casework to yimen_app;
grant select, insert, update on casework.cases to yimen_app;
grant select, insert, update, delete on casework.tasks to yimen_app;
grant select, insert, update on casework.number_serials to yimen_app;
grant select, insert on casework.uploads to yimen_app;
grant select, insert on casework.case_files to yimen_app;
grant select, insert, update, delete on casework.drafts to yimen_app;
grant select, insert on casework.clock_moves to yimen_app;
grant select, insert on casework.secrets to yimen_app;
