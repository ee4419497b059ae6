/** The shapes of BPMN a procedure can be made of; anything else cannot be represented. */
export const drawnShapes = {
  start: ['bpmn:StartEvent'],
  end: ['bpmn:EndEvent'],
  task: ['bpmn:UserTask', 'bpmn:Task', 'bpmn:ManualTask', 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:ReceiveTask'],
  choice: ['bpmn:ExclusiveGateway'],
  parallel: ['bpmn:ParallelGateway'],
} as const;
export type DrawnShape = keyof typeof drawnShapes;

/** One shape of a drawing somebody made, with what our own export adds where BPMN has no place for it. */
export interface DrawnNode {
  readonly id: string;
  readonly shape: DrawnShape;
  /** The first line of its name. */
  readonly name: string;
  /** Everything written on it: name, documentation. */
  readonly text: string;
  /** Of the lane it stands in; empty where there are none. */
  readonly lane: string;
  readonly marks: Readonly<Record<string, string>>;
}

export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** FEEL. */
  readonly condition?: string;
}

/** A drawing as it was read: nothing of it judged yet. */
export interface Drawn {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** The drawing as ways from shape to shape. */
export interface DrawnGraph {
  readonly node: (id: string) => DrawnNode | undefined;
  readonly out: (id: string) => readonly DrawnEdge[];
  /** Every shape that can be reached from one without passing any of `around`; itself included. */
  readonly reach: (from: string, around?: (node: DrawnNode) => boolean) => ReadonlySet<string>;
}

export function graphOf({ nodes, edges }: Drawn): DrawnGraph {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const outs = new Map(nodes.map(({ id }) => [id, edges.filter(({ from }) => from === id)]));
  const out = (id: string): readonly DrawnEdge[] => outs.get(id) ?? [];
  const reach: DrawnGraph['reach'] = (from, around = () => false) => {
    const seen = new Set([from]);
    const waiting = [from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const { to } of out(id)) {
        const node = byId.get(to);
        if (node === undefined || seen.has(to) || around(node)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
    return seen;
  };
  return { node: (id) => byId.get(id), out, reach };
}
