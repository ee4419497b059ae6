import type { Beside } from '../../platform/ledger/index.ts';

/** The row of the case: made by its first act, renewed by every other. */
const cases: Beside = {
  name: 'cases',
  sql: (
    rows,
    acts,
  ) => `insert into casework.cases (jurisdiction, case_id, number, revision, stage, open, item_id, item_version,
      item_name, authority, authority_name, other_authorities, applicant_masked, name_hash, identity_hash, filed_at,
      received_at, clock_kind, due, paused, sort_at, next_due_at, calendar_version, dues, state)
    select m.jurisdiction, r.case_id, r.number, m.revision, r.stage, r.open, r.item_id, r.item_version,
      r.item_name, r.authority, r.authority_name, r.other_authorities, r.applicant_masked, decode(r.name_hash, 'hex'),
      decode(r.identity_hash, 'hex'), r.filed_at, r.received_at, r.clock_kind, r.due, r.paused, r.sort_at,
      r.next_due_at, r.calendar_version, r.dues, r.state
    from (select * from json_to_recordset(${rows}) as r(at int, case_id text, number text, stage text, open boolean,
      item_id text, item_version int, item_name text, authority text, authority_name text, other_authorities text[],
      applicant_masked text, name_hash text, identity_hash text, filed_at timestamptz, received_at timestamptz,
      clock_kind text, due date, paused boolean, sort_at timestamptz, next_due_at timestamptz, calendar_version text,
      dues jsonb, state jsonb) limit ${acts}) r
    join moved m on m.at = r.at
    on conflict (jurisdiction, case_id) do update set revision = excluded.revision, stage = excluded.stage,
      open = excluded.open, item_version = excluded.item_version, item_name = excluded.item_name,
      other_authorities = excluded.other_authorities, received_at = coalesce(cases.received_at, excluded.received_at),
      clock_kind = excluded.clock_kind, due = excluded.due, paused = excluded.paused, sort_at = excluded.sort_at,
      next_due_at = excluded.next_due_at, calendar_version = excluded.calendar_version, dues = excluded.dues,
      state = excluded.state`,
};

/** What the case waits for now, in the places of what it waited for before. */
const tasks: Beside = {
  name: 'tasks',
  sql: (rows) => `insert into casework.tasks
      (jurisdiction, case_id, ordinal, duty, act, step_id, authority, item_id, holder, barred, sort_at, due, paused)
    select m.jurisdiction, t.case_id, t.ordinal, t.duty, t.act, t.step_id, t.authority, t.item_id, t.holder, t.barred,
      t.sort_at, t.due, t.paused
    from json_to_recordset(${rows}) as t(at int, case_id text, ordinal smallint, duty text, act text, step_id text,
      authority text, item_id text, holder text, barred text[], sort_at timestamptz, due date, paused boolean)
    join moved m on m.at = t.at
    on conflict (jurisdiction, case_id, ordinal) do update set duty = excluded.duty, act = excluded.act,
      step_id = excluded.step_id, authority = excluded.authority, item_id = excluded.item_id, holder = excluded.holder,
      barred = excluded.barred, sort_at = excluded.sort_at, due = excluded.due, paused = excluded.paused`,
};

/** Places beyond the last: what the case no longer waits for. */
const tasksGone: Beside = {
  name: 'tasks_gone',
  sql: (rows, acts) => `delete from casework.tasks t
    using (select * from json_to_recordset(${rows}) as r(at int, case_id text, tasks int) limit ${acts}) r
    join moved m on m.at = r.at
    where t.jurisdiction = m.jurisdiction and t.case_id = r.case_id and t.ordinal >= r.tasks`,
};

const files: Beside = {
  name: 'files',
  sql: (rows) => `insert into casework.case_files (jurisdiction, case_id, sha256, name, media_type)
    select m.jurisdiction, f.case_id, f.sha256, f.name, f."mediaType"
    from json_to_recordset(${rows}) as f(at int, case_id text, sha256 text, name text, "mediaType" text)
    join moved m on m.at = f.at
    on conflict do nothing`,
};

/** What the case is found by beside its own number, as keyed hashes. */
const lookUps: Beside = {
  name: 'look_ups',
  sql: (rows) => `insert into casework.look_ups (jurisdiction, hash, case_id)
    select m.jurisdiction, decode(l.hash, 'hex'), l.case_id
    from json_to_recordset(${rows}) as l(at int, case_id text, hash text)
    join moved m on m.at = l.at
    on conflict do nothing`,
};

/** The tables of casework that every act renews, in the statement that writes the ledger. */
export const besideCases: readonly Beside[] = [cases, tasks, tasksGone, files, lookUps];
