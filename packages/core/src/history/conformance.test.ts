import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, lastWork } from './conformance/align.ts';
import { gameOf, type Process, type ProcessNode } from './conformance/process.ts';
import { conformanceCollector, stepsOf, type Conformance, type HistoryCase } from './index.ts';

const HOUR = 3_600_000;
const task = (id: string): ProcessNode => ({ id, shape: 'task' });
const edges = (...ways: readonly string[]): Process['edges'] =>
  ways.flatMap((way) => {
    const nodes = way.split(' ');
    return nodes.slice(1).map((to, index) => ({ from: nodes[index] ?? '', to }));
  });

/** Receipt, a check that may send back for correction, two opinions side by side, then a grant or a refusal. */
const PERMIT: Process = {
  nodes: [
    { id: 'start', shape: 'start' },
    { id: 'accepted', shape: 'choice' },
    { id: 'fork', shape: 'parallel' },
    { id: 'join', shape: 'parallel' },
    { id: 'outcome', shape: 'choice' },
    { id: 'end', shape: 'end' },
    ...['receive', 'check', 'correct', 'survey', 'opinion', 'decide', 'grant', 'refuse', 'serve'].map(task),
  ],
  edges: edges(
    'start receive check accepted fork survey join decide outcome grant serve end',
    'accepted correct check',
    'fork opinion join',
    'outcome refuse serve',
  ),
};
const NAMES = new Set(PERMIT.nodes.flatMap(({ id, shape }) => (shape === 'task' || shape === 'end' ? [id] : [])));

/** `receive check …`: each an hour after the one before. */
const caseOf = (id: string, work: string): HistoryCase => ({
  id,
  events: work
    .split(' ')
    .filter(Boolean)
    .map((activity, hour) => ({ activity, at: hour * HOUR, offset: 480, transition: 'complete' as const })),
});

const judged = (...works: readonly string[]): Conformance => judgedWith([], works);
function judgedWith(anywhere: readonly string[], works: readonly string[]): Conformance {
  const collector = conformanceCollector({
    process: PERMIT,
    called: new Map([...NAMES].map((name) => [name, name])),
    anywhere: new Set(anywhere),
    workOf: (activity) => (NAMES.has(activity) ? [activity] : []),
  });
  works.forEach((work, index) => {
    const one = caseOf(`case ${String(index)}`, work);
    collector.take(one, stepsOf(one));
  });
  return collector.result();
}
const deviations = (...works: readonly string[]): readonly string[] =>
  judged(...works).deviations.map(({ kind, node, count }) => `${kind} ${node} ${String(count)}`);

const LAWFUL = 'receive check survey opinion decide grant serve end';

describe('a case that followed the procedure', () => {
  test.each([
    ['straight through', LAWFUL],
    ['the opinions in the other order', 'receive check opinion survey decide grant serve end'],
    ['with a correction, which goes round', 'receive check correct check survey opinion decide grant serve end'],
    ['refused', 'receive check survey opinion decide refuse serve'],
    ['under way: what is still to come was not left out', 'receive check survey'],
    ['of which nothing is known yet', ''],
  ])('has no deviation: %s', (_, work) => {
    expect(judged(work)).toMatchObject({ cases: 1, fitting: 1, fitness: 1, deviations: [] });
  });
  test('may have done work the drawing does not show: it is told apart, not against it', () => {
    expect(judged('receive phoned check')).toMatchObject({ fitting: 1, beside: [{ activity: 'phoned', count: 1 }] });
  });
});

test('a case that came to its last work is held against the whole procedure', () => {
  const seen = new Map(['receive', 'check', 'opinion', 'decide'].map((name) => [name, name]));
  const collector = conformanceCollector({
    process: PERMIT,
    called: seen,
    anywhere: new Set(),
    workOf: (activity) => (seen.has(activity) ? [activity] : []),
  });
  const one = caseOf('1', 'receive check decide');
  collector.take(one, stepsOf(one));
  expect(collector.result().deviations).toMatchObject([{ kind: 'skipped', node: 'opinion' }]);
});

