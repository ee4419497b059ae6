import type { Flow, FlowEdge, FlowLane, FlowNode, FlowShape } from './flow.ts';

/** Points of the drawing surface; the same numbers go into the picture and into BPMN's diagram. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: FlowNode;
}

export interface PlacedEdge {
  readonly edge: FlowEdge;
  readonly points: readonly Point[];
}

export interface PlacedLane extends Box {
  readonly lane: FlowLane;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const COLUMN = 196;
const TRACK = 128;
/** The strip with the lane's name, as wide as BPMN tools draw it. */
export const LANE_HEAD = 30;

const SIZES: Readonly<Record<FlowShape, { readonly width: number; readonly height: number }>> = {
  start: { width: 36, height: 36 },
  end: { width: 36, height: 36 },
  choice: { width: 46, height: 46 },
  parallel: { width: 46, height: 46 },
  task: { width: 148, height: 88 },
};

/** From grid to surface: every column and track has one size, so nothing can overlap and no library has to guess. */
export function layoutFlow(flow: Flow): FlowLayout {
  const columns = Math.max(...flow.nodes.map(({ column }) => column)) + 1;
  const width = LANE_HEAD + columns * COLUMN;
  const lanes = stackLanes(flow.lanes, width);
  const tops = new Map(lanes.map(({ lane, y }) => [lane.id, y]));
  const nodes = flow.nodes.map((node) => placed(node, tops.get(node.lane) ?? 0));
  const byId = new Map(nodes.map((box) => [box.node.id, box]));
  return { width, height: lanes.reduce((sum, { height }) => sum + height, 0), lanes, nodes, edges: routed(flow, byId) };
}

function stackLanes(lanes: readonly FlowLane[], width: number): readonly PlacedLane[] {
  let y = 0;
  return lanes.map((lane) => {
    const height = lane.tracks * TRACK;
    const box = { lane, x: 0, y, width, height };
    y += height;
    return box;
  });
}

function placed(node: FlowNode, laneTop: number): PlacedNode {
  const { width, height } = SIZES[node.shape];
  const x = LANE_HEAD + node.column * COLUMN + (COLUMN - width) / 2;
  return { node, x, y: laneTop + node.track * TRACK + (TRACK - height) / 2, width, height };
}

function routed(flow: Flow, byId: ReadonlyMap<string, PlacedNode>): readonly PlacedEdge[] {
  return flow.edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, points: route(from, to) }];
  });
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
const right = (box: Box): Point => ({ x: box.x + box.width, y: middle(box).y });
const left = (box: Box): Point => ({ x: box.x, y: middle(box).y });
/** The side of a box that faces a height: its top or its bottom. */
const facing = (box: Box, y: number): Point => ({ x: middle(box).x, y: y < box.y ? box.y : box.y + box.height });
const isGateway = ({ node }: PlacedNode): boolean => node.shape === 'choice' || node.shape === 'parallel';

/** Right angles only: gateways are left and entered by their corners, tasks by their sides. */
function route(from: PlacedNode, to: PlacedNode): readonly Point[] {
  const [start, end] = [middle(from), middle(to)];
  if (start.x === end.x) return [facing(from, end.y), facing(to, start.y)];
  if (start.x > end.x) return [left(from), { x: end.x, y: start.y }, facing(to, start.y)];
  if (start.y === end.y) return [right(from), left(to)];
  if (isGateway(from)) return [facing(from, end.y), { x: start.x, y: end.y }, left(to)];
  if (isGateway(to)) return [right(from), { x: end.x, y: start.y }, facing(to, start.y)];
  const turn = to.x - (COLUMN - SIZES.task.width) / 2;
  return [right(from), { x: turn, y: start.y }, { x: turn, y: end.y }, left(to)];
}
