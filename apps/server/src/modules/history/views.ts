import type { LogView, MinedView, Words } from '@yimen/contract';
import type { Mined } from '@yimen/core/history';
import type { StoredLog } from './store.ts';

export function logView({ name, calendar, format, importedAt, counts }: StoredLog): LogView {
  return { name, calendar, format, importedAt, counts };
}

/** More rows than this nobody reads on a screen; the command line has them all. */
const SHOWN = { variants: 50, arrows: 300, steps: 400, loops: 50, people: 50 } as const;

const first = <T>(rows: readonly T[], most: number): { readonly all: number; readonly rows: T[] } => ({
  all: rows.length,
  rows: rows.slice(0, most),
});

export function minedView(mined: Mined, labels: Readonly<Record<string, Words>>): MinedView {
  const { variants, map, steps, rework, handOvers, hours } = mined;
  return {
    labels,
    variants: first(
      variants.map((one) => ({ ...one, path: [...one.path] })),
      SHOWN.variants,
    ),
    starts: first(map.starts, SHOWN.loops),
    ends: first(map.ends, SHOWN.loops),
    arrows: first(map.arrows, SHOWN.arrows),
    steps: first(steps, SHOWN.steps),
    rework: {
      cases: rework.cases,
      repeated: first(rework.repeated, SHOWN.loops),
      returns: first(rework.returns, SHOWN.loops),
    },
    handOvers: first(handOvers, SHOWN.people),
    hours: [...hours],
  };
}

const STEP = 'step:';
/** Activities of the ledger that are no fact of their own: a special procedure from its start to its end. */
const SPECIAL: Words = { zh: '特别程序', en: 'Special procedure' };

/** What the activities of the hall's own ledger are called. */
export interface LedgerNames {
  /** By the type of an entry. */
  readonly facts: Readonly<Record<string, Words>>;
  /** By the id of a step, as the hall's procedures have it. */
  readonly steps: ReadonlyMap<string, string>;
}

/** Words for the activities of the hall's own ledger. Other logs speak for themselves. */
export function labelsOf(
  { format }: Pick<StoredLog, 'format'>,
  activities: readonly string[],
  { facts, steps }: LedgerNames,
): Readonly<Record<string, Words>> {
  if (format !== 'ledger') return {};
  return Object.fromEntries(
    activities.flatMap((activity) => {
      const words = activity === 'specialProcedure' ? SPECIAL : (facts[activity] ?? stepWords(activity, steps));
      return words === undefined ? [] : [[activity, words]];
    }),
  );
}

function stepWords(activity: string, steps: ReadonlyMap<string, string>): Words | undefined {
  if (!activity.startsWith(STEP)) return undefined;
  const id = activity.slice(STEP.length);
  // Names of steps are Chinese: in English the step stays what the drawing calls it.
  return { zh: `环节 ${steps.get(id) ?? id}`, en: `Step ${id}` };
}
