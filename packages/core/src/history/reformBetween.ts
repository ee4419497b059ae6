import { lanesOf, stepNode, stepsOf, type ServiceItem, type StepNode } from '../catalogue/index.ts';
import { specialProcedureRules } from '../clock/index.ts';
import { ok, refuse, type Result, type Words } from '@yimen/kernel';
import type { Reform } from './reform.ts';

/** A reform read off a proposed version, and what of the version cannot be rehearsed on a history. */
export interface ReadReform {
  readonly reform: Reform;
  readonly leftOut: readonly Words[];
}

/** What a shape of the drawing is called in the log; nothing where the log has no such work. */
export type CalledInLog = (shape: string, name: string) => string | undefined;

interface Piece {
  readonly shape: string;
  readonly name: string;
}

const piece = ({ id, name }: StepNode): Piece => ({ shape: stepNode(id), name });

/** Shapes of an item that may fall away or come anew: steps, special procedures, the two reviews before the decision. */
function piecesOf({ procedure }: ServiceItem): readonly Piece[] {
  return [
    ...stepsOf(procedure).map(piece),
    ...procedure.specialProcedures.map((allowed) => ({
      shape: `special:${allowed.procedure}`,
      name: specialProcedureRules[allowed.procedure].zh,
    })),
    ...(procedure.legalReview ? [{ shape: 'legalityReviewed', name: '法制审核' }] : []),
    ...(procedure.meeting ? [{ shape: 'minutesAttached', name: '集体讨论' }] : []),
  ];
}

const limitOf = ({ limits }: ServiceItem): number | undefined =>
  limits.promised.unit === 'workingDay' ? Math.max(limits.promised.count, 0.5) : undefined;

/** Groups newly side by side; branches of several steps have no place in a {@link Reform}. */
function newGroups({ procedure }: ServiceItem, base: ServiceItem): readonly (readonly StepNode[])[] {
  const before = new Set(
    base.procedure.examination.flatMap((node) => (node.kind === 'parallel' ? [keyOf(lanesOf(node))] : [])),
  );
  return procedure.examination.flatMap((node) => {
    if (node.kind !== 'parallel' || before.has(keyOf(node.branches))) return [];
    return [node.branches.flat()];
  });
}
const keyOf = (lanes: readonly (readonly StepNode[])[]): string =>
  lanes
    .map((lane) => lane.map(({ id }) => id).join('>'))
    .toSorted()
    .join('|');

/** Steps that get a shorter limit of their own, in working days. */
function shortened(next: ServiceItem, base: ServiceItem): readonly StepNode[] {
  const before = new Map(stepsOf(base.procedure).map(({ id, limitDays }) => [id, limitDays]));
  return stepsOf(next.procedure).filter(({ id, limitDays }) => limitDays < (before.get(id) ?? 0) && limitDays > 0);
}

const leftOutWords = {
  added: (name: string): Words => ({
    zh: `新增的“${name}”在历史中没有用时，未计入`,
    en: `“${name}” is new: history has no time for it, and none is counted`,
  }),
  unknown: (name: string): Words => ({
    zh: `日志中没有“${name}”，这项改变未计入`,
    en: `The log has no “${name}”: this change is not counted`,
  }),
};

/**
 * The reform that a proposed version of an item is, against the version in force: limits, steps and reviews that fall away, steps newly
 * side by side, shorter limits of steps; special procedures that stop the promise stay outside the limit. Refused where a promise is not
 * in working days: a history is counted in these.
 */
export function reformBetween(
  base: ServiceItem,
  next: ServiceItem,
  called: CalledInLog,
): Result<ReadReform, { readonly code: 'limit_not_working_days' }> {
  const [limit, newLimit] = [limitOf(base), limitOf(next)];
  if (limit === undefined || newLimit === undefined) return refuse({ code: 'limit_not_working_days' });
  const [was, will] = [piecesOf(base), piecesOf(next)];
  const gone = was.filter(({ shape }) => will.every((other) => other.shape !== shape));
  const stopping = new Set(
    [...base.procedure.specialProcedures, ...next.procedure.specialProcedures].flatMap((one) =>
      one.stopsPromise ? [`special:${one.procedure}`] : [],
    ),
  );
  const found = (pieces: readonly Piece[]): string[] => pieces.flatMap(({ shape, name }) => called(shape, name) ?? []);
  const caps = shortened(next, base).flatMap((step) =>
    found([piece(step)]).map((name) => [name, step.limitDays] as const),
  );
  const reform: Reform = {
    limit,
    newLimit,
    dropped: found(gone.filter(({ shape }) => !stopping.has(shape))),
    notCounted: found(was.filter(({ shape }) => stopping.has(shape))),
    merged: [],
    parallel: newGroups(next, base)
      .map((steps) => found(steps.map(piece)))
      .filter((group) => group.length > 1),
    capped: Object.fromEntries(caps),
  };
  const added = will.filter(({ shape }) => was.every((other) => other.shape !== shape));
  const unknown = gone.filter(({ shape, name }) => called(shape, name) === undefined);
  const leftOut = [
    ...added.map(({ name }) => leftOutWords.added(name)),
    ...unknown.map(({ name }) => leftOutWords.unknown(name)),
  ];
  return ok({ reform, leftOut });
}
