import type { Collector } from '../collector.ts';
import { byCount, countUp } from '../spread.ts';
import { timeKeeper, untimed, type Timed } from '../waiting.ts';
import { align, type Alignment } from './align.ts';
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

/** A procedure, and which of its shapes an activity of the log stands for: one after the other, or none. */
export interface Published {
  readonly process: Process;
  readonly nodesOf: (activity: string) => readonly string[];
  /** Shapes whose doing the log shows. */
  readonly seen: ReadonlySet<string>;
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
function aligner({ process, seen }: Published): (work: readonly string[]) => Found | undefined {
  const game = gameOf(process);
  const known = new Map<string, Found | undefined>();
  return (work) => {
    const key = work.join('\u0000');
    if (!known.has(key)) {
      const alignment = align(game, work, seen);
      known.set(key, alignment === undefined ? undefined : { alignment, deviations: deviationsOf(alignment) });
    }
    return known.get(key);
  };
}

/** Holds cases against a published procedure, each as far as it has come. */
export function conformanceCollector(published: Published): Collector<Conformance> {
  const { process, nodesOf } = published;
  const judge = aligner(published);
  const times = timeKeeper();
  const skipped = new Map<string, number>();
  const edges = new Map<number, number>();
  const beside = new Map<string, number>();
  const found = new Map<
    string,
    { readonly kind: DeviationKind; readonly node: string; readonly cases: string[]; count: number }
  >();
  let [cases, fitting, unjudged, fits, moves] = [0, 0, 0, 0, 0];
  const note = (id: string, [kind, node]: Found['deviations'][number]): void => {
    const key = `${kind} ${node}`;
    const known = found.get(key) ?? { kind, node, cases: [], count: 0 };
    found.set(key, known);
    known.count += 1;
    if (known.cases.length < LISTED) known.cases.push(id);
    if (kind === 'skipped') countUp(skipped, node);
  };
  return {
    take: ({ id }, steps) => {
      const work = steps.flatMap((step) => nodesOf(step.activity).map((node) => ({ node, step })));
      const judged = judge(work.map(({ node }) => node));
      if (judged === undefined) return void (unjudged += 1);
      for (const { activity } of steps) if (nodesOf(activity).length === 0) countUp(beside, activity);
      for (const { node, step } of work) times.note(node, step);
      cases += 1;
      if (judged.deviations.length === 0) fitting += 1;
      moves += judged.alignment.moves.length;
      fits += judged.alignment.moves.filter(({ kind }) => kind === 'done').length;
      for (const edge of judged.alignment.edges) countUp(edges, edge);
      for (const deviation of judged.deviations) note(id, deviation);
    },
    result: () => {
      const timed = times.result();
      return {
        cases,
        fitting,
        unjudged,
        fitness: moves === 0 ? 1 : fits / moves,
        nodes: process.nodes.flatMap(({ id }) => {
          const [known, left] = [timed.get(id), skipped.get(id) ?? 0];
          return known === undefined && left === 0 ? [] : [{ node: id, skipped: left, ...(known ?? untimed) }];
        }),
        edges: process.edges.map((edge, number) => ({ ...edge, count: edges.get(number) ?? 0 })),
        deviations: [...found.values()].toSorted(byCount(({ kind, node }) => `${kind} ${node}`)),
        beside: [...beside]
          .map(([activity, count]) => ({ activity, count }))
          .toSorted(byCount(({ activity }) => activity)),
      };
    },
  };
}
