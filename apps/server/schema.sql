-- What all migrations together make. Written by `npm run db:dump`, checked by `npm test`; for reading, not for running.

-- extensions

extension pg_trgm

extension plpgsql

-- schemas

schema calendar

schema casework

schema catalogue

schema demo

schema documents

schema history

schema ledger

schema network

schema people

schema platform -- What the program needs for itself: which migrations ran.

schema proof

schema public -- standard public schema

schema rating

schema supervision

-- sequences

sequence ledger.entry_seq as bigint start 1 increment 1

-- tables

table calendar.notice
  id text not null
  imported_at timestamp(3) with time zone not null
  imported_by text not null
  year integer not null
  content jsonb not null

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
  revision integer not null default 0
  touched jsonb not null default '{}'::jsonb
  resume_look_up bytea

table casework.look_ups
  jurisdiction text not null
  hash bytea not null
  case_id text not null

table casework.number_serials
  jurisdiction text not null
  day date not null
  last integer not null

table casework.replies
  jurisdiction text not null
  case_id text not null
  act text not null
  content jsonb not null
  saved_at timestamp(3) with time zone not null

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
  barred text[] not null default '{}'::text[]
  sort_at timestamp(3) with time zone not null
  due date
  paused boolean not null

table casework.upload_holders
  jurisdiction text not null
  holder text not null
  sha256 text not null
  at timestamp(3) with time zone not null

table casework.uploads
  jurisdiction text not null
  sha256 text not null
  bytes integer not null
  media_type text not null
  at timestamp(3) with time zone not null
  state text not null default 'unscanned'::text
  scanned_at timestamp(3) with time zone
  signature text

table catalogue.adoption
  jurisdiction text not null
  item_id text not null
  from_jurisdiction text not null
  from_item_id text not null
  version integer not null
  settled integer not null
  declined_version integer
  declined_reason text

table catalogue.change
  jurisdiction text not null
  change_id text not null
  year integer not null
  number integer not null
  revision integer not null
  kind text not null
  trigger text not null
  authority text not null
  phase text not null
  outcome text
  applied_on date not null
  closed_on date
  due_on date
  item_ids text[] not null
  state jsonb not null

table catalogue.change_bulletin
  jurisdiction text not null
  as_of date not null
  body jsonb not null
  issued_at timestamp(3) with time zone not null

table catalogue.change_content
  jurisdiction text not null
  change_id text not null
  round integer not null
  item_id text not null
  content jsonb not null
  content_hash bytea not null

table catalogue.change_visit
  jurisdiction text not null
  change_id text not null
  at integer not null
  step text not null
  opened_on date not null
  due_on date not null
  done_on date
  result text
  days integer

table catalogue.draft
  jurisdiction text not null
  item_id text not null
  revision integer not null
  content jsonb not null
  saved_by text not null
  saved_at timestamp(3) with time zone not null

table catalogue.everyday_word
  jurisdiction text not null
  official text not null
  everyday text[] not null
  changed_by text not null
  changed_at timestamp(3) with time zone not null

table catalogue.item_end
  jurisdiction text not null
  item_id text not null
  from_day date not null
  change_id text not null

table catalogue.item_search
  jurisdiction text not null
  item_id text not null
  name text not null
  theme text not null
  authority text not null
  everyday text[] not null
  body text not null
  words text[] not null
  pinyin text not null
  initials text not null
  version integer not null default 1
  letter text not null generated always as upper("left"(initials, 1))
  made_with text not null default ''::text

table catalogue.item_star
  jurisdiction text not null
  item_id text not null
  on_day date not null
  version integer not null
  stars smallint not null
  points numeric(4,1) not null
  points_of smallint not null
  lines jsonb not null

