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

type ParallelNode = Extract<ServiceItem['procedure']['examination'][number], { readonly kind: 'parallel' }>;

/** Groups that are newly side by side. */
function newGroups({ procedure }: ServiceItem, base: ServiceItem): readonly ParallelNode[] {
  const groups = (item: ServiceItem): readonly ParallelNode[] =>
    item.procedure.examination.flatMap((node) => (node.kind === 'parallel' ? [node] : []));
  const before = new Set(groups(base).map((node) => keyOf(lanesOf(node))));
  return groups({ ...base, procedure }).filter((node) => !before.has(keyOf(node.branches)));
}

/** A branch of several steps has no place in a {@link Reform}: a group takes as long as its longest step. */
const isSimple = ({ branches }: ParallelNode): boolean => branches.every((steps) => steps.length === 1);

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

/**
 * What lies outside the promise, which runs from acceptance to the decision (Art. 42): by the names of the hall's own ledger, and
 * as the drawing calls it. A promise that runs from receipt counts the way to acceptance too.
 */
const BEFORE_ACCEPTANCE: readonly Piece[] = [
  { shape: 'applicationReceived', name: '收件' },
  { shape: 'correctionNotified', name: '一次性告知补正' },
  { shape: 'caseAccepted', name: '受理审查' },
];
const OUTSIDE: readonly Piece[] = [
  { shape: 'correctionDelivered', name: '补正材料' },
  { shape: 'decisionSealed', name: '用印' },
  { shape: 'resultIssued', name: '制证' },
  { shape: 'decisionServed', name: '送达' },
  { shape: 'caseClosed', name: '办结' },
];
const outsideOf = ({ limits }: ServiceItem): readonly Piece[] => [
  ...(limits.promised.startsOn === 'receipt' ? [] : BEFORE_ACCEPTANCE),
  ...OUTSIDE,
];

const leftOutWords = {
  branches: (name: string): Words => ({
    zh: `“${name}”等并行分支含多个环节，并行的节省未计入`,
    en: `The branches of “${name}” have several steps: what side by side saves is not counted`,
  }),
  added: (name: string): Words => ({
    zh: `新增的“${name}”在历史中没有用时，未计入`,
    en: `“${name}” is new: history has no time for it, and none is counted`,
  }),
  unknown: (name: string): Words => ({
    zh: `日志中没有“${name}”，这项改变未计入`,
    en: `The log has no “${name}”: this change is not counted`,
  }),
};

/** Special procedures that stop the promise, in either version: their time is outside the limit (Art. 45). */
const stoppingIn = (...versions: readonly ServiceItem[]): ReadonlySet<string> =>
  new Set(
    versions.flatMap(({ procedure }) =>
      procedure.specialProcedures.flatMap((one) => (one.stopsPromise ? [`special:${one.procedure}`] : [])),
    ),
  );

const without = (pieces: readonly Piece[], others: readonly Piece[]): readonly Piece[] =>
  pieces.filter(({ shape }) => others.every((other) => other.shape !== shape));

/**
 * The reform that a proposed version of an item is, against the version in force: limits, steps and reviews that fall away, steps newly
 * side by side, shorter limits of steps. Counted is from acceptance to the decision, without special procedures that stop the promise.
 * Refused where a promise is not in working days: a history is counted in these.
 */
export function reformBetween(
  base: ServiceItem,
  next: ServiceItem,
  called: CalledInLog,
): Result<ReadReform, { readonly code: 'limit_not_working_days' }> {
  const [limit, newLimit] = [limitOf(base), limitOf(next)];
  if (limit === undefined || newLimit === undefined) return refuse({ code: 'limit_not_working_days' });
  const found = (pieces: readonly Piece[]): string[] => pieces.flatMap(({ shape, name }) => called(shape, name) ?? []);
  const [was, will] = [piecesOf(base), piecesOf(next)];
  const stopping = stoppingIn(base, next);
  const gone = without(was, will);
  const groups = newGroups(next, base);
  const steps = (node: ParallelNode): readonly Piece[] => node.branches.flat().map(piece);
  const caps = shortened(next, base).flatMap((step) =>
    found([piece(step)]).map((name) => [name, step.limitDays] as const),
  );
  const reform: Reform = {
    limit,
    newLimit,
    dropped: found(gone.filter(({ shape }) => !stopping.has(shape))),
    notCounted: [...new Set(found([...outsideOf(next), ...was.filter(({ shape }) => stopping.has(shape))]))],
    merged: [],
    parallel: groups
      .filter(isSimple)
      .map((node) => found(steps(node)))
      .filter((group) => group.length > 1),
    capped: Object.fromEntries(caps),
  };
  const untold = [
    ...without(will, was).map(({ name }) => leftOutWords.added(name)),
    ...gone.filter((one) => found([one]).length === 0).map(({ name }) => leftOutWords.unknown(name)),
    ...groups.filter((node) => !isSimple(node)).map((node) => leftOutWords.branches(steps(node)[0]?.name ?? node.id)),
  ];
  return ok({ reform, leftOut: untold });
}
