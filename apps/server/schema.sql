-- What all migrations together make. Written by `npm run db:dump`, checked by `npm test`; for reading, not for running.

-- extensions

extension plpgsql

-- schemas

schema casework

schema demo

schema documents

schema ledger

schema platform -- What the program needs for itself: which migrations ran.

schema public -- standard public schema

schema rating

-- sequences

sequence ledger.entry_seq as bigint start 1 increment 1

-- tables

table casework.case_files
  jurisdiction text not null
  case_id text not null
  sha256 text not null
  name text not null
  media_type text not null

table casework.cases
  jurisdiction text not null
  case_id text not null
  number text not null
  revision integer not null
  stage text not null
  open boolean not null
  item_id text not null
  item_version integer not null
  item_name text not null
  authority text not null
  authority_name text not null
  other_authorities text[] not null default '{}'::text[]
  applicant_masked text not null
  name_hash bytea not null
  identity_hash bytea not null
  filed_at timestamp(3) with time zone not null
  received_at timestamp(3) with time zone
  clock_kind text
  due date
  paused boolean not null default false
  sort_at timestamp(3) with time zone not null default 'infinity'::timestamp with time zone
  next_due_at timestamp(3) with time zone
  calendar_version text not null
  dues jsonb not null
  state jsonb not null

table casework.clock_moves
  jurisdiction text not null
  case_id text not null
  at timestamp(3) with time zone not null
  clock text not null
  due_before date
  due_after date
  calendar_before text not null
  calendar_after text not null
  reason text not null

table casework.drafts
  draft_id text not null
  jurisdiction text not null
  item_id text not null
  item_version integer not null
  content jsonb not null
  saved_at timestamp(3) with time zone not null
  reserved_case text
  filed jsonb

table casework.number_serials
  jurisdiction text not null
  day date not null
  last integer not null

table casework.secrets
  name text not null
  value bytea not null

table casework.tasks
  jurisdiction text not null
  case_id text not null
  ordinal smallint not null
  duty text not null
  act text not null
  step_id text
  authority text not null
  item_id text not null
  holder text
  sort_at timestamp(3) with time zone not null
  due date
  paused boolean not null

table casework.uploads
  jurisdiction text not null
  sha256 text not null
  bytes integer not null
  media_type text not null
  at timestamp(3) with time zone not null

table demo.clock
  "only" boolean not null default true
  offset_days integer not null default 0
  created_at timestamp(3) with time zone not null

table documents.number_series
  jurisdiction text not null
  series text not null
  last integer not null

table documents.papers
  jurisdiction text not null
  paper_id text not null
  case_id text not null
  revision integer not null
  kind text not null
  ordinal smallint not null
  requested_at timestamp(3) with time zone not null
  state text not null
  number text
  issuer text
  issued_on date
  verification_code text
  content jsonb
  sha256 text
  pages integer
  sealed_at timestamp(3) with time zone
  failure text

table ledger.commands
  jurisdiction text not null
  scope text not null
  command_id text not null
  request_hash bytea not null
  answer jsonb not null
  at timestamp(3) with time zone not null

partitioned table ledger.entries partition by RANGE (at)
  jurisdiction text not null
  stream text not null
  revision integer not null
  type text not null
  at timestamp(3) with time zone not null
  device_time timestamp(3) with time zone
  actor jsonb not null
  body jsonb not null
  command_id text not null
  prev_hash bytea
  hash bytea not null
  seq bigint not null default nextval('ledger.entry_seq'::regclass)
  xid xid8 not null default pg_current_xact_id()

table ledger.heads
  jurisdiction text not null
  stream text not null
  revision integer not null
  hash bytea not null

table platform.migration
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()

table rating.ratings
  jurisdiction text not null
  case_id text not null
  item_id text not null
  authority text not null
  level smallint not null
  dimensions jsonb not null
  comment text
  at timestamp(3) with time zone not null

-- constraints

casework.case_files case_files_pkey PRIMARY KEY (jurisdiction, case_id, sha256)

casework.cases cases_pkey PRIMARY KEY (jurisdiction, case_id)

casework.cases cases_revision_check CHECK ((revision > 0))

casework.clock_moves clock_moves_pkey PRIMARY KEY (jurisdiction, case_id, at, clock)