table catalogue.item_version
  jurisdiction text not null
  item_id text not null
  version integer not null
  availability text not null
  effective_from date not null
  effective_to date
  content jsonb not null
  content_hash bytea not null
  source text not null
  name text not null generated always as COALESCE((content ->> 'name'::text), ''::text)
  authority text not null generated always as COALESCE((content ->> 'authority'::text), ''::text)
  kind text not null generated always as COALESCE((content ->> 'kind'::text), ''::text)
  level text not null generated always as COALESCE((content ->> 'level'::text), ''::text)
  code text generated always as COALESCE((content #>> '{codes,implementation}'::text[]), (content #>> '{codes,local}'::text[]))

table catalogue.missed_question
  jurisdiction text not null
  question text not null
  times integer not null
  first_on date not null
  last_on date not null
  dealt_on date

table catalogue.star_night
  jurisdiction text not null
  on_day date not null

table catalogue.star_scheme
  jurisdiction text not null
  command_id text not null
  effective_from date not null
  scheme jsonb not null
  reason text not null
  decided_by text not null
  decided_name text not null
  decided_at timestamp(3) with time zone not null

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

table history.logs
  name text not null
  file text not null
  source_sha256 text not null
  format text not null
  calendar text not null
  counts jsonb not null
  imported_at timestamp(3) with time zone not null
  jurisdiction text not null

table history.rehearsals
  jurisdiction text not null
  id text not null
  log text not null
  title text not null
  reform jsonb not null
  result jsonb not null
  by_person text not null
  at timestamp(3) with time zone not null
  item_id text
  paper text

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

table network.approval_office
  jurisdiction text not null
  id text not null
  authority text not null
  name text not null
  form text not null

table network.centre
  jurisdiction text not null
  id text not null
  name text not null
  division text not null
  division_name text not null
  address text not null
  hours text not null
  phone text not null
  complaint_phone text not null
  demonstration boolean not null

table network.department
  jurisdiction text not null
  id text not null
  name text not null
  short_name text not null
  credit_code text
  kind text not null
  phone text

table network.division
  code text not null
  name text not null
  level smallint not null
  parent text

table network.service_window
  jurisdiction text not null
  id text not null
  centre text not null
  number text not null
  name text not null
  kind text not null
  authority text
  classes text[]

table network.station
  jurisdiction text not null
  id text not null
  centre text not null
  division text not null
  name text not null

table people.account
  jurisdiction text not null
  person text not null
  username text not null
  password_hash text not null
  demonstration boolean not null default false
  disabled_at timestamp(3) with time zone
  created_at timestamp(3) with time zone not null
  password_changed_at timestamp(3) with time zone not null
  password_given boolean not null default false

table people.authorisation
  jurisdiction text not null
  id text not null
  number text not null
  authority text not null
  post text not null
  acts text[] not null
  items text[]
  handling text not null
  instant boolean not null
  from_day date not null
  to_day date not null

table people.delegation
  jurisdiction text not null
  id text not null
  post text not null
  to_person text not null
  from_day date not null
  to_day date not null
  reason text not null

table people.draft_key
  jurisdiction text not null
  person text not null
  key bytea not null

table people.passkey
  credential_id text not null
  jurisdiction text not null
  person text not null
  site text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null
  name text not null
  created_at timestamp(3) with time zone not null
  last_used_at timestamp(3) with time zone

table people.password_past
  jurisdiction text not null
  person text not null
  password_hash text not null
  until timestamp(3) with time zone not null

table people.person
  jurisdiction text not null
  id text not null
  name text not null

table people.post
  jurisdiction text not null
  id text not null
  authority text
  name text not null
  roles text[] not null

table people.posting
  jurisdiction text not null
  person text not null
  post text not null
  rank text not null
  from_day date not null
  to_day date

table people.provider_way
  secret_hash bytea not null
  begun_at timestamp(3) with time zone not null

table people.recovery_code
  jurisdiction text not null
  person text not null
  code_hash bytea not null
  used_at timestamp(3) with time zone

table people.revision
  "only" boolean not null default true
  revision bigint not null

table people.session
  secret_hash bytea not null
  id text not null
  jurisdiction text not null
  person text not null
  created_at timestamp(3) with time zone not null
  last_seen_at timestamp(3) with time zone not null
  stage text not null default 'open'::text
  factor text not null default 'none'::text
  proved_at timestamp(3) with time zone not null
  challenge text
  address text not null default ''::text
  way text not null default 'password'::text

table people.sign_in_failure
  subject bytea not null
  failures integer not null
  last_at timestamp(3) with time zone not null
  locked_until timestamp(3) with time zone

table people.sign_in_policy
  jurisdiction text not null
  password_profile text not null

table people.totp
  jurisdiction text not null
  person text not null
  secret text not null
  last_step bigint not null default 0
  confirmed_at timestamp(3) with time zone
  created_at timestamp(3) with time zone not null

table platform.key_prints
  id text not null
  print bytea not null

table platform.migration
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()

table proof.checkpoints
  size bigint not null
  root bytea not null
  note text not null
  at timestamp(3) with time zone not null

table proof.cosignatures
  size bigint not null
  witness text not null
  line text not null

table proof.deliveries
  witness text not null
  size bigint not null default 0
  delivered_at timestamp(3) with time zone
  pending_since timestamp(3) with time zone
  next_at timestamp(3) with time zone
  attempts integer not null default 0
  problem text

table proof.leaves
  index bigint not null
  hash bytea not null

table proof.log
  single boolean not null default true
  origin text
  verifier_key text
  size bigint not null default 0
  xid xid8 not null default '0'::xid8
  seq bigint not null default 0
  problem text
  problem_since timestamp(3) with time zone

table proof.sheets
  on_day date not null
  size bigint not null
  note text not null
  entries bigint not null
  checkpoints integer not null
  at timestamp(3) with time zone not null
  made_at timestamp(3) with time zone not null

table proof.tiles
  level smallint not null
  n bigint not null
  hashes bytea not null

table proof.witnessed
  origin text not null
  size bigint not null
  root bytea not null
  note text not null
  at timestamp(3) with time zone not null

table rating.ratings
  jurisdiction text not null
  case_id text not null
  item_id text not null
  level smallint not null
  dimensions jsonb not null
  comment text
  at timestamp(3) with time zone not null

table supervision.accountability
  jurisdiction text not null
  account_id text not null
  year integer not null
  serial integer not null
  subject text not null
  authority text
  cards text[] not null
  opened_on date not null
  phase text not null
  served_on date
  points numeric(4,1) not null default 0
  account jsonb not null

table supervision.acts
  jurisdiction text not null
  person text not null
  at timestamp(3) with time zone not null
  case_id text not null
  revision integer not null

table supervision.cards
  jurisdiction text not null
  card_id text not null
  key text not null
  revision integer not null
  case_id text not null
  case_number text not null
  item_id text not null
  authority text not null
  rule text not null
  family text not null
  level text not null
  phase text not null
  verdict text
  confidential boolean not null
  responsible text[] not null default '{}'::text[]
  points integer not null default 0
  raised_at timestamp(3) with time zone not null
  raised_on date not null
  since timestamp(3) with time zone not null
  due_on date
  escalate_on date
  escalated_to text[] not null default '{}'::text[]
  appealed boolean not null default false
  upheld_on date
  closed_on date
  card jsonb not null
  posts text[] not null default '{}'::text[]

table supervision.deeds
  jurisdiction text not null
  case_id text not null
  revision integer not null
  clock text not null
  post text not null
  on_day date not null
  late boolean not null

table supervision.heartbeat
  "only" boolean not null default true
  at timestamp(3) with time zone not null

table supervision.ledger_duties
  jurisdiction text not null
  authority text not null
  kind text not null
  owner text
  due_day smallint not null

table supervision.ledger_follow
  jurisdiction text not null
  authority text not null
  kind text not null
  serial text not null
  revision integer not null
  state jsonb not null
  card_id text

table supervision.ledger_rows
  jurisdiction text not null
  authority text not null
  kind text not null
  month text not null
  serial text not null
  line integer not null
  item_id text
  issued_on date not null
  current boolean not null default true
  department text
  case_numbers text[] not null default '{}'::text[]
  outcome text
  amount_fen bigint
  listed jsonb

table supervision.ledgers
  jurisdiction text not null
  authority text not null
  kind text not null
  month text not null
  revision integer not null
  sha256 text not null
  imported_by text not null
  imported_at timestamp(3) with time zone not null
  first_on date not null

table supervision.misconduct
  jurisdiction text not null
  from_day date not null
  body jsonb not null
  laid_down_by text not null
  laid_down_at timestamp(3) with time zone not null

table supervision.objections
  jurisdiction text not null
  case_id text not null
  ground text not null
  reason text not null
  by_person text not null
  at timestamp(3) with time zone not null

table supervision.outputs
  jurisdiction text not null
  kind text not null
  serial text not null
  case_id text not null
  on_day date not null

table supervision."position"
  reader text not null
  xid xid8 not null
  seq bigint not null
  moved_at timestamp(3) with time zone not null

table supervision.proposals
  jurisdiction text not null
  proposal_id text not null
  year integer not null
  serial integer not null
  authority text not null
  cards text[] not null
  issued_on date not null
  phase text not null
  reply_by date
  paper text not null
  proposal jsonb not null

table supervision.ratings
  jurisdiction text not null
  case_id text not null
  authority text not null
  level smallint not null
  on_day date not null
  post text

table supervision.recounts
  jurisdiction text not null
  at timestamp(3) with time zone not null
  cases integer not null
  expected integer not null
  missing text[] not null
  unexplained text[] not null

table supervision.reports
  jurisdiction text not null
  kind text not null
  from_day date not null
  to_day date not null
  body jsonb not null
  made_at timestamp(3) with time zone not null

table supervision.rule_sets
  jurisdiction text not null
  from_day date not null
  body jsonb not null
  published_by text not null
  published_at timestamp(3) with time zone not null
  reason text not null default ''::text

table supervision.rules_applied
  jurisdiction text not null
  code text not null

table supervision.score_entries
  jurisdiction text not null
  scored text not null
  month text not null
  line text not null
  times integer not null
  reason text not null
  record text not null
  entered_by text not null
  entered_at timestamp(3) with time zone not null
  command_id text not null
  subject text not null default 'department'::text

table supervision.score_sheets
  jurisdiction text not null
  from_month text not null
  body jsonb not null
  published_by text not null
  published_at timestamp(3) with time zone not null
  subject text not null default 'department'::text

table supervision.watch
  jurisdiction text not null
  case_id text not null
  number text not null
  revision integer not null
  item_id text not null
  item_version integer not null
  authority text not null
  promised boolean not null
  channel text not null
  stage text not null
  open boolean not null
  paused boolean not null default false
  due date
  identity_hash bytea
  phone_hash bytea
  filed_on date not null
  received_on date
  accepted_on date
  decided_on date
  outcome text
  ended_on date
  took_days integer
  promised_days integer
  statutory_days integer
  decided_late boolean
  state jsonb not null
  trail jsonb not null
  broken_at integer
  next_at timestamp(3) with time zone
  calendar_version text not null
  real_days integer
  waited_days integer
  served_on date
  visits integer
  rated boolean not null default false

-- constraints

calendar.notice notice_pkey PRIMARY KEY (id)

casework.case_files case_files_pkey PRIMARY KEY (jurisdiction, case_id, sha256)

casework.cases cases_pkey PRIMARY KEY (jurisdiction, case_id)

casework.cases cases_revision_check CHECK ((revision > 0))

casework.clock_moves clock_moves_pkey PRIMARY KEY (jurisdiction, case_id, at, clock)

casework.drafts drafts_draft_id_check CHECK ((length(draft_id) = 22))

casework.drafts drafts_pkey PRIMARY KEY (draft_id)

casework.look_ups look_ups_pkey PRIMARY KEY (jurisdiction, hash, case_id)

casework.number_serials number_serials_pkey PRIMARY KEY (jurisdiction, day)

casework.replies replies_act_check CHECK ((act = ANY (ARRAY['correction'::text, 'withdrawal'::text, 'rating'::text])))

casework.replies replies_jurisdiction_case_id_fkey FOREIGN KEY (jurisdiction, case_id) REFERENCES casework.cases(jurisdiction, case_id)

casework.replies replies_pkey PRIMARY KEY (jurisdiction, case_id, act)

casework.secrets secrets_pkey PRIMARY KEY (name)

casework.tasks tasks_pkey PRIMARY KEY (jurisdiction, case_id, ordinal)

casework.upload_holders upload_holders_holder_check CHECK ((holder ~ '^(draft|case|officer):.'::text))

casework.upload_holders upload_holders_jurisdiction_sha256_fkey FOREIGN KEY (jurisdiction, sha256) REFERENCES casework.uploads(jurisdiction, sha256)

casework.upload_holders upload_holders_pkey PRIMARY KEY (jurisdiction, holder, sha256)

casework.uploads uploads_check CHECK (((state = 'unscanned'::text) = (scanned_at IS NULL)))

casework.uploads uploads_check1 CHECK (((state = 'infected'::text) = (signature IS NOT NULL)))

casework.uploads uploads_pkey PRIMARY KEY (jurisdiction, sha256)

casework.uploads uploads_state_check CHECK ((state = ANY (ARRAY['unscanned'::text, 'clean'::text, 'infected'::text])))

catalogue.adoption adoption_check CHECK ((settled >= version))

catalogue.adoption adoption_check1 CHECK (((declined_version IS NULL) = (declined_reason IS NULL)))

catalogue.adoption adoption_from_jurisdiction_from_item_id_version_fkey FOREIGN KEY (from_jurisdiction, from_item_id, version) REFERENCES catalogue.item_version(jurisdiction, item_id, version)

catalogue.adoption adoption_pkey PRIMARY KEY (jurisdiction, item_id)

catalogue.change change_check CHECK (((phase = 'closed'::text) = ((outcome IS NOT NULL) AND (closed_on IS NOT NULL))))

catalogue.change change_jurisdiction_year_number_key UNIQUE (jurisdiction, year, number)

catalogue.change change_number_check CHECK ((number > 0))

catalogue.change change_outcome_check CHECK ((outcome = ANY (ARRAY['published'::text, 'rejected'::text, 'withdrawn'::text])))

catalogue.change change_pkey PRIMARY KEY (jurisdiction, change_id)

catalogue.change change_revision_check CHECK ((revision > 0))

catalogue.change_bulletin change_bulletin_pkey PRIMARY KEY (jurisdiction, as_of)

catalogue.change_content change_content_content_hash_check CHECK ((octet_length(content_hash) = 32))

catalogue.change_content change_content_jurisdiction_change_id_fkey FOREIGN KEY (jurisdiction, change_id) REFERENCES catalogue.change(jurisdiction, change_id)

catalogue.change_content change_content_pkey PRIMARY KEY (jurisdiction, change_id, round, item_id)

catalogue.change_content change_content_round_check CHECK ((round > 0))

catalogue.change_visit change_visit_jurisdiction_change_id_fkey FOREIGN KEY (jurisdiction, change_id) REFERENCES catalogue.change(jurisdiction, change_id)

catalogue.change_visit change_visit_pkey PRIMARY KEY (jurisdiction, change_id, at)

catalogue.change_visit change_visit_result_check CHECK ((result = ANY (ARRAY['done'::text, 'returned'::text, 'rejected'::text, 'withdrawn'::text, 'cut'::text])))

catalogue.draft draft_pkey PRIMARY KEY (jurisdiction, item_id, revision)

catalogue.draft draft_revision_check CHECK ((revision > 0))

catalogue.everyday_word everyday_word_official_check CHECK (((char_length(official) >= 2) AND (char_length(official) <= 60)))

catalogue.everyday_word everyday_word_pkey PRIMARY KEY (jurisdiction, official)

catalogue.item_end item_end_pkey PRIMARY KEY (jurisdiction, item_id, from_day)

catalogue.item_search item_search_pkey PRIMARY KEY (jurisdiction, item_id)

catalogue.item_star item_star_pkey PRIMARY KEY (jurisdiction, item_id, on_day)

catalogue.item_star item_star_stars_check CHECK (((stars >= 1) AND (stars <= 5)))

catalogue.item_version item_version_availability_check CHECK ((availability = ANY (ARRAY['applicable'::text, 'guideOnly'::text])))

catalogue.item_version item_version_check CHECK ((effective_to >= effective_from))

catalogue.item_version item_version_content_hash_check CHECK ((octet_length(content_hash) = 32))

catalogue.item_version item_version_pkey PRIMARY KEY (jurisdiction, item_id, version)

catalogue.item_version item_version_version_check CHECK ((version > 0))

catalogue.missed_question missed_question_pkey PRIMARY KEY (jurisdiction, question)

catalogue.missed_question missed_question_question_check CHECK (((char_length(question) >= 2) AND (char_length(question) <= 40)))

catalogue.missed_question missed_question_times_check CHECK ((times > 0))

catalogue.star_night star_night_pkey PRIMARY KEY (jurisdiction)

catalogue.star_scheme star_scheme_pkey PRIMARY KEY (jurisdiction, command_id)

demo.clock clock_offset_days_check CHECK (((offset_days >= 0) AND (offset_days <= 36500)))

demo.clock clock_only_check CHECK ("only")

demo.clock clock_pkey PRIMARY KEY ("only")

documents.number_series number_series_last_check CHECK ((last > 0))

documents.number_series number_series_pkey PRIMARY KEY (jurisdiction, series)

documents.papers papers_pkey PRIMARY KEY (jurisdiction, paper_id)

documents.papers papers_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'numbered'::text, 'ready'::text, 'revoked'::text, 'failed'::text])))

