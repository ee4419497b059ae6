-- Electronic supervision (电子监察): cards, what is watched, and the rules in force. It reads the ledger and writes streams
-- `card:<cardId>` of its own; it never writes into a case.
create schema supervision;

-- How far each reader of the ledger has come; moved in the transaction that does its work, so that nothing is done twice.
create table supervision.position (
  reader text primary key,
  xid xid8 not null,
  seq bigint not null,
  moved_at timestamptz(3) not null
);

-- Each case as supervision follows it, folded from the ledger alone. Nobody's name: applicants stand here as keyed hashes.
create table supervision.watch (
  jurisdiction text not null,
  case_id text not null,
  number text not null,
  revision integer not null check (revision > 0),
  item_id text not null,
  item_version integer not null,
  authority text not null,
  promised boolean not null,
  channel text not null,
  stage text not null,
  open boolean not null,
  paused boolean not null default false,
  -- The promised day of an accepted case, the day to answer receipt before that.
  due date,
  identity_hash bytea,
  phone_hash bytea,
  filed_on date not null,
  received_on date,
  accepted_on date,
  decided_on date,
  outcome text,
  ended_on date,
  -- Of the decision, in working days: what it took, what was promised, what the law allows; late by which.
  took_days integer,
  promised_days integer,
  statutory_days integer,
  decided_late boolean,
  state jsonb not null,
  trail jsonb not null,
  broken_at integer,
  -- When time alone may next make a card; null when nothing can.
  next_at timestamptz(3),
  calendar_version text not null,
  primary key (jurisdiction, case_id)
) with (fillfactor = 70);
create index watch_next on supervision.watch (next_at) where next_at is not null;
create index watch_open on supervision.watch (jurisdiction, authority, stage, due) include (paused) where open;
create index watch_decided on supervision.watch (jurisdiction, decided_on, authority)
  include (promised, outcome, took_days, promised_days, statutory_days, decided_late);
create index watch_accepted on supervision.watch (jurisdiction, accepted_on, authority);
create index watch_received on supervision.watch (jurisdiction, received_on, authority);
create index watch_identity on supervision.watch (jurisdiction, identity_hash, item_id, filed_on);
create index watch_phone on supervision.watch (jurisdiction, phone_hash, filed_on);
comment on table supervision.watch is 'One row a case, folded from its stream by supervision itself; can be made again from the ledger.';

-- Ratings as figures need them; who rated stands nowhere here.
create table supervision.ratings (
  jurisdiction text not null,
  case_id text not null,
  authority text not null,
  level smallint not null,
  on_day date not null,
  primary key (jurisdiction, case_id)
);
create index ratings_day on supervision.ratings (jurisdiction, on_day, authority) include (level);

-- Deciding acts by person, for bursts: one row an act.
create table supervision.acts (
  jurisdiction text not null,
  person text not null,
  at timestamptz(3) not null,
  case_id text not null,
  revision integer not null,
  primary key (jurisdiction, person, at, case_id, revision)
);

create table supervision.cards (
  jurisdiction text not null,
  card_id text not null,
  key text not null,
  revision integer not null check (revision > 0),
  case_id text not null,
  case_number text not null,
  item_id text not null,
  authority text not null,
  rule text not null,
  family text not null,
  level text not null,
  phase text not null,
  verdict text,
  confidential boolean not null,
  responsible text[] not null default '{}',
  points integer not null default 0,
  raised_at timestamptz(3) not null,
  raised_on date not null,
  since timestamptz(3) not null,
  due_on date,
  -- The day a silent card goes to the next office.
  escalate_on date,
  escalated_to text[] not null default '{}',
  appealed boolean not null default false,
  upheld_on date,
  closed_on date,
  card jsonb not null,
  primary key (jurisdiction, card_id)
) with (fillfactor = 70);
-- One card for one rule, subject and level of a case, however many workers find it.
create unique index cards_key on supervision.cards (jurisdiction, key);
create index cards_case on supervision.cards (jurisdiction, case_id);
create index cards_open on supervision.cards (jurisdiction, authority, level, raised_at) where phase <> 'closed';
create index cards_raised on supervision.cards (jurisdiction, raised_at desc, card_id);
create index cards_escalate on supervision.cards (escalate_on) where escalate_on is not null;
create index cards_upheld on supervision.cards (jurisdiction, upheld_on, authority) where upheld_on is not null;
create index cards_responsible on supervision.cards using gin (responsible) where phase <> 'closed';
comment on table supervision.cards is 'Cards folded from their streams. A rescinded card stays; nothing here is ever deleted.';

-- Published sets of rules; the latest begun on a day is in force on it. The shipped set stands before the first.
create table supervision.rule_sets (
  jurisdiction text not null,
  from_day date not null,
  body jsonb not null,
  published_by text not null,
  published_at timestamptz(3) not null,
  primary key (jurisdiction, from_day)
);

-- One row: when a scheduler last finished a look, on the machine's clock.
create table supervision.heartbeat (
  "only" boolean primary key default true check ("only"),
  at timestamptz(3) not null
);

-- Independent recounts: cards that should exist against those that do.
create table supervision.recounts (
  jurisdiction text not null,
  at timestamptz(3) not null,
  cases integer not null,
  expected integer not null,
  missing text[] not null,
  unexplained text[] not null,
  primary key (jurisdiction, at)
);

-- Other bodies read with this role: they see and cannot touch. A login of their own is granted it by the database's owner.
do $$
begin
  if not exists (select from pg_roles where rolname = 'yimen_supervisor') then
    create role yimen_supervisor nologin nosuperuser nocreatedb nocreaterole noinherit;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;
grant usage on schema public, ledger, supervision to yimen_supervisor;
grant select on ledger.entries, ledger.heads to yimen_supervisor;
grant select on supervision.position, supervision.watch, supervision.acts, supervision.ratings, supervision.cards, supervision.rule_sets,
  supervision.heartbeat, supervision.recounts to yimen_supervisor;
-- The board asks as that role: what it cannot see, the board cannot show. The application does not inherit it, it takes it on.
do $$
begin
  if not pg_has_role('yimen_app', 'yimen_supervisor', 'member') then
    grant yimen_supervisor to yimen_app;
  end if;
exception
  -- Another database of the same cluster granted it at the same moment.
  when internal_error or unique_violation then null;
end
$$;

grant usage on schema supervision to yimen_app;
grant select, insert, update on supervision.position, supervision.watch, supervision.cards, supervision.heartbeat to yimen_app;
grant select, insert on supervision.acts, supervision.ratings, supervision.rule_sets, supervision.recounts to yimen_app;
