import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel, type Point } from '@dagrejs/dagre';

export interface Node {
  readonly id: string;
  readonly lines: readonly string[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly label: string;
}

export interface Box extends Node {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow extends Edge {
  readonly points: readonly Point[];
  /** The middle of its label. */
  readonly at: Point;
  /** The line, in pixels. */
  readonly thick: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const FONT = 13;
export const LINE = 18;
const THICKEST = 6;
const ORIGIN: Point = { x: 0, y: 0 };

/** Chinese characters are as wide as the type is high, others a little over half of it. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[⺀-￿]/.test(sign) ? FONT : FONT * 0.58), 0);

const sizeOf = ({ lines }: Node): { readonly width: number; readonly height: number } => ({
  width: Math.max(...lines.map(widthOf)) + 24,
  height: lines.length * LINE + 12,
});

/** Places boxes and arrows from top to bottom, so that few arrows cross. */
export function draw(nodes: readonly Node[], edges: readonly Edge[]): Drawing {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, marginx: 12, marginy: 12 });
  for (const node of nodes) graph.setNode(node.id, sizeOf(node));
  for (const { from, to, label, count } of edges) {
    graph.setEdge(from, to, { width: widthOf(label), height: LINE, labelpos: 'c', weight: count });
  }
  layout(graph);
  const most = Math.max(1, ...edges.map(({ count }) => count));
  const { width = 0, height = 0 } = graph.graph() ?? {};
  return {
    width,
    height,
    boxes: nodes.map((node) => ({ ...node, ...sizeOf(node), ...placed(graph.node(node.id)) })),
    arrows: edges.map((edge) => {
      const line = graph.edge(edge.from, edge.to);
      const thick = 1 + (THICKEST - 1) * (edge.count / most);
      return { ...edge, points: line?.points ?? [], at: placed(line), thick };
    }),
  };
}

const placed = (label: Partial<Point> | undefined): Point => ({ x: label?.x ?? ORIGIN.x, y: label?.y ?? ORIGIN.y });