history.logs logs_calendar_check CHECK ((calendar = ANY (ARRAY['cn'::text, 'weekdays'::text])))

history.logs logs_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text))

history.logs logs_format_check CHECK ((format = ANY (ARRAY['xes'::text, 'csv'::text, 'ledger'::text])))

history.logs logs_jurisdiction_check CHECK ((jurisdiction ~ '^\d{6}$'::text))

history.logs logs_name_check CHECK ((name <> ''::text))

history.logs logs_pkey PRIMARY KEY (jurisdiction, name)

history.logs logs_source_sha256_check CHECK ((source_sha256 ~ '^[0-9a-f]{64}$'::text))

history.rehearsals rehearsals_id_check CHECK ((id <> ''::text))

history.rehearsals rehearsals_item_id_check CHECK ((item_id <> ''::text))

history.rehearsals rehearsals_jurisdiction_check CHECK ((jurisdiction ~ '^\d{6}$'::text))

history.rehearsals rehearsals_jurisdiction_log_fkey FOREIGN KEY (jurisdiction, log) REFERENCES history.logs(jurisdiction, name)

history.rehearsals rehearsals_paper_check CHECK ((paper ~ '^[0-9a-f]{64}$'::text))

history.rehearsals rehearsals_pkey PRIMARY KEY (jurisdiction, id)

history.rehearsals rehearsals_title_check CHECK ((title <> ''::text))

ledger.commands commands_pkey PRIMARY KEY (jurisdiction, scope, command_id)

ledger.entries entries_hash_check CHECK ((octet_length(hash) = 32))

ledger.entries entries_pkey PRIMARY KEY (jurisdiction, stream, revision, at)

ledger.entries entries_revision_check CHECK ((revision > 0))

ledger.heads heads_pkey PRIMARY KEY (jurisdiction, stream)

network.approval_office approval_office_jurisdiction_authority_fkey FOREIGN KEY (jurisdiction, authority) REFERENCES network.department(jurisdiction, id)

network.approval_office approval_office_pkey PRIMARY KEY (jurisdiction, id)

network.centre centre_pkey PRIMARY KEY (jurisdiction, id)

network.department department_pkey PRIMARY KEY (jurisdiction, id)

network.division division_code_check CHECK ((code ~ '^\d{12}$'::text))

network.division division_level_check CHECK (((level >= 1) AND (level <= 5)))

network.division division_parent_fkey FOREIGN KEY (parent) REFERENCES network.division(code)

network.division division_pkey PRIMARY KEY (code)

network.service_window service_window_jurisdiction_authority_fkey FOREIGN KEY (jurisdiction, authority) REFERENCES network.department(jurisdiction, id)

network.service_window service_window_jurisdiction_centre_fkey FOREIGN KEY (jurisdiction, centre) REFERENCES network.centre(jurisdiction, id)

network.service_window service_window_kind_check CHECK ((kind = ANY (ARRAY['department'::text, 'comprehensive'::text])))

network.service_window service_window_pkey PRIMARY KEY (jurisdiction, id)

network.station station_jurisdiction_centre_fkey FOREIGN KEY (jurisdiction, centre) REFERENCES network.centre(jurisdiction, id)

network.station station_pkey PRIMARY KEY (jurisdiction, id)

people.account account_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.person(jurisdiction, id)

people.account account_pkey PRIMARY KEY (jurisdiction, person)

people.account account_username_check CHECK ((username = lower(username)))

people.authorisation authorisation_check CHECK ((to_day >= from_day))

people.authorisation authorisation_handling_check CHECK ((handling = ANY (ARRAY['direct'::text, 'consulted'::text])))

people.authorisation authorisation_jurisdiction_post_fkey FOREIGN KEY (jurisdiction, post) REFERENCES people.post(jurisdiction, id)

people.authorisation authorisation_pkey PRIMARY KEY (jurisdiction, id)

people.delegation delegation_check CHECK ((to_day >= from_day))

people.delegation delegation_jurisdiction_post_fkey FOREIGN KEY (jurisdiction, post) REFERENCES people.post(jurisdiction, id)

people.delegation delegation_jurisdiction_to_person_fkey FOREIGN KEY (jurisdiction, to_person) REFERENCES people.person(jurisdiction, id)

people.delegation delegation_pkey PRIMARY KEY (jurisdiction, id)

