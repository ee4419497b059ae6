import type { Words } from '@yimen/kernel';
import type { Flow, FlowEdge, FlowLane, FlowNode } from './flow.ts';

/** The loose ends of what was drawn so far: each will lead to the next shape. */
export type Ends = readonly Omit<FlowEdge, 'to'>[];

/** A drawing in the making; `column` is where the next shape goes. */
export interface Pen {
  readonly lanes: Map<string, FlowLane>;
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
  column: number;
}

export const newPen = (): Pen => ({ lanes: new Map(), nodes: [], edges: [], column: 0 });

export function addLane(pen: Pen, id: string, name: Words): void {
  if (!pen.lanes.has(id)) pen.lanes.set(id, { id, name, tracks: 1 });
}

/** Puts a shape down, leads the loose ends to it, and answers its own. Its lane grows to hold its track. */
export function put(pen: Pen, node: FlowNode, from: Ends): Ends {
  const lane = pen.lanes.get(node.lane);
  if (lane === undefined) throw new Error(`no lane ${node.lane}`);
  pen.lanes.set(lane.id, { ...lane, tracks: Math.max(lane.tracks, node.track + 1) });
  pen.nodes.push(node);
  for (const end of from) pen.edges.push({ ...end, to: node.id });
  return [{ from: node.id }];
}

/** Puts a shape into the next column. */
export function next(pen: Pen, node: Omit<FlowNode, 'column'>, from: Ends): Ends {
  const ends = put(pen, { ...node, column: pen.column }, from);
  pen.column += 1;
  return ends;
}

export const drawn = ({ lanes, nodes, edges }: Pen): Flow => ({ lanes: [...lanes.values()], nodes, edges });
