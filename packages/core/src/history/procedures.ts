import type { Collector } from './collector.ts';
import type { ProcedureKey } from './log.ts';
import { byCount } from './spread.ts';

export interface ProcedureCount extends ProcedureKey {
  /** Cases that were to follow it. */
  readonly count: number;
}

const nameOf = ({ itemId, version }: ProcedureKey): string => `${itemId} ${String(version)}`;

/** Which published procedures the cases of a log were to follow. */
export function proceduresCollector(): Collector<readonly ProcedureCount[]> {
  const counts = new Map<string, ProcedureCount>();
  return {
    take: ({ procedure }) => {
      if (procedure === undefined) return;
      const name = nameOf(procedure);
      counts.set(name, { ...procedure, count: (counts.get(name)?.count ?? 0) + 1 });
    },
    result: () => [...counts.values()].toSorted(byCount<ProcedureCount>(nameOf)),
  };
}
