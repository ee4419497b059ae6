import { loadavg } from 'node:os';
import { addDays, dayOf, instantAt, instantFromMillis, type Instant } from '@yimen/kernel';
import { loadDemo } from '../apps/server/src/demo/index.ts';
import { lookAtCards, type Supervision } from '../apps/server/src/modules/supervision/index.ts';
import type { Parts } from '../apps/server/src/parts.ts';
import { wire } from '../apps/server/src/wiring.ts';
import { copyFollowed } from './hall/followed.ts';
import { withHall } from './hall/inProcess.ts';
import { receiveMany, WINDOWS } from './hall/receive.ts';
import { settle } from './hall/settle.ts';
import { numberOption, type Bench } from './report.ts';

/** No acceptance period is longer, holidays included. */
const LATER_DAYS = 30;

/** Open cases of a large hall. */
const OPEN = 5000;

/**
 * `npm run bench -- supervision [--cases 10000] [--followed 0]`: so many applications received and left in silence, whose acceptance
 * period ends in the same minute; how long it takes until each has its cards, as a ratio against receiving them. With `--followed`
 * as many again beside so many followed cases: what is raised must cost what is due, not what is stored.
 */
export const supervision: Bench = async () => {
  const [cases, followed] = [numberOption('cases', 10_000), numberOption('followed', 0)];
  const small = await inHall(cases, 0);
  if (followed === 0) return [told(cases, small)];
  const large = await inHall(cases, followed);
  const ratio = `${(large.raised / small.raised).toFixed(2)} of the same without them`;
  return [
    told(cases, small),
    `beside ${followed.toLocaleString('en')} followed cases: ${told(cases, large)}; ${ratio}`,
  ];
};

const inHall = (cases: number, followed: number): Promise<Round> =>
  withHall('supervision', async ({ folder, parts }) => {
    await loadDemo(parts);
    let now: Instant = instantFromMillis(Date.now());
    const worlds = await wire({ ...parts, shell: { ...parts.shell, now: () => now } });
    await drain(worlds.supervision);
    if (followed > 0) await copyFollowed(parts.shell.db, followed, OPEN);
    await settle(folder);
    const began = performance.now();
    await receiveMany(worlds.cases, cases);
    const received = (performance.now() - began) / 1000;
    const read = await drain(worlds.supervision);
    now = instantAt(addDays(dayOf(now), LATER_DAYS), '00:00');
    const before = await cardsOf(parts);
    const raised = await drain(worlds.supervision);
    const cards = (await cardsOf(parts)) - before;
    return { received, read, raised, cards, doubled: await doubledOf(parts) };
  });

interface Round {
  readonly received: number;
  readonly read: number;
  readonly raised: number;
  readonly cards: number;
  readonly doubled: number;
}

function told(cases: number, { received, read, raised, cards, doubled }: Round): string {
  const baseline = `${String(cases)} received by ${String(WINDOWS)} windows at once in ${received.toFixed(1)} s, read by supervision in ${read.toFixed(1)} s`;
  return `${baseline}; all due in one minute: ${String(cards)} cards, ${String(doubled)} twice, in ${raised.toFixed(1)} s (the promise is 60), ${(raised / received).toFixed(2)} of receiving them, load average ${loadavg()[0]?.toFixed(1) ?? ''}`;
}

async function drain(world: Supervision): Promise<number> {
  const began = performance.now();
  while ((await lookAtCards(world)) > 0);
  return (performance.now() - began) / 1000;
}

async function counted(parts: Parts, query: string): Promise<number> {
  const { rows } = await parts.database.pool.query<{ n: number }>(query);
  return rows[0]?.n ?? 0;
}
const cardsOf = (parts: Parts): Promise<number> => counted(parts, 'select count(*)::int as n from supervision.cards');
const doubledOf = (parts: Parts): Promise<number> =>
  counted(
    parts,
    `select count(*)::int as n from
      (select from ledger.entries where type = 'cardRaised' group by stream having count(*) > 1) d`,
  );
