import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { jurisdiction } from '@yimen/core/people';
import { addDays, dayOf } from '@yimen/kernel';
import { sql } from 'kysely';
import { loadDemoHall } from '../apps/server/src/demo/index.ts';
import { importItems } from '../apps/server/src/modules/catalogue/index.ts';
import type { App } from '../apps/server/src/platform/http/index.ts';
import type { Db, Shell } from '../apps/server/src/platform/shell.ts';
import { districtList } from '../apps/server/src/test/questions/questions.ts';
import { withHall } from './hall/inProcess.ts';
import { numberOption, percentile, perSecond, textOption, type Bench } from './report.ts';

const DISTRICT = jurisdiction('511602');
const HALL = '410500';
const ITEM = 'construction-permit';

/**
 * `npm run bench -- catalogue [--list FILE.csv] [--guides 500]`: a district's list brought in, beside the same rows copied by
 * the database alone; a guide answered, beside the one statement its facts come from.
 */
export const catalogue: Bench = () =>
  withHall('catalogue', async ({ parts, serve }) => {
    await loadDemoHall(parts.shell);
    const list = textOption('list') ?? districtList;
    const imported = existsSync(list)
      ? await bring(parts.shell, await readFile(list, 'utf8'))
      : ['import: not tested, the list is absent'];
    return [...imported, ...(await guides(await serve(), parts.shell.db))];
  });

async function bring({ db, now }: Shell, text: string): Promise<readonly string[]> {
  const from = addDays(dayOf(now()), -1);
  const list = { text, source: 'list.csv', jurisdiction: DISTRICT, from };
  const [first, { added }] = await timed(() => importItems(db, list));
  const [again] = await timed(() => importItems(db, list));
  const [floor] = await timed(() => copied(db));
  return [
    `import of ${String(added)} rows: ${first.toFixed(0)} ms (${perSecond(added, first)}; promise: 1,135 in 10 s), again without a change ${again.toFixed(0)} ms`,
    `  the same rows copied by the database alone: ${floor.toFixed(0)} ms; the import is ${(first / floor).toFixed(0)}× of it`,
  ];
}

/** The floor of an import: the same versions and search rows written by one statement each, without reading, checking or hashing. */
async function copied(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of ['item_version', 'item_search']) {
      const copy = sql.table(`copy_${table}`);
      await sql`create temporary table ${copy} (like ${sql.table(`catalogue.${table}`)} including defaults including indexes)`.execute(
        tx,
      );
      await sql`insert into ${copy} select * from ${sql.table(`catalogue.${table}`)} where jurisdiction = ${DISTRICT}`.execute(
        tx,
      );
    }
  });
}

async function guides(app: App, db: Db): Promise<readonly string[]> {
  const runs = numberOption('guides', 500);
  const url = `/api/v1/items/${HALL}/${ITEM}`;
  const [cold] = await timed(() => ask(app, url));
  const guide = await times(runs, () => ask(app, url));
  const page = await times(runs, () => ask(app, `/api/v1/open/halls/${HALL}/items/${ITEM}`));
  const floor = await times(runs, () =>
    sql`select content from catalogue.item_version where jurisdiction = ${HALL} and item_id = ${ITEM} order by version desc limit 1`.execute(
      db,
    ),
  );
  const middle = (all: readonly number[]): number =>
    all.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? Number.NaN;
  const told = (name: string, all: readonly number[]): string =>
    `${name}: p50 ${percentile(all, 50)}, p95 ${percentile(all, 95)}, ${(middle(all) / middle(floor)).toFixed(1)}× of the statement`;
  return [
    `guide, first time: ${cold.toFixed(0)} ms`,
    told('guide', guide),
    told('open data of the item', page),
    `  the statement alone: p50 ${percentile(floor, 50)}, p95 ${percentile(floor, 95)}`,
  ];
}

async function ask(app: App, url: string): Promise<void> {
  const answer = await app.inject({ url });
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [millis: number, answer: T]> {
  const began = performance.now();
  const answer = await work();
  return [performance.now() - began, answer];
}

async function times(runs: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let run = 0; run < runs; run += 1) all.push((await timed(work))[0]);
  return all;
}
