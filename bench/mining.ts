import type { HistoryCase, HistoryEvent, Process } from '@yimen/core/history';
import { openMiner, packLog, unpackCases } from '../apps/server/src/modules/history/index.ts';
import { numberOption, ratio, seeded, type Bench } from './report.ts';

const DAY_MS = 86_400_000;
const BEIJING = 480;
const FROM = Date.parse('2025-01-02T01:00:00Z');
const STEPS = ['收件', '受理', '审核', '现场核查', '专家评审', '法制审核', '审批', '签发', '制证', '送达'];
/** How often a case takes a step it may go without. */
const OPTIONAL: Readonly<Record<string, number>> = { 现场核查: 0.4, 专家评审: 0.1, 法制审核: 0.3, 制证: 0.8 };
const SENT_BACK = 0.08;
const POSTS = 40;

/** The procedure the cases were to follow: one step after another, those one may go without behind a choice. */
const PROCEDURE: Process = {
  nodes: [
    { id: 'start', shape: 'start' },
    ...STEPS.map((id) => ({ id, shape: 'task' as const })),
    ...STEPS.flatMap((id) => [`before ${id}`, `after ${id}`]).map((id) => ({ id, shape: 'choice' as const })),
    { id: 'end', shape: 'end' },
  ],
  edges: [
    ...STEPS.flatMap((id, index) => [
      { from: index === 0 ? 'start' : `after ${STEPS[index - 1] ?? ''}`, to: `before ${id}` },
      { from: `before ${id}`, to: id },
      { from: id, to: `after ${id}` },
      ...(id in OPTIONAL ? [{ from: `before ${id}`, to: `after ${id}` }] : []),
    ]),
    { from: `after ${STEPS.at(-1) ?? ''}`, to: 'end' },
  ],
};
const named = Object.fromEntries(STEPS.map((step) => [step, step]));

/**
 * `npm run bench -- mining [--cases 50000]`: a year of cases with about twenty events each, read and mined whole on the miner's own
 * thread, a reform rehearsed on them, and each held against its procedure; beside it only unpacking the same bytes.
 */
export const mining: Bench = async () => {
  const cases = numberOption('cases', 50_000);
  const packed = await packLog(written(cases, seeded(numberOption('seed', 1))));
  const { bytes, counts } = packed;
  const floor = await timed(() => unpacked(bytes));
  const miner = openMiner();
  try {
    let told = 0;
    const mined = await timed(() => miner.ask({ ask: 'mine', bytes: bytes.slice() }, () => (told += 1)));
    const reform = {
      limit: 20,
      newLimit: 10,
      dropped: ['专家评审'],
      merged: [],
      parallel: [],
      capped: {},
      notCounted: [],
    };
    const rehearsed = await timed(() =>
      miner.ask({ ask: 'rehearse', bytes: bytes.slice(), reform, notices: undefined, itemId: undefined }),
    );
    const wording = { called: named, work: Object.fromEntries(STEPS.map((step) => [step, [step]])), anywhere: [] };
    const held = await timed(() =>
      miner.ask({ ask: 'conform', bytes: bytes.slice(), process: PROCEDURE, only: undefined, wording }),
    );
    const seconds = (millis: number): string => `${(millis / 1000).toFixed(1)} s`;
    return [
      `${counts.cases.toLocaleString('en')} cases, ${counts.events.toLocaleString('en')} events, ${counts.variants.toLocaleString('en')} variants, ${(bytes.byteLength / 2 ** 20).toFixed(0)} MiB kept`,
      `unpacked only: ${seconds(floor)}`,
      `mined whole: ${seconds(mined)} (${ratio(mined, floor)}; promise: 10 s), progress told ${String(told)} times`,
      `a reform rehearsed: ${seconds(rehearsed)} (${ratio(rehearsed, floor)})`,
      `held against the procedure: ${seconds(held)} (${ratio(held, floor)})`,
    ];
  } finally {
    await miner.close();
  }
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function unpacked(bytes: Uint8Array): Promise<number> {
  let events = 0;
  for await (const one of unpackCases(bytes)) events += one.events.length;
  return events;
}

async function* written(cases: number, random: () => number): AsyncGenerator<HistoryCase> {
  for (let nth = 0; nth < cases; nth += 1) yield await Promise.resolve(oneCase(nth, random));
}

function oneCase(nth: number, random: () => number): HistoryCase {
  let at = FROM + random() * 330 * DAY_MS;
  const events: HistoryEvent[] = [];
  const work = (activity: string): void => {
    const resource = `岗位${String(Math.floor(random() * POSTS))}`;
    at += random() * DAY_MS;
    events.push({ activity, at: Math.round(at), offset: BEIJING, transition: 'start', resource });
    at += random() * 0.2 * DAY_MS;
    events.push({ activity, at: Math.round(at), offset: BEIJING, transition: 'complete', resource });
  };
  for (const step of STEPS) {
    if (random() > (OPTIONAL[step] ?? 1)) continue;
    work(step);
    if (step === '审批' && random() < SENT_BACK) for (const again of ['审核', '审批']) work(again);
  }
  return { id: `case-${String(nth)}`, events };
}
