import type { Collector } from '../collector.ts';
import type { Step } from '../log.ts';
import { byCount, countUp } from '../spread.ts';
import { timeKeeper, untimed, type Timed } from '../waiting.ts';
import { align, lastWork, type Alignment, type Called, type Done } from './align.ts';
import { gameOf, type Process } from './process.ts';

/** What a case did otherwise than its procedure: left out, in another order, again, or where the procedure has no place for it. */
export const deviationKinds = ['skipped', 'reordered', 'repeated', 'besides'] as const;
export type DeviationKind = (typeof deviationKinds)[number];

export interface Deviation {
  readonly kind: DeviationKind;
  readonly node: string;
  /** Cases it happened in. */
  readonly count: number;
  /** The first of them, at most a hundred. */
  readonly cases: readonly string[];
}

/** How the cases of a log did against a published procedure. */
export interface Conformance {
  /** Held against it. */
  readonly cases: number;
  /** Without any deviation. */
  readonly fitting: number;
  /** Too long to be judged; in no other figure. */
  readonly unjudged: number;
  /** Work done where the procedure has it ÷ that, and what was left out, and what was added; 1 where nothing was done. */
  readonly fitness: number;
  /** Of each shape that was come to: how often it was done, in how many cases left out, and where its time went. */
  readonly nodes: readonly NodeFigures[];
  /** How often each edge was gone along. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly deviations: readonly Deviation[];
  /** Work of the log that the drawing does not show. */
  readonly beside: readonly { readonly activity: string; readonly count: number }[];
}

export interface NodeFigures extends Timed {
  readonly node: string;
  readonly skipped: number;
}

/** A procedure, and how a log speaks of it. */
export interface Published {
  readonly process: Process;
  /** Shapes whose doing the log shows, and what it is called. */
  readonly called: Called;
  /** What an activity of the log is, in those names: one piece of work, several one after the other, or none. */
  readonly workOf: (activity: string) => readonly string[];
  /** Shapes that may be come to at any time: drawn at one place, counted there, and never a deviation. */
  readonly anywhere: ReadonlySet<string>;
}

const LISTED = 100;

interface Found {
  readonly alignment: Alignment;
  readonly deviations: readonly (readonly [DeviationKind, string])[];
}

/** Each deviation of a case once. What was left out here and done there was done in another order. */
function deviationsOf({ moves }: Alignment): Found['deviations'] {
  const nodes = (kind: (typeof moves)[number]['kind']): ReadonlySet<string> =>
    new Set(moves.flatMap((move) => (move.kind === kind ? [move.node] : [])));
  const [done, skipped, extra] = [nodes('done'), nodes('skipped'), nodes('extra')];
  const kindOf = (node: string): DeviationKind =>
    skipped.has(node) ? 'reordered' : done.has(node) ? 'repeated' : 'besides';
  return [
    ...[...skipped].filter((node) => !extra.has(node)).map((node) => ['skipped', node] as const),
    ...[...extra].map((node) => [kindOf(node), node] as const),
  ];
}

/** Aligns cases; those that did the same work in the same order are aligned once. */
function aligner({ process, called, anywhere }: Published): (did: Done) => Found | undefined {
  const game = gameOf(process);
  const bound = new Map([...called].filter(([node]) => !anywhere.has(node)));
  const speech = { called: bound, last: lastWork(game, bound) };
  const known = new Map<string, Found | undefined>();
  return (did) => {
    const key = JSON.stringify([did.work, ...did.anywhere]);
    if (!known.has(key)) {
      const alignment = align(game, did, speech);
      known.set(key, alignment === undefined ? undefined : { alignment, deviations: deviationsOf(alignment) });
    }
    return known.get(key);
  };
}

