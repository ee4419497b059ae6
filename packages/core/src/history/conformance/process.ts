/**
 * A published procedure as a graph, in the words of BPMN: a task is work, a choice takes one way in and one way out, a
 * parallel gateway waits for all and opens all. The flowchart of an item version (`Flow` of core/catalogue) is one.
 */
export interface Process {
  readonly nodes: readonly ProcessNode[];
  readonly edges: readonly ProcessEdge[];
}

export interface ProcessNode {
  readonly id: string;
  readonly shape: 'start' | 'task' | 'choice' | 'parallel' | 'end';
}

export interface ProcessEdge {
  readonly from: string;
  readonly to: string;
}

/** Edges with a token on them, by number, ascending; an edge may hold several. */
export type Marking = readonly number[];

/** One thing the process may do next: it takes tokens from edges and puts tokens on edges. */
export interface Firing {
  readonly node: string;
  readonly takes: readonly number[];
  readonly puts: readonly number[];
  /** A task, or an end: not only a way. */
  readonly isWork: boolean;
}

/** What was fired, and the tokens after it. */
export interface Fired extends Firing {
  readonly marking: Marking;
}

/** The process as it is played: where a case begins, and what it may do from each marking. */
export interface Game {
  readonly begin: Marking;
  readonly after: (marking: Marking) => readonly Fired[];
}

/** Every way a node can fire: a task is entered by any one of its edges, as the drawing of a correction that goes round has it. */
function firingsOf({ id, shape }: ProcessNode, ins: readonly number[], outs: readonly number[]): readonly Firing[] {
  const [node, isWork] = [id, shape === 'task' || shape === 'end'];
  switch (shape) {
    case 'start':
      return [];
    case 'parallel':
      return [{ node, takes: ins, puts: outs, isWork }];
    case 'choice':
      return ins.flatMap((way) => outs.map((out) => ({ node, takes: [way], puts: [out], isWork })));
    case 'task':
    case 'end':
      return ins.map((way) => ({ node, takes: [way], puts: outs, isWork }));
  }
}

/** Reads the graph as a token game. */
export function gameOf({ nodes, edges }: Process): Game {
  const at = (side: 'from' | 'to', id: string): readonly number[] =>
    edges.flatMap((edge, number) => (edge[side] === id ? [number] : []));
  const firings = nodes.flatMap((node) => firingsOf(node, at('to', node.id), at('from', node.id)));
  const begin = nodes.flatMap(({ id, shape }) => (shape === 'start' ? at('from', id) : []));
  const firedFrom = (marking: Marking): readonly Fired[] =>
    firings.flatMap((firing) => {
      const left = without(marking, firing.takes);
      return left === undefined ? [] : [{ ...firing, marking: [...left, ...firing.puts].toSorted((a, b) => a - b) }];
    });
  // A log comes to the same few markings over and over.
  const known = new Map<string, readonly Fired[]>();
  return {
    begin,
    after: (marking) => {
      const key = marking.join(' ');
      const fired = known.get(key) ?? firedFrom(marking);
      known.set(key, fired);
      return fired;
    },
  };
}

/** The tokens left when these are taken; nothing where one of them is not there. */
function without(marking: Marking, taken: readonly number[]): Marking | undefined {
  const left = [...marking];
  for (const edge of taken) {
    const place = left.indexOf(edge);
    if (place < 0) return undefined;
    left.splice(place, 1);
  }
  return left;
}