casework.drafts drafts_draft_id_check CHECK ((length(draft_id) = 22))

casework.drafts drafts_pkey PRIMARY KEY (draft_id)

casework.number_serials number_serials_pkey PRIMARY KEY (jurisdiction, day)

casework.secrets secrets_pkey PRIMARY KEY (name)

casework.tasks tasks_pkey PRIMARY KEY (jurisdiction, case_id, ordinal)

casework.uploads uploads_pkey PRIMARY KEY (jurisdiction, sha256)

demo.clock clock_offset_days_check CHECK (((offset_days >= 0) AND (offset_days <= 36500)))

demo.clock clock_only_check CHECK ("only")

demo.clock clock_pkey PRIMARY KEY ("only")

documents.number_series number_series_last_check CHECK ((last > 0))

documents.number_series number_series_pkey PRIMARY KEY (jurisdiction, series)

documents.papers papers_pkey PRIMARY KEY (jurisdiction, paper_id)

documents.papers papers_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'numbered'::text, 'ready'::text, 'revoked'::text, 'failed'::text])))

ledger.commands commands_pkey PRIMARY KEY (jurisdiction, scope, command_id)

ledger.entries entries_hash_check CHECK ((octet_length(hash) = 32))

ledger.entries entries_pkey PRIMARY KEY (jurisdiction, stream, revision, at)

ledger.entries entries_revision_check CHECK ((revision > 0))

ledger.heads heads_pkey PRIMARY KEY (jurisdiction, stream)

platform.migration migration_pkey PRIMARY KEY (name)

rating.ratings ratings_level_check CHECK (((level >= 1) AND (level <= 5)))

rating.ratings ratings_pkey PRIMARY KEY (jurisdiction, case_id)

-- indexes

CREATE UNIQUE INDEX case_files_pkey ON casework.case_files USING btree (jurisdiction, case_id, sha256)

CREATE INDEX cases_authority ON casework.cases USING btree (jurisdiction, authority, sort_at, case_id) WHERE open

CREATE INDEX cases_due ON casework.cases USING btree (next_due_at) WHERE (next_due_at IS NOT NULL)

CREATE INDEX cases_name ON casework.cases USING btree (jurisdiction, name_hash, filed_at DESC)

CREATE UNIQUE INDEX cases_number ON casework.cases USING btree (jurisdiction, number)

CREATE INDEX cases_open ON casework.cases USING btree (jurisdiction, sort_at, case_id) WHERE open

CREATE UNIQUE INDEX cases_pkey ON casework.cases USING btree (jurisdiction, case_id)

CREATE INDEX cases_tracking ON casework.cases USING btree (number)

CREATE UNIQUE INDEX clock_moves_pkey ON casework.clock_moves USING btree (jurisdiction, case_id, at, clock)

CREATE UNIQUE INDEX drafts_pkey ON casework.drafts USING btree (draft_id)

CREATE INDEX drafts_saved ON casework.drafts USING btree (saved_at) WHERE (filed IS NULL)

CREATE UNIQUE INDEX number_serials_pkey ON casework.number_serials USING btree (jurisdiction, day)

CREATE UNIQUE INDEX secrets_pkey ON casework.secrets USING btree (name)

CREATE UNIQUE INDEX tasks_pkey ON casework.tasks USING btree (jurisdiction, case_id, ordinal)

CREATE INDEX tasks_queue ON casework.tasks USING btree (jurisdiction, authority, duty, sort_at, case_id) INCLUDE (item_id, holder, due, paused)

CREATE UNIQUE INDEX uploads_pkey ON casework.uploads USING btree (jurisdiction, sha256)

CREATE UNIQUE INDEX clock_pkey ON demo.clock USING btree ("only")

CREATE UNIQUE INDEX number_series_pkey ON documents.number_series USING btree (jurisdiction, series)

CREATE UNIQUE INDEX papers_code ON documents.papers USING btree (verification_code) WHERE (verification_code IS NOT NULL)

CREATE INDEX papers_hash ON documents.papers USING btree (sha256) WHERE (sha256 IS NOT NULL)

CREATE UNIQUE INDEX papers_once ON documents.papers USING btree (jurisdiction, case_id, revision, kind)