/** What becomes of the deviations of all cases. */
function deviationKeeper() {
  const found = new Map<string, Deviation & { readonly cases: string[]; count: number }>();
  return {
    note: (id: string, [kind, node]: Found['deviations'][number]): void => {
      const key = `${kind} ${node}`;
      const known = found.get(key) ?? { kind, node, cases: [], count: 0 };
      found.set(key, known);
      known.count += 1;
      if (known.cases.length < LISTED) known.cases.push(id);
    },
    result: (): readonly Deviation[] => [...found.values()].toSorted(byCount(({ kind, node }) => `${kind} ${node}`)),
  };
}

/** What becomes of the work of all cases: times of shapes, ways gone along, and how much of it fits. */
function workKeeper({ process, anywhere, called }: Published) {
  const times = timeKeeper();
  const ways = new Map<number, number>();
  const free = new Map([...called].flatMap(([node, name]) => (anywhere.has(node) ? [[name, node] as const] : [])));
  let [fits, moves] = [0, 0];
  return {
    isFree: ({ name }: Work): boolean => free.has(name),
    freeNode: ({ name }: Work): string => free.get(name) ?? name,
    noteFree: ({ name, step }: Work): void => times.note(free.get(name) ?? name, step),
    note: ({ alignment }: Found, bound: readonly Work[]): void => {
      for (const move of alignment.moves) {
        const done = move.kind === 'skipped' ? undefined : bound[move.at];
        if (done !== undefined) times.note(move.node, done.step);
        moves += 1;
        if (move.kind === 'done') fits += 1;
      }
      for (const edge of alignment.edges) countUp(ways, edge);
    },
    fitness: (): number => (moves === 0 ? 1 : fits / moves),
    edges: () => process.edges.map((edge, number) => ({ ...edge, count: ways.get(number) ?? 0 })),
    nodes: (skipped: ReadonlyMap<string, number>): readonly NodeFigures[] => {
      const timed = times.result();
      return process.nodes.flatMap(({ id }) => {
        const [known, left] = [timed.get(id), skipped.get(id) ?? 0];
        return known === undefined && left === 0 ? [] : [{ node: id, skipped: left, ...(known ?? untimed) }];
      });
    },
  };
}

/** A step as one piece of work of the procedure, in the names of {@link Published}. */
interface Work {
  readonly name: string;
  readonly step: Step;
}

const skippedOf = (found: readonly Deviation[]): ReadonlyMap<string, number> =>
  new Map(found.flatMap(({ kind, node, count }) => (kind === 'skipped' ? [[node, count] as const] : [])));

/** Holds cases against a published procedure, each as far as it has come. */
export function conformanceCollector(published: Published): Collector<Conformance> {
  const { workOf } = published;
  const judge = aligner(published);
  const [works, deviations] = [workKeeper(published), deviationKeeper()];
  const beside = new Map<string, number>();
  let [cases, fitting, unjudged] = [0, 0, 0];
  const take = (id: string, steps: readonly Step[]): void => {
    const work = steps.flatMap((step) => workOf(step.activity).map((name) => ({ name, step })));
    const [free, bound] = [work.filter(works.isFree), work.filter((one) => !works.isFree(one))];
    const anywhere = new Set(free.map(works.freeNode).toSorted());
    const found = judge({ work: bound.map(({ name }) => name), anywhere });
    if (found === undefined) return void (unjudged += 1);
    cases += 1;
    if (found.deviations.length === 0) fitting += 1;
    works.note(found, bound);
    free.forEach(works.noteFree);
    for (const { activity } of steps) if (workOf(activity).length === 0) countUp(beside, activity);
    for (const deviation of found.deviations) deviations.note(id, deviation);
  };
  const result = (): Conformance => {
    const found = deviations.result();
    const nodes = works.nodes(skippedOf(found));
    const others = [...beside].map(([activity, count]) => ({ activity, count }));
    const figures = { cases, fitting, unjudged, fitness: works.fitness(), nodes, edges: works.edges() };
    return {
      ...figures,
      deviations: found,
      beside: others.toSorted(byCount(({ activity }) => activity)),
    };
  };
  return { take: ({ id }, steps) => take(id, steps), result };
}
