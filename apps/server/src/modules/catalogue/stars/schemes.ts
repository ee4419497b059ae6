import { shippedStars, type SchemeRefusal, type StarScheme, checkScheme } from '@yimen/core/catalogue';
import { dayOf, ok, refuse, type Day, type Instant, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import { append, openStream, transact } from '../../../platform/ledger/index.ts';
import type { Db, Shell, Tx } from '../../../platform/shell.ts';
import type { HallOn } from './facts.ts';

/** One scheme with its day, and who decided it when and why. */
export interface DatedScheme {
  readonly effectiveFrom: Day;
  readonly scheme: StarScheme;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

const DATED = sql`select effective_from as "effectiveFrom", scheme, reason, decided_name as "by", decided_at as "at"
  from catalogue.star_scheme`;

/** The scheme stars are counted by on a day; what every hall begins with where none was decided. */
export async function schemeOn(db: Db, { jurisdiction, on }: HallOn): Promise<StarScheme> {
  const { rows } =
    await sql<DatedScheme>`${DATED} where jurisdiction = ${jurisdiction} and effective_from <= ${on}::date
    order by effective_from desc, decided_at desc limit 1`.execute(db);
  return rows[0]?.scheme ?? shippedStars;
}

/** Every scheme a hall decided, the one of the latest day first. */
export async function schemesOf(db: Db, jurisdiction: string): Promise<readonly DatedScheme[]> {
  const { rows } = await sql<DatedScheme>`${DATED} where jurisdiction = ${jurisdiction}
    order by effective_from desc, decided_at desc limit 100`.execute(db);
  return rows;
}

export interface SchemeWish {
  readonly jurisdiction: string;
  readonly commandId: string;
  readonly scheme: StarScheme;
  readonly effectiveFrom: Day;
  readonly reason: string;
  readonly person: string;
  readonly name: string;
}

export type DecideRefusal = SchemeRefusal | { readonly code: 'not_later' | 'nothing_changed' | 'command_reused' };

/**
 * Decides by what the stars are counted from a day on: a row, and an entry of the ledger with the reason. Not for today, which was
 * counted in the night; what was decided is never changed, only followed by the next.
 */
export async function decideScheme(
  shell: Shell,
  wish: SchemeWish,
): Promise<Result<{ effectiveFrom: Day }, DecideRefusal>> {
  const checked = checkScheme(wish.scheme);
  if (!checked.ok) return checked;
  const done = await transact(shell.db, (tx) => decide(tx, shell, wish));
  if (done.ok) return done;
  return done.error === 'stale' ? decideScheme(shell, wish) : refuse(done.error);
}

async function decide(
  tx: Tx,
  shell: Shell,
  wish: SchemeWish,
): Promise<Result<{ effectiveFrom: Day }, DecideRefusal | 'stale'>> {
  const { jurisdiction, commandId, effectiveFrom, reason, scheme, person, name } = wish;
  const stream = { jurisdiction, stream: 'stars/scheme' };
  const request = { effectiveFrom, reason, scheme: { ...scheme, most: { ...scheme.most }, steps: [...scheme.steps] } };
  const opened = await openStream(tx, { ...stream, commandId, request });
  if (!opened.ok) return refuse({ code: 'command_reused' });
  if (opened.value.answered !== undefined) return ok({ effectiveFrom });
  const now = shell.now();
  if (effectiveFrom <= dayOf(now)) return refuse({ code: 'not_later' });
  if (isSame(await schemeOn(tx, { jurisdiction, on: effectiveFrom }), scheme))
    return refuse({ code: 'nothing_changed' });
  await sql`insert into catalogue.star_scheme
      (jurisdiction, command_id, effective_from, scheme, reason, decided_by, decided_name, decided_at)
    values (${jurisdiction}, ${commandId}, ${effectiveFrom}::date, ${JSON.stringify(scheme)}::jsonb, ${reason}, ${person},
      ${name}, ${now}::timestamptz)`.execute(tx);
  const appended = await append(tx, {
    ...stream,
    after: opened.value.head,
    entries: [{ type: 'StarSchemeDecided', body: request }],
    stamp: { at: now, actor: { kind: 'officer', person }, commandId },
    remember: { request, answer: { effectiveFrom } },
  });
  return appended.ok ? ok({ effectiveFrom }) : appended;
}

const isSame = (left: StarScheme, right: StarScheme): boolean => textOf(left) === textOf(right);
const textOf = ({ most, steps, leastRatings }: StarScheme): string =>
  JSON.stringify([Object.entries(most).toSorted(([one], [other]) => (one < other ? -1 : 1)), steps, leastRatings]);