test('two shapes of one name are told apart by where they stand', () => {
  const called = new Map([...NAMES].map((name) => [name, name === 'opinion' ? 'survey' : name]));
  const own = { process: PERMIT, called, anywhere: new Set<string>(), workOf: (activity: string) => [activity] };
  const collector = conformanceCollector(own);
  const one = caseOf('1', 'receive check survey survey decide grant serve end');
  collector.take(one, stepsOf(one));
  expect(collector.result()).toMatchObject({ fitting: 1, deviations: [] });
});

test('work that may come at any time is counted where it is drawn, and is no deviation', () => {
  const { fitting, nodes } = judgedWith(['survey'], ['survey receive check opinion decide grant serve end', LAWFUL]);
  expect([fitting, nodes.find(({ node }) => node === 'survey')?.count]).toEqual([2, 2]);
});

test('a way that need not be taken is taken on the drawing only where the case took it, at whatever time', () => {
  const process: Process = {
    nodes: [
      { id: 'start', shape: 'start' },
      { id: 'needed', shape: 'choice' },
      { id: 'on', shape: 'choice' },
      ...['examine', 'hearing', 'decide'].map(task),
    ],
    edges: edges('start examine needed on decide', 'needed hearing on'),
  };
  const called = new Map(['examine', 'hearing', 'decide'].map((name) => [name, name]));
  const workOf = (activity: string): readonly string[] => [activity];
  const collector = conformanceCollector({ process, called, anywhere: new Set(['hearing']), workOf });
  for (const work of ['examine decide', 'hearing examine decide']) {
    const one = caseOf(work, work);
    collector.take(one, stepsOf(one));
  }
  const { edges: ways, fitting } = collector.result();
  const times = (way: string) => ways.find(({ from, to }) => `${from} ${to}` === way)?.count;
  expect([fitting, times('needed hearing'), times('needed on')]).toEqual([2, 1, 1]);
});

describe('a deviation is called what it is', () => {
  test('work left out', () => {
    expect(deviations('receive check survey decide grant serve end')).toEqual(['skipped opinion 1']);
  });
  test('work in another order', () => {
    expect(deviations('receive check decide survey opinion grant serve end')).toEqual(['reordered decide 1']);
  });
  test('a second check without the correction between: the correction is missing', () => {
    expect(deviations('receive check check survey')).toEqual(['skipped correct 1']);
  });
  test('work done again', () => {
    expect(deviations('receive check survey survey opinion decide grant serve end')).toEqual(['repeated survey 1']);
  });
  test('work of the way not taken', () => {
    expect(deviations('receive check survey opinion decide grant serve end refuse')).toEqual(['besides refuse 1']);
  });
  test('each case is counted once and named, however often it did it', () => {
    const { deviations: found, fitting } = judged(
      LAWFUL,
      'receive check survey survey survey',
      'receive check survey survey',
    );
    expect(found).toEqual([{ kind: 'repeated', node: 'survey', count: 2, cases: ['case 1', 'case 2'] }]);
    expect(fitting).toBe(1);
  });
});

describe('the figures on the drawing', () => {
  test('are how often each shape was done, how long after the work before it, and how often each way was gone', () => {
    const { nodes, edges: ways, fitness } = judged(LAWFUL, 'receive check survey decide grant serve end');
    expect(nodes.find(({ node }) => node === 'opinion')).toMatchObject({ count: 1, skipped: 1 });
    expect(nodes.find(({ node }) => node === 'check')).toMatchObject({ count: 2, skipped: 0, whole: { median: HOUR } });
    expect(ways.find(({ from, to }) => from === 'receive' && to === 'check')).toMatchObject({ count: 2 });
    expect(ways.find(({ from, to }) => from === 'accepted' && to === 'correct')).toMatchObject({ count: 0 });
    expect(fitness).toBe(15 / 16);
  });
});

/** Sequences of tasks, choices and side-by-side parts, at most two levels deep. */
type Tree =
  | { readonly kind: 'task'; readonly name: string }
  | { readonly kind: 'all' | 'one' | 'row'; readonly of: readonly Tree[] };
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ kind: fc.constant('task' as const), name: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'one' as const, 'row' as const),
      of: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

