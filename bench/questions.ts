import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts } from '../apps/server/src/parts.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import {
  askAll,
  districtList,
  fillDemonstration,
  fillDistrict,
  rateOf,
  type Answered,
  type Half,
  type QuestionHall,
  type Rate,
} from '../apps/server/src/test/questions/questions.ts';
import { textOption, type Bench } from './report.ts';

const HALLS: readonly (readonly [QuestionHall, string])[] = [
  ['demo', 'the demonstration’s items'],
  ['district', 'a real district’s items'],
  ['drawn', 'the district, questions written for items drawn at random after the everyday words'],
];

/**
 * `npm run bench -- questions [--list FILE.csv]`: the everyday questions of `apps/server/src/test/questions`, each half of them;
 * right where a right item is among the first three. Misses are named of the half that tuning may look at, of the other only counted.
 */
export const questions: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-questions-'));
  const parts = await openParts({ dataFolder: folder, log: createLog('error'), origin: 'http://127.0.0.1' });
  const { db } = parts.shell;
  try {
    const list = textOption('list') ?? districtList;
    await fillDemonstration(db);
    if (existsSync(list)) await fillDistrict(db, list);
    const lines: string[] = [];
    for (const [hall, what] of HALLS) {
      const asked = hall === 'demo' || existsSync(list);
      lines.push(...(asked ? reportOf(what, await askAll(db, hall)) : [`${what}: not tested, the list is absent`]));
    }
    return lines;
  } finally {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
};

function reportOf(what: string, answered: readonly Answered[]): readonly string[] {
  const half = (which: Half): string => shareOf(rateOf(answered, which));
  const missed = answered.filter(({ found, half: which }) => !found && which === 'tuned');
  return [
    `${what}: ${shareOf(rateOf(answered))}; looked at while tuning ${half('tuned')}, not looked at ${half('heldBack')}`,
    ...missed.map(({ question, first }) => `  missed: ${question} → ${first.join('；') || 'nothing'}`),
  ];
}

const shareOf = ({ found, asked }: Rate): string =>
  `${String(found)} of ${String(asked)} (${((100 * found) / Math.max(asked, 1)).toFixed(1)} %)`;