people.draft_key draft_key_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.person(jurisdiction, id)

people.draft_key draft_key_key_check CHECK ((octet_length(key) = 32))

people.draft_key draft_key_pkey PRIMARY KEY (jurisdiction, person)

people.passkey passkey_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.account(jurisdiction, person) ON DELETE CASCADE

people.passkey passkey_pkey PRIMARY KEY (credential_id)

people.password_past password_past_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.account(jurisdiction, person) ON DELETE CASCADE

people.password_past password_past_pkey PRIMARY KEY (jurisdiction, person, until)

people.person person_pkey PRIMARY KEY (jurisdiction, id)

people.post post_pkey PRIMARY KEY (jurisdiction, id)

people.posting posting_check CHECK ((to_day >= from_day))

people.posting posting_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.person(jurisdiction, id)

people.posting posting_jurisdiction_post_fkey FOREIGN KEY (jurisdiction, post) REFERENCES people.post(jurisdiction, id)

people.posting posting_pkey PRIMARY KEY (jurisdiction, post, person, from_day)

people.posting posting_rank_check CHECK ((rank = ANY (ARRAY['A'::text, 'B'::text])))

people.provider_way provider_way_pkey PRIMARY KEY (secret_hash)

people.provider_way provider_way_secret_hash_check CHECK ((octet_length(secret_hash) = 32))

people.recovery_code recovery_code_code_hash_check CHECK ((octet_length(code_hash) = 32))

people.recovery_code recovery_code_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.account(jurisdiction, person) ON DELETE CASCADE

people.recovery_code recovery_code_pkey PRIMARY KEY (jurisdiction, person, code_hash)

people.revision revision_only_check CHECK ("only")

people.revision revision_pkey PRIMARY KEY ("only")

people.session session_factor_check CHECK ((factor = ANY (ARRAY['none'::text, 'totp'::text, 'passkey'::text, 'recovery'::text, 'provider'::text])))

people.session session_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.account(jurisdiction, person) ON DELETE CASCADE

people.session session_pkey PRIMARY KEY (secret_hash)

people.session session_secret_hash_check CHECK ((octet_length(secret_hash) = 32))

people.session session_stage_check CHECK ((stage = ANY (ARRAY['factor'::text, 'open'::text])))

people.session session_way_check CHECK ((way = ANY (ARRAY['password'::text, 'provider'::text])))

people.sign_in_failure sign_in_failure_pkey PRIMARY KEY (subject)

people.sign_in_policy sign_in_policy_password_profile_check CHECK ((password_profile = ANY (ARRAY['modern'::text, 'dengbao'::text])))

people.sign_in_policy sign_in_policy_pkey PRIMARY KEY (jurisdiction)

people.totp totp_jurisdiction_person_fkey FOREIGN KEY (jurisdiction, person) REFERENCES people.account(jurisdiction, person) ON DELETE CASCADE

people.totp totp_pkey PRIMARY KEY (jurisdiction, person)

platform.key_prints key_prints_id_check CHECK ((id ~ '^k[0-9]+$'::text))

platform.key_prints key_prints_pkey PRIMARY KEY (id)

platform.migration migration_pkey PRIMARY KEY (name)

proof.checkpoints checkpoints_pkey PRIMARY KEY (size)

proof.cosignatures cosignatures_pkey PRIMARY KEY (size, witness)

proof.deliveries deliveries_pkey PRIMARY KEY (witness)

proof.leaves leaves_pkey PRIMARY KEY (index)

proof.log log_pkey PRIMARY KEY (single)

proof.log log_single_check CHECK (single)

proof.log log_size_check CHECK ((size >= 0))

proof.sheets sheets_checkpoints_check CHECK ((checkpoints >= 0))

proof.sheets sheets_entries_check CHECK ((entries >= 0))

proof.sheets sheets_pkey PRIMARY KEY (on_day)

proof.tiles tiles_hashes_check CHECK ((((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0)))

proof.tiles tiles_pkey PRIMARY KEY (level, n)

proof.witnessed witnessed_pkey PRIMARY KEY (origin)

rating.ratings ratings_level_check CHECK (((level >= 1) AND (level <= 5)))

rating.ratings ratings_pkey PRIMARY KEY (jurisdiction, case_id)

supervision.accountability accountability_jurisdiction_year_serial_key UNIQUE (jurisdiction, year, serial)

supervision.accountability accountability_pkey PRIMARY KEY (jurisdiction, account_id)

supervision.accountability accountability_serial_check CHECK ((serial > 0))

supervision.acts acts_pkey PRIMARY KEY (jurisdiction, person, at, case_id, revision)

supervision.cards cards_pkey PRIMARY KEY (jurisdiction, card_id)

supervision.cards cards_revision_check CHECK ((revision > 0))

supervision.deeds deeds_pkey PRIMARY KEY (jurisdiction, case_id, revision, clock)

supervision.heartbeat heartbeat_only_check CHECK ("only")

supervision.heartbeat heartbeat_pkey PRIMARY KEY ("only")

supervision.ledger_duties ledger_duties_due_day_check CHECK (((due_day >= 1) AND (due_day <= 20)))

supervision.ledger_duties ledger_duties_pkey PRIMARY KEY (jurisdiction, authority, kind)

supervision.ledger_follow ledger_follow_pkey PRIMARY KEY (jurisdiction, authority, kind, serial)

supervision.ledger_follow ledger_follow_revision_check CHECK ((revision > 0))

supervision.ledger_rows ledger_rows_amount_fen_check CHECK ((amount_fen > 0))

supervision.ledger_rows ledger_rows_jurisdiction_authority_kind_month_fkey FOREIGN KEY (jurisdiction, authority, kind, month) REFERENCES supervision.ledgers(jurisdiction, authority, kind, month)

supervision.ledger_rows ledger_rows_pkey PRIMARY KEY (jurisdiction, authority, kind, serial)

supervision.ledgers ledgers_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text))

supervision.ledgers ledgers_pkey PRIMARY KEY (jurisdiction, authority, kind, month)

supervision.ledgers ledgers_revision_check CHECK ((revision > 0))

supervision.misconduct misconduct_pkey PRIMARY KEY (jurisdiction, from_day, laid_down_at)

supervision.objections objections_pkey PRIMARY KEY (jurisdiction, case_id)

supervision.outputs outputs_kind_check CHECK ((kind = ANY (ARRAY['licence'::text, 'document'::text])))

supervision.outputs outputs_pkey PRIMARY KEY (jurisdiction, kind, serial, case_id)

supervision.outputs outputs_serial_check CHECK ((serial <> ''::text))

supervision."position" position_pkey PRIMARY KEY (reader)

supervision.proposals proposals_jurisdiction_year_serial_key UNIQUE (jurisdiction, year, serial)

supervision.proposals proposals_pkey PRIMARY KEY (jurisdiction, proposal_id)

supervision.proposals proposals_serial_check CHECK ((serial > 0))

supervision.ratings ratings_pkey PRIMARY KEY (jurisdiction, case_id)

supervision.recounts recounts_pkey PRIMARY KEY (jurisdiction, at)

supervision.reports reports_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text])))

supervision.reports reports_pkey PRIMARY KEY (jurisdiction, kind, to_day)

supervision.rule_sets rule_sets_pkey PRIMARY KEY (jurisdiction, from_day)

supervision.rules_applied rules_applied_pkey PRIMARY KEY (jurisdiction)

supervision.score_entries score_entries_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text))

supervision.score_entries score_entries_pkey PRIMARY KEY (jurisdiction, subject, scored, month, command_id)

supervision.score_entries score_entries_subject_check CHECK ((subject = ANY (ARRAY['department'::text, 'post'::text])))

supervision.score_entries score_entries_times_check CHECK (((times >= 1) AND (times <= 100)))

supervision.score_sheets score_sheets_from_month_check CHECK ((from_month ~ '^\d{4}-\d{2}$'::text))

supervision.score_sheets score_sheets_pkey PRIMARY KEY (jurisdiction, subject, from_month, published_at)

supervision.score_sheets score_sheets_subject_check CHECK ((subject = ANY (ARRAY['department'::text, 'post'::text])))

supervision.watch watch_pkey PRIMARY KEY (jurisdiction, case_id)

supervision.watch watch_revision_check CHECK ((revision > 0))

-- indexes

CREATE UNIQUE INDEX notice_pkey ON calendar.notice USING btree (id)

CREATE UNIQUE INDEX case_files_pkey ON casework.case_files USING btree (jurisdiction, case_id, sha256)

CREATE INDEX cases_authority ON casework.cases USING btree (jurisdiction, authority, sort_at, case_id) WHERE open

