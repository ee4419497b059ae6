import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { items as demonstration } from '@yimen/demo';
import { jurisdiction, type Jurisdiction } from '@yimen/core/people';
import { day } from '@yimen/kernel';
import { importItems, itemNames, publish, searchItems } from '../../modules/catalogue/index.ts';
import type { Db } from '../../platform/shell.ts';

/** Tuning may look at the first half only; the second says how the search does with what nobody tuned it for. */
export type Half = 'tuned' | 'heldBack';

export interface AskedQuestion {
  readonly question: string;
  /** Ids of the items that answer it, or their names where a list has no ids of ours. */
  readonly right: readonly string[];
  readonly half: Half;
}

export interface Answered extends AskedQuestion {
  /** Ids and names of the first three found. */
  readonly first: readonly string[];
  readonly found: boolean;
}

/** Right answers must be among so many. */
const FIRST = 3;
const halls = {
  demo: jurisdiction('410500'),
  district: jurisdiction('511602'),
  drawn: jurisdiction('511602'),
} as const;
/** Every item of both halls is in force on it. */
const AS_OF = day('2027-01-01');
export type QuestionHall = keyof typeof halls;

/** The published list of a real district, where the workplace has it. */
export const districtList = fileURLToPath(
  new URL('../../../../../../shared/data/catalogue/guangan_district_items_1135.csv', import.meta.url),
);

/** By the hash of the question and nothing else: nobody chooses which half a question falls into. */
const halfOf = (question: string): Half =>
  (createHash('sha256').update(question).digest()[0] ?? 0) % 2 === 0 ? 'tuned' : 'heldBack';

/** The questions for a hall, as they were written down before the search was tuned. */
function questionsFor(hall: QuestionHall): readonly AskedQuestion[] {
  const text = readFileSync(new URL(`./${hall}.tsv`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [question = '', right = ''] = line.split('\t');
    return { question, right: right.split(' | '), half: halfOf(question) };
  });
}

/** Publishes the demonstration's items. */
export async function fillDemonstration(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const item of demonstration) {
      const published = await publish(tx, item, 'questions');
      if (!published.ok) throw new Error(`${item.id}: ${published.error.code}`);
    }
  });
}

/** Takes the district's list in as `yimen items import` does. */
export async function fillDistrict(db: Db, file: string): Promise<void> {
  const text = readFileSync(file, 'utf8');
  await importItems(db, { text, source: 'list.csv', jurisdiction: halls.district, from: AS_OF });
}

/** Asks every question of a hall; a right item is one of these ids or names. */
export async function askAll(db: Db, hall: QuestionHall): Promise<readonly Answered[]> {
  const names = await namesIn(db, halls[hall]);
  const answered: Answered[] = [];
  for (const asked of questionsFor(hall)) {
    const { hits } = await searchItems(db, { jurisdiction: halls[hall], q: asked.question, offset: 0, limit: FIRST });
    const first = hits.map(({ itemId }) => names.get(itemId) ?? itemId);
    const known = new Set([...first, ...hits.map(({ itemId }) => itemId)]);
    answered.push({ ...asked, first, found: asked.right.some((right) => known.has(right)) });
  }
  return answered;
}

async function namesIn(db: Db, hall: Jurisdiction): Promise<ReadonlyMap<string, string>> {
  return new Map((await itemNames(db, hall, AS_OF)).map(({ itemId, name }) => [itemId, name]));
}

export interface Rate {
  readonly found: number;
  readonly asked: number;
}

/** How many of these were answered within the first three. */
export function rateOf(answered: readonly Answered[], half?: Half): Rate {
  const counted = half === undefined ? answered : answered.filter((one) => one.half === half);
  return { found: counted.filter(({ found }) => found).length, asked: counted.length };
}

/** Right answers the hall does not have: a question nobody could answer says nothing of the search. */
export async function rightItemsNotIn(db: Db, hall: QuestionHall): Promise<readonly string[]> {
  const names = await namesIn(db, halls[hall]);
  const known = new Set([...names.keys(), ...names.values()]);
  return questionsFor(hall).flatMap(({ right }) => right.filter((one) => !known.has(one)));
}