/** The tree drawn; every task has a shape of its own, so names are made its shapes' by number. */
function drawn(root: Tree): Process {
  const nodes: ProcessNode[] = [{ id: 'start', shape: 'start' }];
  const ways: { from: string; to: string }[] = [];
  const add = (shape: ProcessNode['shape'], from: readonly string[], name = ''): string => {
    const id = `${name}${String(nodes.length)}`;
    nodes.push({ id, shape });
    ways.push(...from.map((one) => ({ from: one, to: id })));
    return id;
  };
  const draw = (part: Tree, from: string): string => {
    if (part.kind === 'task') return add('task', [from], part.name);
    if (part.kind === 'row') return part.of.reduce((last, one) => draw(one, last), from);
    const shape = part.kind === 'all' ? 'parallel' : 'choice';
    const split = add(shape, [from]);
    return add(
      shape,
      part.of.map((one) => draw(one, split)),
    );
  };
  const last = draw(root, 'start');
  add('end', [last]);
  return { nodes, edges: ways };
}

/** Every order in which the tree's work may be done: written from the meaning of the tree, not from tokens. */
function words(part: Tree, next: { n: number }): readonly (readonly string[])[] {
  if (part.kind === 'task') return [[`${part.name}${String(next.n++)}`]];
  if (part.kind !== 'row') next.n += 1;
  const parts = part.of.map((one) => words(one, next));
  if (part.kind !== 'row') next.n += 1;
  if (part.kind === 'one') return parts.flat();
  const join = part.kind === 'row' ? (a: readonly string[], b: readonly string[]) => [[...a, ...b]] : shuffles;
  return parts.reduce((sofar, one) => sofar.flatMap((left) => one.flatMap((right) => join(left, right))), [[]]);
}
function shuffles(left: readonly string[], right: readonly string[]): readonly (readonly string[])[] {
  const [a, b] = [left[0], right[0]];
  if (a === undefined) return [right];
  if (b === undefined) return [left];
  return [
    ...shuffles(left.slice(1), right).map((rest) => [a, ...rest]),
    ...shuffles(left, right.slice(1)).map((rest) => [b, ...rest]),
  ];
}
/** Fewest pieces of work to leave out or add to make one of the other, or of a beginning of it: the case may be under way. */
function distance(work: readonly string[], word: readonly string[], whole: boolean): number {
  let row = word.map((_, index) => index + 1);
  row.unshift(0);
  for (const one of work) {
    const next = [(row[0] ?? 0) + 1];
    word.forEach((other, index) => {
      const least = Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1);
      next.push(one === other ? Math.min(least, row[index] ?? 0) : least);
    });
    row = next;
  }
  return whole ? (row.at(-1) ?? 0) : Math.min(...row);
}

test('has the fewest deviations that the orders of the procedure allow, counted another way', () => {
  const small = tree.filter((root) => words(root, { n: 1 }).length <= 120);
  fc.assert(
    fc.property(small, fc.infiniteStream(fc.nat()), fc.nat(6), (root, choice, length) => {
      const process = drawn(root);
      const tasks = process.nodes.flatMap(({ id, shape }) => (shape === 'task' ? [id] : []));
      const work = [...choice.take(length)].map((number) => tasks[number % tasks.length] ?? '');
      const called = new Map(tasks.map((one) => [one, one]));
      const orders = words(root, { n: 1 });
      const last = lastWork(gameOf(process), called);
      expect(last).toEqual(new Set(orders.map((word) => word.at(-1))));
      const moves = align(gameOf(process), { work, anywhere: new Set() }, { called, last })?.moves ?? [];
      const cost = moves.filter(({ kind }) => kind !== 'done').length;
      const ended = last.has(work.at(-1) ?? '');
      expect(cost).toBe(Math.min(...orders.map((word) => distance(work, word, ended))));
    }),
    { numRuns: 400 },
  );
});