CREATE INDEX cases_due ON casework.cases USING btree (next_due_at) WHERE (next_due_at IS NOT NULL)

CREATE INDEX cases_name ON casework.cases USING btree (jurisdiction, name_hash, filed_at DESC)

CREATE UNIQUE INDEX cases_number ON casework.cases USING btree (jurisdiction, number)

CREATE INDEX cases_open ON casework.cases USING btree (jurisdiction, sort_at, case_id) WHERE open

CREATE INDEX cases_others ON casework.cases USING gin (other_authorities) WHERE (open AND (other_authorities <> '{}'::text[]))

CREATE UNIQUE INDEX cases_pkey ON casework.cases USING btree (jurisdiction, case_id)

CREATE INDEX cases_tracking ON casework.cases USING btree (number)

CREATE INDEX cases_version ON casework.cases USING btree (jurisdiction, item_id, item_version, case_id) WHERE open

CREATE UNIQUE INDEX clock_moves_pkey ON casework.clock_moves USING btree (jurisdiction, case_id, at, clock)

CREATE UNIQUE INDEX drafts_pkey ON casework.drafts USING btree (draft_id)

CREATE UNIQUE INDEX drafts_resume ON casework.drafts USING btree (resume_look_up)

CREATE INDEX drafts_saved ON casework.drafts USING btree (saved_at) WHERE (filed IS NULL)

CREATE UNIQUE INDEX look_ups_pkey ON casework.look_ups USING btree (jurisdiction, hash, case_id)

CREATE UNIQUE INDEX number_serials_pkey ON casework.number_serials USING btree (jurisdiction, day)

CREATE UNIQUE INDEX replies_pkey ON casework.replies USING btree (jurisdiction, case_id, act)

CREATE INDEX replies_saved ON casework.replies USING btree (saved_at)

CREATE UNIQUE INDEX secrets_pkey ON casework.secrets USING btree (name)

CREATE UNIQUE INDEX tasks_pkey ON casework.tasks USING btree (jurisdiction, case_id, ordinal)

CREATE INDEX tasks_queue ON casework.tasks USING btree (jurisdiction, authority, duty, sort_at, case_id) INCLUDE (item_id, holder, barred, due, paused)

CREATE INDEX upload_holders_at ON casework.upload_holders USING btree (jurisdiction, holder, at)

CREATE UNIQUE INDEX upload_holders_pkey ON casework.upload_holders USING btree (jurisdiction, holder, sha256)

CREATE UNIQUE INDEX uploads_pkey ON casework.uploads USING btree (jurisdiction, sha256)

CREATE INDEX adoption_from ON catalogue.adoption USING btree (from_jurisdiction, from_item_id)

CREATE UNIQUE INDEX adoption_pkey ON catalogue.adoption USING btree (jurisdiction, item_id)

CREATE INDEX change_applied ON catalogue.change USING btree (jurisdiction, applied_on)

CREATE UNIQUE INDEX change_bulletin_pkey ON catalogue.change_bulletin USING btree (jurisdiction, as_of)

CREATE INDEX change_closed ON catalogue.change USING btree (jurisdiction, closed_on DESC) WHERE (phase = 'closed'::text)

CREATE UNIQUE INDEX change_content_pkey ON catalogue.change_content USING btree (jurisdiction, change_id, round, item_id)

CREATE INDEX change_items ON catalogue.change USING gin (item_ids) WHERE (phase <> 'closed'::text)

CREATE UNIQUE INDEX change_jurisdiction_year_number_key ON catalogue.change USING btree (jurisdiction, year, number)

CREATE INDEX change_open ON catalogue.change USING btree (jurisdiction, due_on) WHERE (phase <> 'closed'::text)

CREATE UNIQUE INDEX change_pkey ON catalogue.change USING btree (jurisdiction, change_id)

CREATE INDEX change_visit_done ON catalogue.change_visit USING btree (jurisdiction, done_on)

CREATE INDEX change_visit_opened ON catalogue.change_visit USING btree (jurisdiction, opened_on)

CREATE UNIQUE INDEX change_visit_pkey ON catalogue.change_visit USING btree (jurisdiction, change_id, at)

CREATE UNIQUE INDEX draft_pkey ON catalogue.draft USING btree (jurisdiction, item_id, revision)

CREATE UNIQUE INDEX everyday_word_pkey ON catalogue.everyday_word USING btree (jurisdiction, official)

CREATE INDEX item_end_day ON catalogue.item_end USING btree (from_day)

CREATE UNIQUE INDEX item_end_pkey ON catalogue.item_end USING btree (jurisdiction, item_id, from_day)

CREATE INDEX item_search_initials ON catalogue.item_search USING gin (initials gin_trgm_ops)

CREATE INDEX item_search_initials_begin ON catalogue.item_search USING btree (jurisdiction, "left"(initials, 8) text_pattern_ops)

CREATE INDEX item_search_list ON catalogue.item_search USING btree (jurisdiction, theme, name, item_id)

CREATE INDEX item_search_pinyin ON catalogue.item_search USING gin (pinyin gin_trgm_ops)

CREATE INDEX item_search_pinyin_begin ON catalogue.item_search USING btree (jurisdiction, "left"(pinyin, 8) text_pattern_ops)

CREATE UNIQUE INDEX item_search_pkey ON catalogue.item_search USING btree (jurisdiction, item_id)

CREATE INDEX item_search_words ON catalogue.item_search USING gin (words)

CREATE UNIQUE INDEX item_star_pkey ON catalogue.item_star USING btree (jurisdiction, item_id, on_day)

CREATE INDEX item_version_begins ON catalogue.item_version USING btree (effective_from)

CREATE INDEX item_version_code ON catalogue.item_version USING btree (jurisdiction, code) WHERE (code IS NOT NULL)

CREATE INDEX item_version_ends ON catalogue.item_version USING btree (jurisdiction, effective_to, item_id) WHERE (effective_to IS NOT NULL)

CREATE INDEX item_version_feed ON catalogue.item_version USING btree (jurisdiction, effective_from, item_id)

CREATE UNIQUE INDEX item_version_pkey ON catalogue.item_version USING btree (jurisdiction, item_id, version)

CREATE INDEX missed_question_old ON catalogue.missed_question USING btree (last_on)

CREATE INDEX missed_question_open ON catalogue.missed_question USING btree (jurisdiction, times DESC, question) WHERE (dealt_on IS NULL)

CREATE UNIQUE INDEX missed_question_pkey ON catalogue.missed_question USING btree (jurisdiction, question)

CREATE UNIQUE INDEX star_night_pkey ON catalogue.star_night USING btree (jurisdiction)

CREATE INDEX star_scheme_from ON catalogue.star_scheme USING btree (jurisdiction, effective_from DESC, decided_at DESC)

CREATE UNIQUE INDEX star_scheme_pkey ON catalogue.star_scheme USING btree (jurisdiction, command_id)

CREATE UNIQUE INDEX clock_pkey ON demo.clock USING btree ("only")

CREATE UNIQUE INDEX number_series_pkey ON documents.number_series USING btree (jurisdiction, series)

CREATE UNIQUE INDEX papers_code ON documents.papers USING btree (verification_code) WHERE (verification_code IS NOT NULL)

CREATE INDEX papers_hash ON documents.papers USING btree (sha256) WHERE (sha256 IS NOT NULL)

CREATE UNIQUE INDEX papers_once ON documents.papers USING btree (jurisdiction, case_id, revision, kind)

CREATE UNIQUE INDEX papers_pkey ON documents.papers USING btree (jurisdiction, paper_id)

CREATE INDEX papers_unmade ON documents.papers USING btree (requested_at) WHERE (state = ANY (ARRAY['requested'::text, 'numbered'::text]))

CREATE UNIQUE INDEX logs_pkey ON history.logs USING btree (jurisdiction, name)

CREATE INDEX rehearsals_of_item ON history.rehearsals USING btree (jurisdiction, item_id, at DESC) WHERE (item_id IS NOT NULL)

CREATE INDEX rehearsals_of_log ON history.rehearsals USING btree (jurisdiction, log, at DESC)

CREATE UNIQUE INDEX rehearsals_pkey ON history.rehearsals USING btree (jurisdiction, id)

CREATE UNIQUE INDEX commands_pkey ON ledger.commands USING btree (jurisdiction, scope, command_id)

CREATE INDEX entries_on_record ON ONLY ledger.entries USING btree (jurisdiction, seq) WHERE ((stream ~~ 'people:%'::text) OR (stream ~~ 'denied:%'::text) OR (stream ~~ 'settings:%'::text) OR (stream ~~ 'access:%'::text))

