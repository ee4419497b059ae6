import type { Game, Marking } from './process.ts';

/**
 * One move of a case held against its procedure: work both have, work of the procedure that the case left out, work of the
 * case that the procedure has no place for here. `at` counts in the work that was done.
 */
export type Move =
  | { readonly kind: 'done'; readonly node: string; readonly at: number }
  | { readonly kind: 'skipped'; readonly node: string }
  | { readonly kind: 'extra'; readonly node: string; readonly at: number };

/** What work at a node is called in the log, of those nodes whose doing it shows; others cost nothing. */
export type Called = ReadonlyMap<string, string>;

/** How a log speaks of a process. */
export interface Speech {
  readonly called: Called;
  /** Names of work after which a case can end with no more work that the log would show. */
  readonly last: ReadonlySet<string>;
}

export interface Alignment {
  readonly moves: readonly Move[];
  /** Edges gone along, once for each time. */
  readonly edges: readonly number[];
}

interface Place {
  readonly marking: Marking;
  /** How much of the work was looked at. */
  readonly at: number;
  /** Shapes gone through that the case did at some other time. */
  readonly passed: ReadonlySet<string>;
  readonly cost: number;
  readonly done?: true;
  readonly before?: Place;
  readonly move?: Move;
  readonly takes?: readonly number[];
}

/** A case that would need more to be judged is not judged; a procedure of a hall needs some hundreds. */
const MOST_PLACES = 100_000;

/**
 * What each thing costs. Fewest deviations first; of explanations with as few the one in which more of the work has its
 * place; of those the one that goes through what the case did at some other time, and through little else unseen.
 */
const COST = { skipped: 1_000_000, extra: 1_001_000, notPassed: 10, unseen: 1 } as const;

/** What a case did: work in its order, and shapes it came to at a time that does not matter. */
export interface Done {
  readonly work: readonly string[];
  readonly anywhere: ReadonlySet<string>;
}

/**
 * The alignment of a case with a procedure that has the fewest deviations (work left out or added; Adriansyah 2014), found by
 * going through the game and the work side by side, cheapest first. A case that came to its last work is held against the whole
 * procedure; of one under way what is still to come was not left out. Nothing where it would take too long.
 */
export function align(game: Game, did: Done, { called, last }: Speech): Alignment | undefined {
  const { work, anywhere } = did;
  const ended = last.has(work.at(-1) ?? '');
  const known = new Set<string>();
  const coming = cheapestFirst();
  coming.add({ marking: game.begin, at: 0, passed: new Set(), cost: 0 });
  for (let place = coming.next(); place !== undefined; place = coming.next()) {
    if (place.done === true) return told(place);
    const key = keyOf(place);
    if (known.has(key)) continue;
    known.add(key);
    if (known.size > MOST_PLACES) return undefined;
    stepsFrom(place, game, { did, called }).forEach(coming.add);
    if (place.at < work.length || (ended && place.marking.length > 0)) continue;
    coming.add({ ...place, done: true, cost: place.cost + COST.notPassed * (anywhere.size - place.passed.size) });
  }
  return undefined;
}

const keyOf = ({ at, marking, passed }: Place): string => [at, marking.join(' '), ...passed].join('|');

/** Places by what they cost; at any time there are only a few different costs. Of one cost the oldest comes first, so ways are tried as they are drawn. */
function cheapestFirst() {
  const byCost = new Map<number, Place[]>();
  return {
    add: (place: Place): void => {
      const same = byCost.get(place.cost);
      if (same === undefined) byCost.set(place.cost, [place]);
      else same.push(place);
    },
    next: (): Place | undefined => {
      const least = Math.min(...byCost.keys());
      const same = byCost.get(least);
      if (same?.length === 1) byCost.delete(least);
      return same?.shift();
    },
  };
}

interface Held {
  readonly did: Done;
  readonly called: Called;
}

/** What can come next. */
function stepsFrom(before: Place, game: Game, { did: { work, anywhere }, called }: Held): readonly Place[] {
  const { at, cost, passed, marking } = before;
  const next = work[at];
  const steps = game.after(marking).map(({ node, takes, marking: then, isWork }): Place => {
    const on = { marking: then, at, passed, before, takes };
    const name = called.get(node);
    if (name !== undefined && name === next) return { ...on, at: at + 1, cost, move: { kind: 'done', node, at } };
    if (name !== undefined) return { ...on, cost: cost + COST.skipped, move: { kind: 'skipped', node } };
    if (anywhere.has(node)) return { ...on, passed: new Set([...passed, node]), cost };
    return { ...on, cost: cost + (isWork ? COST.unseen : 0) };
  });
  if (next === undefined) return steps;
  const move = { kind: 'extra', node: shapeCalled(called, next), at } as const;
  return [...steps, { marking, at: at + 1, passed, cost: cost + COST.extra, before, move }];
}

/** Work the procedure has no place for now is told of the first shape that is called so. */
function shapeCalled(called: Called, name: string): string {
  for (const [node, own] of called) if (own === name) return node;
  return name;
}

function told(last: Place): Alignment {
  const moves: Move[] = [];
  const edges: number[] = [];
  for (let place: Place | undefined = last; place !== undefined; place = place.before) {
    if (place.move !== undefined) moves.push(place.move);
    if (place.takes !== undefined) edges.push(...place.takes);
  }
  return { moves: moves.toReversed(), edges: edges.toReversed() };
}

/** Names of work with which a case can end, found by playing the whole game once; of a game too large to play none. */
export function lastWork(game: Game, called: Called): ReadonlySet<string> {
  const last = new Set<string>();
  const known = new Map<string, Marking>();
  const coming: Marking[] = [game.begin];
  for (let marking = coming.pop(); marking !== undefined; marking = coming.pop()) {
    if (known.has(marking.join(' '))) continue;
    known.set(marking.join(' '), marking);
    if (known.size > MOST_PLACES) return new Set();
    coming.push(...game.after(marking).map((firing) => firing.marking));
  }
  for (const marking of known.values()) {
    for (const firing of game.after(marking)) {
      const name = called.get(firing.node);
      if (name !== undefined && endsUnseen(game, firing.marking, called)) last.add(name);
    }
  }
  return last;
}

/** Whether everything can come to its end without work that the log would show. */
function endsUnseen(game: Game, from: Marking, called: Called): boolean {
  const known = new Set<string>();
  const coming: Marking[] = [from];
  for (let marking = coming.pop(); marking !== undefined; marking = coming.pop()) {
    if (marking.length === 0) return true;
    if (known.has(marking.join(' '))) continue;
    known.add(marking.join(' '));
    coming.push(...game.after(marking).flatMap((one) => (called.has(one.node) ? [] : [one.marking])));
  }
  return false;
}
