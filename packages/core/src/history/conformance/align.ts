import type { Game, Marking } from './process.ts';

/**
 * One move of a case held against its procedure: work both have, work of the procedure that the case left out, work of the
 * case that the procedure has no place for here. `at` counts in the work that was done.
 */
export type Move =
  | { readonly kind: 'done'; readonly node: string; readonly at: number }
  | { readonly kind: 'skipped'; readonly node: string }
  | { readonly kind: 'extra'; readonly node: string; readonly at: number };

export interface Alignment {
  readonly moves: readonly Move[];
  /** Edges gone along, once for each time. */
  readonly edges: readonly number[];
}

interface Place {
  readonly marking: Marking;
  /** How much of the work was looked at. */
  readonly at: number;
  readonly cost: number;
  readonly before?: Place;
  readonly move?: Move;
  readonly takes?: readonly number[];
}

/** A case that would need more to be judged is not judged; a procedure of a hall needs some hundreds. */
const MOST_PLACES = 100_000;

/**
 * The alignment of a case with a procedure that has the fewest deviations (work left out or added; Adriansyah 2014), found by
 * going through the game and the work side by side, cheapest first. Work still to come is not left out: the case may be under
 * way. `seen` tells the nodes whose doing a log shows at all; others cost nothing. Nothing where it would take too long.
 */
export function align(game: Game, work: readonly string[], seen: ReadonlySet<string>): Alignment | undefined {
  const known = new Set<string>();
  // Moves cost nothing or one, so two stacks keep the order: those of this cost, and those of the next.
  let [now, next]: [Place[], Place[]] = [[{ marking: game.begin, at: 0, cost: 0 }], []];
  while (now.length > 0 || next.length > 0) {
    if (now.length === 0) [now, next] = [next.toReversed(), []];
    const place = now.pop();
    if (place === undefined) break;
    const key = `${String(place.at)} ${place.marking.join(' ')}`;
    if (known.has(key)) continue;
    known.add(key);
    if (place.at === work.length) return told(place);
    if (known.size > MOST_PLACES) return undefined;
    for (const step of stepsFrom(place, game, { work, seen }).toReversed())
      (step.cost === place.cost ? now : next).push(step);
  }
  return undefined;
}

interface Log {
  readonly work: readonly string[];
  readonly seen: ReadonlySet<string>;
}

/** What can come next; of moves that cost as much, the one named first is preferred. */
function stepsFrom(before: Place, game: Game, { work, seen }: Log): readonly Place[] {
  const { at, cost } = before;
  const done = work[at];
  const steps = game.after(before.marking).map(({ node, takes, marking }): Place => {
    if (node === done) return { marking, at: at + 1, cost, before, takes, move: { kind: 'done', node, at } };
    if (!seen.has(node)) return { marking, at, cost, before, takes };
    return { marking, at, cost: cost + 1, before, takes, move: { kind: 'skipped', node } };
  });
  if (done === undefined) return steps;
  const extra: Place = {
    marking: before.marking,
    at: at + 1,
    cost: cost + 1,
    before,
    move: { kind: 'extra', node: done, at },
  };
  return [...steps, extra];
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
