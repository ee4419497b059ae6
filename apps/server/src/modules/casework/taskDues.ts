import type { Day } from '@yimen/kernel';
import type { Clock } from '@yimen/core/clock';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { pressingOf } from './clocks.ts';
import type { CaseKey } from './tracking.ts';

export interface TaskDue {
  /** End of business hours on the due day; `infinity` while nothing runs. */
  readonly sort_at: string;
  readonly due: Day | null;
  readonly paused: boolean;
}

/** A step's own clock never stops: its officer can be late by it even while the case rests. Whichever ends first counts. */
export function taskDue(on: string | undefined, clocks: readonly Clock[]): TaskDue {
  const pressing = pressingOf(clocks);
  const step = on === undefined ? undefined : clocks.find(({ id }) => id === `step:${on}`);
  const ofCase = pressing.paused ? undefined : pressing.dueAt;
  const first = [step?.dueAt, ofCase].filter((at) => at !== undefined).toSorted()[0];
  const due = first !== undefined && first === step?.dueAt ? step.due : pressing.due;
  return { sort_at: first ?? 'infinity', due: due ?? null, paused: pressing.paused && step === undefined };
}

/** Puts the tasks of a case under the clocks as they are reckoned now; who has to do what stays. */
export async function taskDues(tx: Tx, { jurisdiction, caseId }: CaseKey, clocks: readonly Clock[]): Promise<void> {
  const { rows } = await sql<{ ordinal: number; step_id: string | null }>`select ordinal, step_id from casework.tasks
    where jurisdiction = ${jurisdiction} and case_id = ${caseId}`.execute(tx);
  const dues = rows.map(({ ordinal, step_id: on }) => ({ ordinal, ...taskDue(on ?? undefined, clocks) }));
  if (dues.length === 0) return;
  await sql`update casework.tasks t set sort_at = d.sort_at, due = d.due, paused = d.paused
    from json_to_recordset(${JSON.stringify(dues)}::json)
      as d(ordinal smallint, sort_at timestamptz, due date, paused boolean)
    where t.jurisdiction = ${jurisdiction} and t.case_id = ${caseId} and t.ordinal = d.ordinal`.execute(tx);
}
