import type { ReformBody } from '@yimen/contract';
import type { Typed } from '../../shared/drafts/KeptForm.tsx';

/** What may be changed about a step; groups A and B are done together. */
export const CHANGES = ['keep', 'dropped', 'notCounted', 'mergedA', 'mergedB', 'parallelA', 'parallelB'] as const;
export type Change = (typeof CHANGES)[number];

export const changeField = (index: number): string => `change-${String(index)}`;
export const capField = (index: number): string => `cap-${String(index)}`;

/** What is proposed of a step; at most two groups of a kind have a place in the form. */
export function changeOf({ dropped, notCounted, merged, parallel }: ReformBody, step: string): Change {
  const groups = [merged[0], merged[1], parallel[0], parallel[1]];
  const lists: readonly (readonly [Change, readonly string[] | undefined])[] = [
    ['dropped', dropped],
    ['notCounted', notCounted],
    ...groups.map((group, index) => [CHANGES[3 + index] ?? 'keep', group] as const),
  ];
  return lists.find(([, steps]) => steps?.includes(step) === true)?.[0] ?? 'keep';
}

/** Every step something is proposed of. */
export const stepsChanged = ({ dropped, notCounted, merged, parallel, capped }: ReformBody): readonly string[] => [
  ...new Set([...dropped, ...notCounted, ...merged.flat(), ...parallel.flat(), ...Object.keys(capped)]),
];

/** The reform a form proposes: each step by its place in the list the form was made of. */
export function reformOf(typed: Typed, steps: readonly string[]): ReformBody {
  const chosen = (change: Change): string[] => steps.filter((_, index) => typed[changeField(index)] === change);
  const groups = (...changes: readonly Change[]): string[][] => changes.map(chosen).filter((group) => group.length > 0);
  const caps = steps.flatMap((step, index) => {
    const days = typed[capField(index)] ?? '';
    return days === '' ? [] : [[step, Number(days)] as const];
  });
  return {
    limit: Number(typed['limit']),
    newLimit: Number(typed['newLimit']),
    dropped: chosen('dropped'),
    notCounted: chosen('notCounted'),
    merged: groups('mergedA', 'mergedB'),
    parallel: groups('parallelA', 'parallelB'),
    capped: Object.fromEntries(caps),
  };
}
