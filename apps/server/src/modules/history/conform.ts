import { conformanceCollector, stepsOf, type Conformance, type HistoryCase } from '@yimen/core/history';
import type { Conform } from './miner.ts';

/** Holds the cases that keep a procedure against it. */
export async function conformCases(
  cases: AsyncIterable<HistoryCase>,
  { process, only, wording: { called, work, anywhere } }: Pick<Conform, 'process' | 'only' | 'wording'>,
): Promise<Conformance> {
  const collector = conformanceCollector({
    process,
    called: new Map(Object.entries(called)),
    workOf: (activity) => work[activity] ?? [],
    anywhere: new Set(anywhere),
  });
  for await (const one of cases) {
    const same = one.procedure?.itemId === only?.itemId && one.procedure?.version === only?.version;
    if (only === undefined || same) collector.take(one, stepsOf(one));
  }
  return collector.result();
}