CREATE INDEX entries_on_record_type ON ONLY ledger.entries USING btree (jurisdiction, type, seq) WHERE ((stream ~~ 'people:%'::text) OR (stream ~~ 'denied:%'::text) OR (stream ~~ 'settings:%'::text) OR (stream ~~ 'access:%'::text))

CREATE UNIQUE INDEX entries_pkey ON ONLY ledger.entries USING btree (jurisdiction, stream, revision, at)

CREATE INDEX entries_reader ON ONLY ledger.entries USING btree (xid, seq)

CREATE UNIQUE INDEX heads_pkey ON ledger.heads USING btree (jurisdiction, stream)

CREATE UNIQUE INDEX approval_office_pkey ON network.approval_office USING btree (jurisdiction, id)

CREATE UNIQUE INDEX centre_pkey ON network.centre USING btree (jurisdiction, id)

CREATE UNIQUE INDEX department_pkey ON network.department USING btree (jurisdiction, id)

CREATE INDEX division_parent ON network.division USING btree (parent)

CREATE UNIQUE INDEX division_pkey ON network.division USING btree (code)

CREATE UNIQUE INDEX service_window_pkey ON network.service_window USING btree (jurisdiction, id)

CREATE UNIQUE INDEX station_pkey ON network.station USING btree (jurisdiction, id)

CREATE UNIQUE INDEX account_pkey ON people.account USING btree (jurisdiction, person)

CREATE UNIQUE INDEX account_username ON people.account USING btree (username)

CREATE UNIQUE INDEX authorisation_pkey ON people.authorisation USING btree (jurisdiction, id)

CREATE INDEX authorisation_post ON people.authorisation USING btree (jurisdiction, post)

CREATE INDEX delegation_person ON people.delegation USING btree (jurisdiction, to_person)

CREATE UNIQUE INDEX delegation_pkey ON people.delegation USING btree (jurisdiction, id)

CREATE UNIQUE INDEX draft_key_pkey ON people.draft_key USING btree (jurisdiction, person)

CREATE INDEX passkey_person ON people.passkey USING btree (jurisdiction, person)

CREATE UNIQUE INDEX passkey_pkey ON people.passkey USING btree (credential_id)

CREATE UNIQUE INDEX password_past_pkey ON people.password_past USING btree (jurisdiction, person, until)

CREATE UNIQUE INDEX person_pkey ON people.person USING btree (jurisdiction, id)

CREATE UNIQUE INDEX post_pkey ON people.post USING btree (jurisdiction, id)

CREATE INDEX posting_person ON people.posting USING btree (jurisdiction, person)

CREATE UNIQUE INDEX posting_pkey ON people.posting USING btree (jurisdiction, post, person, from_day)

CREATE INDEX provider_way_begun ON people.provider_way USING btree (begun_at)

CREATE UNIQUE INDEX provider_way_pkey ON people.provider_way USING btree (secret_hash)

CREATE UNIQUE INDEX recovery_code_pkey ON people.recovery_code USING btree (jurisdiction, person, code_hash)

CREATE UNIQUE INDEX revision_pkey ON people.revision USING btree ("only")

CREATE INDEX session_account ON people.session USING btree (jurisdiction, person)

CREATE UNIQUE INDEX session_id ON people.session USING btree (id)

CREATE UNIQUE INDEX session_pkey ON people.session USING btree (secret_hash)

CREATE UNIQUE INDEX sign_in_failure_pkey ON people.sign_in_failure USING btree (subject)

CREATE UNIQUE INDEX sign_in_policy_pkey ON people.sign_in_policy USING btree (jurisdiction)

CREATE UNIQUE INDEX totp_pkey ON people.totp USING btree (jurisdiction, person)

CREATE UNIQUE INDEX key_prints_pkey ON platform.key_prints USING btree (id)

CREATE UNIQUE INDEX migration_pkey ON platform.migration USING btree (name)

CREATE INDEX checkpoints_at ON proof.checkpoints USING btree (at)

CREATE UNIQUE INDEX checkpoints_pkey ON proof.checkpoints USING btree (size)

CREATE UNIQUE INDEX cosignatures_pkey ON proof.cosignatures USING btree (size, witness)

CREATE UNIQUE INDEX deliveries_pkey ON proof.deliveries USING btree (witness)

CREATE INDEX leaves_hash ON proof.leaves USING btree (hash)

CREATE UNIQUE INDEX leaves_pkey ON proof.leaves USING btree (index)

CREATE UNIQUE INDEX log_pkey ON proof.log USING btree (single)

CREATE UNIQUE INDEX sheets_pkey ON proof.sheets USING btree (on_day)

CREATE UNIQUE INDEX tiles_pkey ON proof.tiles USING btree (level, n)

CREATE UNIQUE INDEX witnessed_pkey ON proof.witnessed USING btree (origin)

CREATE INDEX ratings_item ON rating.ratings USING btree (jurisdiction, item_id, at)

CREATE UNIQUE INDEX ratings_pkey ON rating.ratings USING btree (jurisdiction, case_id)

CREATE INDEX accountability_cards ON supervision.accountability USING gin (cards)

CREATE UNIQUE INDEX accountability_jurisdiction_year_serial_key ON supervision.accountability USING btree (jurisdiction, year, serial)

CREATE INDEX accountability_newest ON supervision.accountability USING btree (jurisdiction, opened_on DESC, serial DESC)

CREATE UNIQUE INDEX accountability_pkey ON supervision.accountability USING btree (jurisdiction, account_id)

CREATE INDEX accountability_served ON supervision.accountability USING btree (jurisdiction, authority, served_on) WHERE (served_on IS NOT NULL)

CREATE INDEX accountability_subject ON supervision.accountability USING btree (jurisdiction, subject)

CREATE UNIQUE INDEX acts_pkey ON supervision.acts USING btree (jurisdiction, person, at, case_id, revision)

CREATE INDEX cards_case ON supervision.cards USING btree (jurisdiction, case_id)

CREATE INDEX cards_escalate ON supervision.cards USING btree (escalate_on) WHERE (escalate_on IS NOT NULL)

CREATE UNIQUE INDEX cards_key ON supervision.cards USING btree (jurisdiction, key)

CREATE INDEX cards_open ON supervision.cards USING btree (jurisdiction, authority, level, raised_at) WHERE (phase <> 'closed'::text)

CREATE UNIQUE INDEX cards_pkey ON supervision.cards USING btree (jurisdiction, card_id)

CREATE INDEX cards_raised ON supervision.cards USING btree (jurisdiction, raised_at DESC, card_id)

CREATE INDEX cards_responsible ON supervision.cards USING gin (responsible) WHERE (phase <> 'closed'::text)

CREATE INDEX cards_upheld ON supervision.cards USING btree (jurisdiction, upheld_on, authority) WHERE (upheld_on IS NOT NULL)

CREATE UNIQUE INDEX deeds_pkey ON supervision.deeds USING btree (jurisdiction, case_id, revision, clock)

CREATE INDEX deeds_post ON supervision.deeds USING btree (jurisdiction, post, on_day) INCLUDE (late, case_id)

CREATE UNIQUE INDEX heartbeat_pkey ON supervision.heartbeat USING btree ("only")

CREATE UNIQUE INDEX ledger_duties_pkey ON supervision.ledger_duties USING btree (jurisdiction, authority, kind)

CREATE UNIQUE INDEX ledger_follow_pkey ON supervision.ledger_follow USING btree (jurisdiction, authority, kind, serial)

CREATE INDEX ledger_rows_department ON supervision.ledger_rows USING btree (jurisdiction, month, department) WHERE current

CREATE INDEX ledger_rows_month ON supervision.ledger_rows USING btree (jurisdiction, month, authority, kind) WHERE current

CREATE UNIQUE INDEX ledger_rows_pkey ON supervision.ledger_rows USING btree (jurisdiction, authority, kind, serial)

CREATE UNIQUE INDEX ledgers_pkey ON supervision.ledgers USING btree (jurisdiction, authority, kind, month)

CREATE UNIQUE INDEX misconduct_pkey ON supervision.misconduct USING btree (jurisdiction, from_day, laid_down_at)

CREATE UNIQUE INDEX objections_pkey ON supervision.objections USING btree (jurisdiction, case_id)

CREATE INDEX outputs_case ON supervision.outputs USING btree (jurisdiction, case_id)

CREATE INDEX outputs_day ON supervision.outputs USING btree (jurisdiction, on_day, kind)

CREATE UNIQUE INDEX outputs_pkey ON supervision.outputs USING btree (jurisdiction, kind, serial, case_id)