CREATE UNIQUE INDEX papers_pkey ON documents.papers USING btree (jurisdiction, paper_id)

CREATE INDEX papers_unmade ON documents.papers USING btree (requested_at) WHERE (state = ANY (ARRAY['requested'::text, 'numbered'::text]))

CREATE UNIQUE INDEX commands_pkey ON ledger.commands USING btree (jurisdiction, scope, command_id)

CREATE UNIQUE INDEX entries_pkey ON ONLY ledger.entries USING btree (jurisdiction, stream, revision, at)

CREATE INDEX entries_reader ON ONLY ledger.entries USING btree (xid, seq)

CREATE UNIQUE INDEX heads_pkey ON ledger.heads USING btree (jurisdiction, stream)

CREATE UNIQUE INDEX migration_pkey ON platform.migration USING btree (name)

CREATE INDEX ratings_authority ON rating.ratings USING btree (jurisdiction, authority, at)

CREATE UNIQUE INDEX ratings_pkey ON rating.ratings USING btree (jurisdiction, case_id)

-- functions

CREATE OR REPLACE FUNCTION ledger.ensure_partitions(first_month date, last_month date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  month date := date_trunc('month', first_month)::date;
  made integer := 0;
  lower_end timestamptz;
  upper_end timestamptz;
begin
  if last_month > first_month + interval '20 years' then
    raise exception 'refusing to make partitions for more than twenty years';
  end if;
  perform pg_advisory_xact_lock(hashtext('ledger.ensure_partitions'));
  while month <= last_month loop
    lower_end := month::timestamp at time zone 'Asia/Shanghai';
    upper_end := (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai';
    -- A month whose entries already stand in the default partition stays there: entries are never moved.
    if to_regclass(format('ledger.entries_%s', to_char(month, 'YYYYMM'))) is null
       and not exists (select from ledger.entries_default where at >= lower_end and at < upper_end) then
      execute format('create table ledger.entries_%s partition of ledger.entries for values from (%L) to (%L)',
                     to_char(month, 'YYYYMM'), lower_end, upper_end);
      made := made + 1;
    end if;
    month := (month + interval '1 month')::date;
  end loop;
  return made;
end;
$function$

-- what the application may do

function ledger.ensure_partitions(date,date): execute

schema casework: usage

schema demo: usage

schema documents: usage

schema ledger: usage

schema platform: usage

schema public: usage

schema rating: usage

sequence ledger.entry_seq: usage

table casework.case_files: insert, select

table casework.cases: insert, select, update

table casework.clock_moves: insert, select

table casework.drafts: delete, insert, select, update

table casework.number_serials: insert, select, update

table casework.secrets: insert, select

table casework.tasks: delete, insert, select, update

table casework.uploads: insert, select

table demo.clock: insert, select, update

table documents.number_series: insert, select, update

table documents.papers: insert, select, update

table ledger.commands: insert, select

table ledger.entries: insert, select

table ledger.heads: insert, select, update

table platform.migration: select

table rating.ratings: insert, select

-- comments

casework.case_files: Which case a file belongs to: a file is shown only to those who may see one of its cases.

casework.cases: One row a case, folded from its stream. Names are masked; state holds the whole fold for the next act.

casework.cases.sort_at: End of business hours on the due day; infinity while nothing runs. Ordering by it is ordering by remaining working time.

casework.clock_moves: Every due day a changed calendar moved (2020: the holiday was lengthened while it ran).

casework.drafts: Applications being typed. The id is 128 random bits and the only key to it; no history is kept.

casework.tasks: Acts an open case waits for; rewritten with every act on the case.

demo.clock: Days the demonstration is ahead of the machine.

documents.papers: One row a paper, made once per fact and kind; a crash between numbering and sealing resumes with the same number.

ledger.commands: First answer to each command id: a retry gets it again, another request under the same id is refused.

ledger.entries: What happened, in order within each stream. A correction is a new entry. `at` is the server's clock; `device_time` is only what a device claimed.

ledger.entries.hash: SHA-256 over the canonical JSON of the entry and the hash before it.

ledger.entries.xid: Readers take only transactions older than every running one, so a slow writer is never skipped.

ledger.heads: Last revision and hash of each stream: the lock of an append, and the start of the next hash.
