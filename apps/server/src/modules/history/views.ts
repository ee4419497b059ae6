import type { LogView, MinedView, Words } from '@yimen/contract';
import { isSpecialProcedure, specialProcedureRules } from '@yimen/core/clock';
import type { Mined, ProcedureKey } from '@yimen/core/history';
import type { StoredLog } from './store.ts';

export function logView({ name, calendar, format, importedAt, counts }: StoredLog): LogView {
  return { name, calendar, format, importedAt, counts };
}

/** More rows than this nobody reads on a screen; the command line has them all. */
const SHOWN = { variants: 50, arrows: 300, steps: 400, loops: 50, people: 50, procedures: 50 } as const;

export const first = <T>(rows: readonly T[], most: number): { readonly all: number; readonly rows: T[] } => ({
  all: rows.length,
  rows: rows.slice(0, most),
});

/** What is written beside the figures of a log. */
interface Beside {
  readonly labels: Readonly<Record<string, Words>>;
  readonly procedureName: (key: ProcedureKey) => string;
}

export function minedView(mined: Mined, { labels, procedureName }: Beside): MinedView {
  const { variants, map, steps, posts, procedures, rework, handOvers, hours } = mined;
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
    posts: first(posts, SHOWN.people),
    procedures: first(
      procedures.map((one) => ({ ...one, name: procedureName(one) })),
      SHOWN.procedures,
    ),
    rework: {
      cases: rework.cases,
      repeated: first(rework.repeated, SHOWN.loops),
      returns: first(rework.returns, SHOWN.loops),
    },
    handOvers: first(handOvers, SHOWN.people),
    hours: [...hours],
  };
}

/** Activities of the ledger that are more than the type of an entry says. */
const TOLD_APART: Readonly<Record<string, Words>> = {
  // Logs taken before the kind was told.
  specialProcedure: { zh: '特别程序', en: 'Special procedure' },
  'correctionDelivered:part': { zh: '递交部分补正材料', en: 'Some corrections delivered' },
  'decisionSigned:refuse': { zh: '签批决定（不予许可）', en: 'Decision signed: refusal' },
};

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
      const words = TOLD_APART[activity] ?? facts[activity] ?? partWords(activity, steps);
      return words === undefined ? [] : [[activity, words]];
    }),
  );
}

/** Of a step or a special procedure: what it is, and which. */
function partWords(activity: string, steps: ReadonlyMap<string, string>): Words | undefined {
  const [what, which = ''] = activity.split(':', 2);
  // Names of steps are Chinese: in English the step stays what the drawing calls it.
  if (what === 'step') return { zh: `环节 ${steps.get(which) ?? which}`, en: `Step ${which}` };
  if (what !== 'special' || !isSpecialProcedure(which)) return undefined;
  const { zh, en } = specialProcedureRules[which];
  return { zh: `特别程序：${zh}`, en: `Special procedure: ${en}` };
}
