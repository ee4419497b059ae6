import { ok, refuse, type Result } from '@yimen/kernel';
import {
  adjustSheet,
  scoreRefusal,
  sheetsFor,
  type ScoreRefusal,
  type ScoreSheet,
  type ScoreSubject,
  type SheetAdjustment,
} from '@yimen/core/performance';
import type { Month } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { recordOnce, type Acting, type RecordProblem } from '../record.ts';
import type { Supervision } from '../world.ts';
import type { MonthOf } from './measure.ts';

/** The sheets of a hall by month: the latest published for it or before it; the first model before any. */
export async function sheetBook(
  db: Db,
  { jurisdiction, subject }: Pick<MonthOf, 'jurisdiction' | 'subject'>,
): Promise<(month: Month) => ScoreSheet> {
  const { rows } = await sql<{
    from: Month;
    body: ScoreSheet;
  }>`select from_month as "from", body from supervision.score_sheets
    where jurisdiction = ${jurisdiction} and subject = ${subject} order by from_month desc, published_at desc`.execute(
    db,
  );
  const [shipped] = sheetsFor(subject);
  if (shipped === undefined) throw new Error('no score sheet is shipped');
  return (month) => rows.find(({ from }) => from <= month)?.body ?? shipped;
}

export const sheetOf = async (
  db: Db,
  { month, ...of }: Pick<MonthOf, 'jurisdiction' | 'subject' | 'month'>,
): Promise<ScoreSheet> => (await sheetBook(db, of))(month);

export type ScoreProblem = ScoreRefusal | RecordProblem;

export interface Choosing extends Acting {
  readonly subject: ScoreSubject;
  readonly code: string;
  readonly from: Month;
  readonly adjusted?: Omit<SheetAdjustment, 'code'> | undefined;
}

/** Lays down what the hall is scored by from a month on, a model or one of its own made of it; months before keep theirs. */
export async function chooseSheet(world: Supervision, choosing: Choosing): Promise<Result<true, ScoreProblem>> {
  const { jurisdiction, subject, from, standing } = choosing;
  const chosen = await sheetFor(world, choosing);
  if (!chosen.ok) return chosen;
  const body = { ...(subject === 'department' ? {} : { subject }), from, sheet: chosen.value };
  return recordOnce(world, choosing, { stream: 'scoreSheets', type: 'scoreSheetChosen', body }, async (tx, at) => {
    await sql`insert into supervision.score_sheets (jurisdiction, subject, from_month, body, published_by, published_at)
      values (${jurisdiction}, ${subject}, ${from}, ${JSON.stringify(chosen.value)}::jsonb, ${standing.person}, ${at}::timestamptz)
      on conflict do nothing`.execute(tx);
    return ok(true);
  });
}

/** A model that is shipped or one the hall has scored by, as it is or adjusted. A retry of the command finds the same. */
async function sheetFor(
  { shell }: Supervision,
  { jurisdiction, subject, code, adjusted, commandId }: Choosing,
): Promise<Result<ScoreSheet, ScoreRefusal>> {
  const { rows } = await sql<{ body: ScoreSheet }>`select body from supervision.score_sheets
    where jurisdiction = ${jurisdiction} and subject = ${subject} and body->>'code' = ${code} limit 1`.execute(
    shell.db,
  );
  const model = sheetsFor(subject).find((sheet) => sheet.code === code) ?? rows[0]?.body;
  if (model === undefined) return refuse(scoreRefusal('sheet_unknown', 'code'));
  return adjusted === undefined
    ? ok(model)
    : adjustSheet(model, { ...adjusted, code: `own-${commandId.slice(0, 12)}` });
}

/** Streams of entered points, and how their entries name what is scored. */
const STREAMS: Readonly<Record<ScoreSubject, string>> = { department: 'score', post: 'postScore' };
const NAMED: Readonly<Record<ScoreSubject, (scored: string) => object>> = {
  department: (authority) => ({ authority }),
  post: (post) => ({ post }),
};

export interface Entering extends MonthOf, Acting {
  readonly line: string;
  readonly times: number;
  readonly reason: string;
  readonly record: string;
}

/** Points the record cannot tell, entered with the document they rest on. Only on a line of the sheet that takes them. */
export async function enterPoints(world: Supervision, entering: Entering): Promise<Result<true, ScoreProblem>> {
  const sheet = await sheetOf(world.shell.db, entering);
  const lines = [...sheet.parts.flatMap((part) => part.lines), ...sheet.bonus];
  const line = lines.find(({ code }) => code === entering.line);
  if (line?.rule.by !== 'entered') return refuse(scoreRefusal('line_not_entered', 'line'));
  if (entering.reason.trim() === '') return refuse(scoreRefusal('score_reason_missing', 'reason'));
  if (entering.record.trim() === '') return refuse(scoreRefusal('score_record_missing', 'record'));
  const { jurisdiction, subject, scored, month, times, reason, standing, commandId } = entering;
  const body = { ...NAMED[subject](scored), month, line: line.code, times, reason, record: entering.record };
  const said = { stream: `${STREAMS[subject]}:${scored}:${month}`, type: 'pointsEntered', body };
  return recordOnce(world, entering, said, async (tx, at) => {
    await sql`insert into supervision.score_entries (jurisdiction, subject, scored, month, line, times, reason, record, entered_by, entered_at, command_id)
      values (${jurisdiction}, ${subject}, ${scored}, ${month}, ${line.code}, ${times}, ${reason}, ${entering.record}, ${standing.person},
        ${at}::timestamptz, ${commandId}) on conflict do nothing`.execute(tx);
    return ok(true);
  });
}