CREATE UNIQUE INDEX position_pkey ON supervision."position" USING btree (reader)

CREATE INDEX proposals_cards ON supervision.proposals USING gin (cards)

CREATE UNIQUE INDEX proposals_jurisdiction_year_serial_key ON supervision.proposals USING btree (jurisdiction, year, serial)

CREATE INDEX proposals_newest ON supervision.proposals USING btree (jurisdiction, issued_on DESC, serial DESC)

CREATE UNIQUE INDEX proposals_pkey ON supervision.proposals USING btree (jurisdiction, proposal_id)

CREATE INDEX ratings_day ON supervision.ratings USING btree (jurisdiction, on_day, authority) INCLUDE (level)

CREATE UNIQUE INDEX ratings_pkey ON supervision.ratings USING btree (jurisdiction, case_id)

CREATE INDEX ratings_post ON supervision.ratings USING btree (jurisdiction, on_day, post) INCLUDE (level) WHERE (post IS NOT NULL)

CREATE UNIQUE INDEX recounts_pkey ON supervision.recounts USING btree (jurisdiction, at)

CREATE UNIQUE INDEX reports_pkey ON supervision.reports USING btree (jurisdiction, kind, to_day)

CREATE UNIQUE INDEX rule_sets_pkey ON supervision.rule_sets USING btree (jurisdiction, from_day)

CREATE UNIQUE INDEX rules_applied_pkey ON supervision.rules_applied USING btree (jurisdiction)

CREATE UNIQUE INDEX score_entries_pkey ON supervision.score_entries USING btree (jurisdiction, subject, scored, month, command_id)

CREATE UNIQUE INDEX score_sheets_pkey ON supervision.score_sheets USING btree (jurisdiction, subject, from_month, published_at)

CREATE INDEX watch_accepted ON supervision.watch USING btree (jurisdiction, accepted_on, authority)

CREATE INDEX watch_decided ON supervision.watch USING btree (jurisdiction, decided_on, authority) INCLUDE (promised, outcome, took_days, promised_days, statutory_days, decided_late)

CREATE INDEX watch_granted ON supervision.watch USING btree (jurisdiction, decided_on DESC, case_id) WHERE (outcome = 'grant'::text)

CREATE INDEX watch_identity ON supervision.watch USING btree (jurisdiction, identity_hash, item_id, filed_on)

CREATE INDEX watch_next ON supervision.watch USING btree (next_at) WHERE (next_at IS NOT NULL)

CREATE INDEX watch_number ON supervision.watch USING btree (jurisdiction, number)

CREATE INDEX watch_open ON supervision.watch USING btree (jurisdiction, authority, stage, due) INCLUDE (paused) WHERE open

CREATE INDEX watch_phone ON supervision.watch USING btree (jurisdiction, phone_hash, filed_on)

CREATE UNIQUE INDEX watch_pkey ON supervision.watch USING btree (jurisdiction, case_id)

CREATE INDEX watch_received ON supervision.watch USING btree (jurisdiction, received_on, authority)

CREATE INDEX watch_served ON supervision.watch USING btree (jurisdiction, served_on, authority) INCLUDE (visits, channel, rated) WHERE (served_on IS NOT NULL)

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

CREATE OR REPLACE FUNCTION ledger.undo_group()
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception 'a command of this group was remembered meanwhile' using errcode = 'YM409';
end;
$function$

CREATE OR REPLACE FUNCTION people.count_revision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update people.revision set revision = revision + 1;
  return null;
end;
$function$

