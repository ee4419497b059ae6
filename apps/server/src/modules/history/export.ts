import type { CaseFactType } from '@yimen/core/casework';
import type { HistoryCase, HistoryEvent, Transition } from '@yimen/core/history';
import { millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

/** An entry of a case without anything anybody wrote: what happened, when, to which step, by which post. */
interface Row {
  readonly stream: string;
  readonly type: CaseFactType;
  readonly at: Instant;
  readonly by: string | null;
  readonly step: string | null;
}

const STREAM = 'case:';
const BEIJING = 480;

/**
 * Facts that are part of a longer piece of work: of which step, and which part. All others are work done, under their own
 * name. Only the step's id and the procedure's kind are read, never words.
 */
const PARTS: Readonly<Partial<Record<CaseFactType, readonly [activity: 'step' | 'special', Transition]>>> = {
  stepOpened: ['step', 'schedule'],
  stepClaimed: ['step', 'start'],
  stepCompleted: ['step', 'complete'],
  stepReleased: ['step', 'other'],
  stepHandedOver: ['step', 'other'],
  specialProcedureStarted: ['special', 'start'],
  specialProcedureEnded: ['special', 'complete'],
};

function eventOf({ type, at, by, step }: Row): HistoryEvent {
  const [part, transition] = PARTS[type] ?? [undefined, 'complete' as const];
  const activity = part === 'step' ? `step:${step ?? ''}` : part === 'special' ? 'specialProcedure' : type;
  return { activity, at: millisOf(at), offset: BEIJING, transition, ...(by === null ? {} : { resource: by }) };
}

async function rowsOf(db: Db, jurisdiction: string, ids: readonly string[]): Promise<readonly Row[]> {
  const streams = ids.map((id) => `${STREAM}${id}`);
  // The post and not the person; applicant and system by what they are.
  const { rows } = await sql<Row>`select stream, type,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      coalesce(actor->>'post', actor->>'kind') as by, body->>'stepId' as step
    from ledger.entries where jurisdiction = ${jurisdiction} and stream = any(${streams}::text[])
    order by stream, revision`.execute(db);
  return rows;
}

/**
 * Cases of the hall's own ledger as a log, a page of ids at a time. A case goes by its internal id: no number, no name, nothing
 * that was written.
 */
export async function* loggedCases(
  db: Db,
  jurisdiction: string,
  pages: AsyncIterable<readonly string[]>,
): AsyncGenerator<HistoryCase> {
  for await (const ids of pages) {
    const events = new Map<string, HistoryEvent[]>(ids.map((id) => [`${STREAM}${id}`, []]));
    for (const row of await rowsOf(db, jurisdiction, ids)) events.get(row.stream)?.push(eventOf(row));
    for (const id of ids) yield { id, events: events.get(`${STREAM}${id}`) ?? [] };
  }
}
