import type { Collector } from './collector.ts';
import { countsCollector, type Counts } from './counts.ts';
import { followsCollector, type Arrow, type FlowMap } from './follows.ts';
import { stepsOf, type HistoryCase } from './log.ts';
import { handOverCollector, workloadCollector } from './people.ts';
import { proceduresCollector, type ProcedureCount } from './procedures.ts';
import { reworkCollector, type Rework } from './rework.ts';
import { variantsCollector, type Variant } from './variants.ts';
import { postTimeCollector, waitingCollector, type PostTime, type StepTime } from './waiting.ts';

/** Everything a log says. */
export interface Mined {
  readonly counts: Counts;
  readonly variants: readonly Variant[];
  readonly map: FlowMap;
  readonly steps: readonly StepTime[];
  readonly posts: readonly PostTime[];
  /** The procedures the cases were to follow, where the log says so. */
  readonly procedures: readonly ProcedureCount[];
  readonly rework: Rework;
  readonly handOvers: readonly Arrow[];
  readonly hours: readonly number[];
}

export interface Mining {
  take(one: HistoryCase): void;
  result(): Mined;
}

/** Takes a log case after case, each once; memory grows with cases and steps, never with what else a log says. */
export function openMining(): Mining {
  const [counts, variants, map] = [countsCollector(), variantsCollector(), followsCollector()];
  const [steps, posts, procedures] = [waitingCollector(), postTimeCollector(), proceduresCollector()];
  const [rework, handOvers, hours] = [reworkCollector(), handOverCollector(), workloadCollector()];
  const flow: readonly Pick<Collector<unknown>, 'take'>[] = [counts, variants, map, rework, procedures];
  const all = [...flow, steps, posts, handOvers, hours];
  return {
    take: (one) => {
      const taken = stepsOf(one);
      for (const collector of all) collector.take(one, taken);
    },
    result: () => {
      const paths = variants.result();
      return {
        counts: { ...counts.result(), variants: paths.length },
        variants: paths,
        map: map.result(),
        steps: steps.result(),
        posts: posts.result(),
        procedures: procedures.result(),
        rework: rework.result(),
        handOvers: handOvers.result(),
        hours: hours.result(),
      };
    },
  };
}