CREATE OR REPLACE FUNCTION people.keep_powers_apart(hall text, who text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  -- Two grants at the same moment would not see each other.
  perform from people.person p where p.jurisdiction = hall and p.id = who for no key update;
  if exists (
    with held as (
      select r.role, daterange(g.from_day, g.to_day, '[]') as days
        from people.posting g
        join people.post o on o.jurisdiction = g.jurisdiction and o.id = g.post, unnest(o.roles) as r(role)
        where g.jurisdiction = hall and g.person = who
      union all
      select r.role, daterange(d.from_day, d.to_day, '[]')
        from people.delegation d
        join people.post o on o.jurisdiction = d.jurisdiction and o.id = d.post, unnest(o.roles) as r(role)
        where d.jurisdiction = hall and d.to_person = who
    )
    select from held a join held b on a.days && b.days and a.role <> b.role
      where a.role in ('systemAdministrator', 'securityAdministrator', 'auditAdministrator')
  ) then
    raise exception 'an administrator holds no other power (三员分立)'
      using errcode = 'check_violation', constraint = 'powers_apart';
  end if;
end;
$function$

CREATE OR REPLACE FUNCTION people.powers_apart_of_delegate()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform people.keep_powers_apart(new.jurisdiction, new.to_person);
  return null;
end;
$function$

CREATE OR REPLACE FUNCTION people.powers_apart_of_holder()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform people.keep_powers_apart(new.jurisdiction, new.person);
  return null;
end;
$function$

CREATE OR REPLACE FUNCTION people.powers_apart_of_post()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform people.keep_powers_apart(new.jurisdiction, h.who) from (
    select g.person as who from people.posting g where g.jurisdiction = new.jurisdiction and g.post = new.id
    union select d.to_person from people.delegation d where d.jurisdiction = new.jurisdiction and d.post = new.id
    order by who
  ) h;
  return null;
end;
$function$

-- triggers

CREATE TRIGGER revision AFTER INSERT OR DELETE OR UPDATE ON people.authorisation FOR EACH STATEMENT EXECUTE FUNCTION people.count_revision()

CREATE TRIGGER powers_apart AFTER INSERT OR UPDATE ON people.delegation FOR EACH ROW EXECUTE FUNCTION people.powers_apart_of_delegate()

CREATE TRIGGER revision AFTER INSERT OR DELETE OR UPDATE ON people.delegation FOR EACH STATEMENT EXECUTE FUNCTION people.count_revision()

CREATE TRIGGER revision AFTER INSERT OR DELETE OR UPDATE ON people.person FOR EACH STATEMENT EXECUTE FUNCTION people.count_revision()

CREATE TRIGGER powers_apart AFTER UPDATE OF roles ON people.post FOR EACH ROW WHEN ((old.roles IS DISTINCT FROM new.roles)) EXECUTE FUNCTION people.powers_apart_of_post()

CREATE TRIGGER revision AFTER INSERT OR DELETE OR UPDATE ON people.post FOR EACH STATEMENT EXECUTE FUNCTION people.count_revision()

CREATE TRIGGER powers_apart AFTER INSERT OR UPDATE ON people.posting FOR EACH ROW EXECUTE FUNCTION people.powers_apart_of_holder()

CREATE TRIGGER revision AFTER INSERT OR DELETE OR UPDATE ON people.posting FOR EACH STATEMENT EXECUTE FUNCTION people.count_revision()

-- what the application may do

column casework.case_files.name: update

column casework.uploads.scanned_at: update

column casework.uploads.signature: update

column casework.uploads.state: update

column catalogue.item_version.effective_to: update

function ledger.ensure_partitions(date,date): execute

function ledger.undo_group(): execute

function people.keep_powers_apart(text,text): execute

schema calendar: usage

schema casework: usage

schema catalogue: usage

schema demo: usage

schema documents: usage

schema history: usage

schema ledger: usage

schema network: usage

schema people: usage

schema platform: usage

schema proof: usage

schema public: usage

schema rating: usage

schema supervision: usage

sequence ledger.entry_seq: usage

table calendar.notice: insert, select

table casework.case_files: insert, select

table casework.cases: insert, select, update

table casework.clock_moves: insert, select

table casework.drafts: delete, insert, select, update

table casework.look_ups: insert, select

table casework.number_serials: insert, select, update

table casework.replies: delete, insert, select, update

table casework.secrets: delete, insert, select

table casework.tasks: delete, insert, select, update

table casework.upload_holders: insert, select

table casework.uploads: insert, select

table catalogue.adoption: insert, select, update

table catalogue.change: insert, select, update

table catalogue.change_bulletin: insert, select

table catalogue.change_content: insert, select

table catalogue.change_visit: insert, select, update

table catalogue.draft: delete, insert, select

table catalogue.everyday_word: delete, insert, select, update

table catalogue.item_end: insert, select

table catalogue.item_search: delete, insert, select, update

table catalogue.item_star: insert, select, update

table catalogue.item_version: insert, select

table catalogue.missed_question: delete, insert, select, update

table catalogue.star_night: insert, select, update

table catalogue.star_scheme: insert, select

table demo.clock: insert, select, update

table documents.number_series: insert, select, update

table documents.papers: insert, select, update

table history.logs: insert, select

table history.rehearsals: insert, select

table ledger.commands: insert, select

table ledger.entries: insert, select

table ledger.heads: insert, select, update

table network.approval_office: insert, select, update

table network.centre: insert, select, update

table network.department: insert, select, update

table network.division: insert, select, update

table network.service_window: insert, select, update

table network.station: insert, select, update

table people.account: insert, select, update

table people.authorisation: insert, select, update

table people.delegation: insert, select, update

table people.draft_key: insert, select

table people.passkey: delete, insert, select, update

table people.password_past: delete, insert, select, update

table people.person: insert, select, update

table people.post: insert, select, update

table people.posting: delete, insert, select, update

table people.provider_way: delete, insert, select

table people.recovery_code: delete, insert, select, update

table people.revision: select

table people.session: delete, insert, select, update

table people.sign_in_failure: delete, insert, select, update

table people.sign_in_policy: insert, select, update

table people.totp: delete, insert, select, update

table platform.key_prints: insert, select

table platform.migration: select

table proof.checkpoints: insert, select

table proof.cosignatures: insert, select

table proof.deliveries: insert, select, update

table proof.leaves: insert, select

table proof.log: select, update

table proof.sheets: insert, select

table proof.tiles: insert, select, update

table proof.witnessed: insert, select, update

table rating.ratings: insert, select

table supervision."position": insert, select, update

table supervision.accountability: insert, select, update

table supervision.acts: insert, select

table supervision.cards: insert, select, update

table supervision.deeds: insert, select

table supervision.heartbeat: insert, select, update

table supervision.ledger_duties: insert, select, update

table supervision.ledger_follow: insert, select, update

table supervision.ledger_rows: insert, select, update

table supervision.ledgers: insert, select, update

table supervision.misconduct: insert, select

table supervision.objections: insert, select

table supervision.outputs: insert, select

table supervision.proposals: insert, select, update

table supervision.ratings: insert, select

table supervision.recounts: insert, select

table supervision.reports: insert, select

table supervision.rule_sets: insert, select

table supervision.rules_applied: insert, select, update

table supervision.score_entries: insert, select

table supervision.score_sheets: insert, select

table supervision.watch: insert, select, update

-- comments

casework.case_files: Which case a file belongs to: a file is shown only to those who may see one of its cases.

casework.cases: One row a case, folded from its stream. Names are masked; state holds the whole fold for the next act.

casework.cases.sort_at: End of business hours on the due day; infinity while nothing runs. Ordering by it is ordering by remaining working time.

casework.clock_moves: Every due day a changed calendar moved (2020: the holiday was lengthened while it ran).

casework.drafts: Applications being typed. The id is 128 random bits and the only key to it; no history is kept.

casework.drafts.resume_look_up: HMAC of the resume code; the code itself is derived from the draft and stored nowhere.

casework.look_ups: Keyed hashes of the numbers and phones of a case's applicant and agent; written once, at filing.

casework.replies: Corrections, withdrawals and ratings being typed. Gone once sent, or a month after the last save.

casework.secrets: Empty since the key ring: keys stand outside the database. Kept for databases that come from before.

casework.tasks: Acts an open case waits for; rewritten with every act on the case.

casework.upload_holders: Who uploaded a file: the holder of a draft, of a case’s query code, or an officer. Only they name it in an act, and only so much of it is taken.

casework.uploads.state: unscanned: no scanner was configured when it came; with one it is scanned before it is served. infected: never served.

catalogue.adoption.version: The version of the template the item rests on: what it may differ from is judged by this one.

catalogue.adoption.settled: The newest version of the template that was taken over, declined, or concerned nobody below; a newer one is a proposal.

catalogue.change: One row a change, folded from its stream; can be made again from the ledger.

catalogue.draft: What editors typed, not published. The last revision is the draft; older ones are what a slower editor began from.

catalogue.everyday_word.everyday: Empty where the office silenced a shipped row.

catalogue.item_search.everyday: What people call it: 开网吧.

catalogue.item_search.words: Words and pairs of characters of everything it can be found by; the ranking is done on the few rows they select.

catalogue.item_search.pinyin: Syllables of the name and of each everyday word without blanks, one per line.

catalogue.item_star: History is kept: a night on which nothing changed writes nothing.

catalogue.item_version: What was published. Running cases keep the version they were accepted under.

catalogue.item_version.content_hash: SHA-256 of the content without its version and dates: an import that brings nothing new changes nothing.

catalogue.star_scheme: Rows are only added: of two for one day the one decided later holds. The ledger has each with its reason.

demo.clock: Days the demonstration is ahead of the machine.

documents.papers: One row a paper, made once per fact and kind; a crash between numbering and sealing resumes with the same number.

history.logs: Imported logs: the kept file, the digest of the file somebody brought, and its counts. A log is never changed.

history.logs.calendar: Whose working days its cases followed: the published calendar (cn), or only Monday to Friday (weekdays).

history.rehearsals: Reforms rehearsed on a log (改革推演), as they were computed that day; never changed. The id is the command that asked.

history.rehearsals.paper: SHA-256 of the signed report in the file store; null for those saved before reports were signed.

ledger.commands: First answer to each command id: a retry gets it again, another request under the same id is refused.

ledger.entries: What happened, in order within each stream. A correction is a new entry. `at` is the server's clock; `device_time` is only what a device claimed.

ledger.entries.hash: SHA-256 over the canonical JSON of the entry and the hash before it.

ledger.entries.xid: Readers take only transactions older than every running one, so a slow writer is never skipped.

ledger.heads: Last revision and hash of each stream: the lock of an append, and the start of the next hash.

network.department.credit_code: Null where the source of an import gives a code that fails its check character.

people.account.password_given: Somebody else chose it: it must be changed before anything else.

people.authorisation: 授权书: the holder of a post may do these acts for these items, from and to.

people.authorisation.items: Null: every item of the authority.

people.draft_key: Given to this person only, after signing in: what they left on a shared computer nobody else can read.

people.passkey.site: The host it was made for; it answers no other.

people.post.authority: The department the post belongs to; null for posts of the centre itself.

people.provider_way: Browsers sent to the sign-in service; a row is taken once, within ten minutes.

people.recovery_code.code_hash: SHA-256 of 80 random bits: whoever reads this table cannot sign in with it.

people.revision: Counts every change of who may do what; one row.

people.session.secret_hash: SHA-256 of what the cookie holds: whoever reads this table cannot sign in with it.

people.session.stage: factor: the password was right, the second factor is still wanted; such a session opens nothing.

people.session.proved_at: When its holder last proved who they are; a signature wants that to be recent.

people.session.way: What the first step was: the password kept here, or a sign-in service.

people.sign_in_failure.subject: SHA-256 of the user name or of the network address that was tried.

people.totp.secret: Sealed by a key that is not in the database.

people.totp.last_step: The last half minute a code was taken for: none is taken twice.

people.totp.confirmed_at: Null until its first code was typed in: until then it opens nothing.

platform.key_prints: Which keys of the key ring this database was sealed with, by a print that gives none away.

proof.checkpoints: Signed notes, word for word. `at` is the machine's clock.

proof.deliveries: What each witness has; a checkpoint that could not be delivered gives way to the next, which proves it too.

proof.leaves: The hash of the ledger entry that is each leaf. Not unique on purpose: a forged double must not stop the tree.

proof.log: How far the ledger was taken into the tree, and under which name and key its checkpoints are signed. The private key is never here.

proof.sheets: One row a day of the machine's clock: the last checkpoint of the day, and how many entries and checkpoints it brought. Made in the night, never changed.

proof.tiles: Nodes of the tree at every eighth level, 256 to a row (C2SP tlog-tiles): adding and proving read a handful of rows.

proof.witnessed: Checkpoints of other installations this one vouches for: the newest of each, grown consistently from the first.

supervision.cards: Cards folded from their streams. A rescinded card stays; nothing here is ever deleted.

supervision.ledger_rows.authority: Who keeps the ledger: a department, or @hall.

supervision.ledger_rows.department: Who answers for the row: the department of the ledger, or of the item.

supervision.ledger_rows.listed: What the published list said of the item's fees on that day; null where it said nothing.

supervision.misconduct: Dictionaries of misconduct a place laid down over the shipped one; the one that began last is in force.

supervision.outputs: Licence serials and document numbers by case; can be made again from the ledger.

supervision.score_entries.scored: The department or the post, by subject.

supervision.watch: One row a case, folded from its stream by supervision itself; can be made again from the ledger.
