import type { CaseFactType } from '@yimen/core/casework';
import type { HistoryCase, HistoryEvent, ProcedureKey, Transition } from '@yimen/core/history';
import { millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';

/** An entry of a case without anything anybody wrote: what happened, when, by which post, and the codes that tell it apart. */
interface Row {
  readonly stream: string;
  readonly type: CaseFactType;
  readonly at: Instant;
  readonly by: string | null;
  readonly step: string | null;
  readonly procedure: string | null;
  readonly procedure_id: string | null;
  readonly outcome: string | null;
  readonly complete: string | null;
  readonly item: string | null;
  readonly version: number | null;
}

const STREAM = 'case:';
const BEIJING = 480;

/** Facts that are part of a longer piece of work, and which part. All others are work done. */
const PARTS: Readonly<Partial<Record<CaseFactType, Transition>>> = {
  stepOpened: 'schedule',
  stepClaimed: 'start',
  stepReleased: 'other',
  stepHandedOver: 'other',
  specialProcedureStarted: 'start',
};

/** A case as far as its entries were read: what later ones leave unsaid because it was said before. */
interface Telling {
  readonly events: HistoryEvent[];
  /** Kind of a special procedure, by its id. */
  readonly special: Map<string, string>;
  outcome?: string;
  procedure?: ProcedureKey;
}

/**
 * What an entry is called in a log: the type of the fact, with what tells work of that type apart. Only codes are read, never
 * words.
 */
const CALLED: Readonly<Partial<Record<CaseFactType, (row: Row, telling: Telling) => string>>> = {
  stepOpened: ({ step }) => `step:${step ?? ''}`,
  stepClaimed: ({ step }) => `step:${step ?? ''}`,
  stepReleased: ({ step }) => `step:${step ?? ''}`,
  stepHandedOver: ({ step }) => `step:${step ?? ''}`,
  stepCompleted: ({ step }) => `step:${step ?? ''}`,
  specialProcedureStarted: ({ procedure }) => `special:${procedure ?? ''}`,
  specialProcedureEnded: ({ procedure_id }, { special }) => `special:${special.get(procedure_id ?? '') ?? ''}`,
  correctionDelivered: ({ type, complete }) => (complete === 'false' ? `${type}:part` : type),
  decisionSigned: ({ type }, { outcome }) => (outcome === 'refuse' ? `${type}:refuse` : type),
};

/** Keeps what later entries leave unsaid. */
function remember(telling: Telling, { item, version, procedure, procedure_id: id, outcome }: Row): void {
  if (outcome !== null) telling.outcome = outcome;
  if (id !== null && procedure !== null) telling.special.set(id, procedure);
  const itemId = item ?? telling.procedure?.itemId;
  if (itemId !== undefined && version !== null) telling.procedure = { itemId, version };
}

function tell(telling: Telling, row: Row): void {
  remember(telling, row);
  const { type, at, by } = row;
  const activity = CALLED[type]?.(row, telling) ?? type;
  const who = by === null ? {} : { resource: by };
  telling.events.push({ activity, at: millisOf(at), offset: BEIJING, transition: PARTS[type] ?? 'complete', ...who });
}

async function rowsOf(db: Db, jurisdiction: string, ids: readonly string[]): Promise<readonly Row[]> {
  const streams = ids.map((id) => `${STREAM}${id}`);
  // The post and not the person; applicant and system by what they are.
  const { rows } = await sql<Row>`select stream, type,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      coalesce(actor->>'post', actor->>'kind') as by, body->>'stepId' as step,
      body->>'procedure' as procedure, body->>'procedureId' as procedure_id, body->>'outcome' as outcome,
      body->>'complete' as complete, body->>'itemId' as item,
      case type when 'applicationFiled' then (body->>'itemVersion')::int
                when 'versionMoved' then (body->>'to')::int end as version
    from ledger.entries where jurisdiction = ${jurisdiction} and stream = any(${streams}::text[])
    order by stream, revision`.execute(db);
  return rows;
}

/**
 * Cases of the hall's own ledger as a log, a page of ids at a time. A case goes by its internal id and the item version it
 * keeps: no number, no name, nothing that was written.
 */
export async function* loggedCases(
  db: Db,
  jurisdiction: string,
  pages: AsyncIterable<readonly string[]>,
): AsyncGenerator<HistoryCase> {
  for await (const ids of pages) {
    const cases = new Map<string, Telling>(ids.map((id) => [`${STREAM}${id}`, { events: [], special: new Map() }]));
    for (const row of await rowsOf(db, jurisdiction, ids)) {
      const telling = cases.get(row.stream);
      if (telling !== undefined) tell(telling, row);
    }
    for (const id of ids) {
      const { events = [], procedure } = cases.get(`${STREAM}${id}`) ?? {};
      yield { id, ...(procedure === undefined ? {} : { procedure }), events };
    }
  }
}
