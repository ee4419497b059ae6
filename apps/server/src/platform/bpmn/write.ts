import {
  layoutFlow,
  type Box,
  type Flow,
  type FlowEdge,
  type FlowLayout,
  type FlowNode,
  type Point,
} from '@yimen/core/catalogue';
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { bpmnModdle } from './moddle.ts';

const TYPES: Readonly<Record<FlowNode['shape'], string>> = {
  start: 'bpmn:StartEvent',
  task: 'bpmn:UserTask',
  choice: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  end: 'bpmn:EndEvent',
};
const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

export interface BpmnHead {
  /** Of the item, in ASCII. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/**
 * A flow as BPMN 2.0 XML with its diagram: one participant, a lane for whoever works, user tasks, and the very places of
 * the picture. Gateways that only bring branches together are written like those that part them. bpmn-moddle writes it.
 */
export async function writeBpmn(flow: Flow, head: BpmnHead): Promise<string> {
  const moddle = bpmnModdle();
  const elements = elementsOf(moddle, flow);
  const key = ncName(head.id);
  const process = moddle.create('bpmn:Process', {
    id: `process.${key}`,
    name: `${head.name} v${String(head.version)}`,
    isExecutable: false,
    laneSets: [moddle.create('bpmn:LaneSet', { id: `lanes.${key}`, lanes: lanesOf(moddle, flow, elements) })],
    flowElements: [...elements.nodes.values(), ...elements.edges.values()],
  });
  const participant = moddle.create('bpmn:Participant', {
    id: `participant.${key}`,
    name: head.name,
    processRef: process,
  });
  const collaboration = moddle.create('bpmn:Collaboration', { id: `pool.${key}`, participants: [participant] });
  const definitions = moddle.create('bpmn:Definitions', {
    id: `definitions.${key}`,
    targetNamespace: 'urn:yimen:procedure',
    exporter: 'Yimen',
    rootElements: [collaboration, process],
    diagrams: [diagram(moddle, { flow, key, elements, participant, collaboration })],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

interface Elements {
  readonly lanes: Map<string, ModdleElement>;
  readonly nodes: ReadonlyMap<string, ModdleElement>;
  readonly edges: ReadonlyMap<FlowEdge, ModdleElement>;
}

function elementsOf(moddle: BpmnModdle, flow: Flow): Elements {
  const nodes = new Map(flow.nodes.map((node) => [node.id, nodeElement(moddle, node)]));
  const edges = new Map<FlowEdge, ModdleElement>();
  const ways = new Map(flow.nodes.map(({ id }) => [id, noWays()]));
  for (const [at, edge] of flow.edges.entries()) {
    const [source, target] = [nodes.get(edge.from), nodes.get(edge.to)];
    const element = moddle.create('bpmn:SequenceFlow', {
      id: `flow.${String(at + 1)}`,
      ...(edge.name === undefined ? {} : { name: edge.name.zh }),
      sourceRef: source,
      targetRef: target,
      ...conditionOf(moddle, edge),
    });
    ways.get(edge.from)?.outgoing.push(element);
    ways.get(edge.to)?.incoming.push(element);
    edges.set(edge, element);
  }
  for (const [id, { incoming, outgoing }] of ways) {
    nodes.get(id)?.set('incoming', incoming);
    nodes.get(id)?.set('outgoing', outgoing);
  }
  return { lanes: new Map(), nodes, edges };
}

interface Ways {
  readonly incoming: ModdleElement[];
  readonly outgoing: ModdleElement[];
}

const noWays = (): Ways => ({ incoming: [], outgoing: [] });

function nodeElement(moddle: BpmnModdle, node: FlowNode): ModdleElement {
  const told = [node.note?.zh, node.article].filter((text) => text !== undefined).join('\n');
  const name = node.shape === 'task' && node.note !== undefined ? `${node.name.zh}\n${node.note.zh}` : node.name.zh;
  const documentation = told === '' ? {} : { documentation: [moddle.create('bpmn:Documentation', { text: told })] };
  return moddle.create(TYPES[node.shape], { id: ncName(node.id), name, ...documentation, ...marksOf(node) });
}

/** Tasks of the law's skeleton are known by their own ids; gateways and events need no mark but an id of the procedure. */
function marksOf({
  id,
  shape,
  marks = shape === 'task' ? { part: id } : {},
}: FlowNode): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(marks).map(([name, value]) => [`yimen:${name}`, value]));
}

const conditionOf = (moddle: BpmnModdle, { condition }: FlowEdge) =>
  condition === undefined
    ? {}
    : { conditionExpression: moddle.create('bpmn:FormalExpression', { language: FEEL, body: condition }) };

function lanesOf(moddle: BpmnModdle, flow: Flow, { lanes, nodes }: Elements): readonly ModdleElement[] {
  return flow.lanes.map((lane, at) => {
    const members = flow.nodes.filter((node) => node.lane === lane.id).flatMap(({ id }) => nodes.get(id) ?? []);
    const element = moddle.create('bpmn:Lane', {
      id: `lane.${String(at + 1)}`,
      name: lane.name.zh,
      flowNodeRef: members,
    });
    lanes.set(lane.id, element);
    return element;
  });
}

interface Drawing {
  readonly flow: Flow;
  readonly key: string;
  readonly elements: Elements;
  readonly participant: ModdleElement;
  readonly collaboration: ModdleElement;
}

function diagram(moddle: BpmnModdle, { flow, key, elements, participant, collaboration }: Drawing): ModdleElement {
  const layout = layoutFlow(flow);
  const pool = shape(moddle, participant, { x: 0, y: 0, width: layout.width + POOL_HEAD, height: layout.height });
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `plane.${key}`,
    bpmnElement: collaboration,
    planeElement: [pool, ...laneShapes(moddle, layout, elements), ...nodeShapes(moddle, layout, elements)],
  });
  return moddle.create('bpmndi:BPMNDiagram', { id: `diagram.${key}`, plane });
}

/** The pool's own name stands left of the lanes, in a strip as wide as theirs. */
const POOL_HEAD = 30;
const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + POOL_HEAD });

function laneShapes(moddle: BpmnModdle, { lanes }: FlowLayout, elements: Elements): readonly ModdleElement[] {
  return lanes.flatMap(({ lane, x, y, width, height }) => {
    const element = elements.lanes.get(lane.id);
    return element === undefined ? [] : [shape(moddle, element, moved({ x, y, width, height }))];
  });
}

function nodeShapes(moddle: BpmnModdle, { nodes, edges }: FlowLayout, elements: Elements): readonly ModdleElement[] {
  const shapes = nodes.flatMap(({ node, x, y, width, height }) => {
    const element = elements.nodes.get(node.id);
    return element === undefined ? [] : [shape(moddle, element, moved({ x, y, width, height }))];
  });
  const lines = edges.flatMap(({ edge, points }) => {
    const element = elements.edges.get(edge);
    if (element === undefined) return [];
    const waypoint = points.map((point) => moddle.create('dc:Point', { ...moved(point) }));
    return [moddle.create('bpmndi:BPMNEdge', { id: `${idOf(element)}.di`, bpmnElement: element, waypoint })];
  });
  return [...shapes, ...lines];
}

function shape(moddle: BpmnModdle, element: ModdleElement, { x, y, width, height }: Box): ModdleElement {
  const turned = ['bpmn:Participant', 'bpmn:Lane'].includes(element.$type) ? { isHorizontal: true } : {};
  const marked = element.$type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {};
  return moddle.create('bpmndi:BPMNShape', {
    id: `${idOf(element)}.di`,
    bpmnElement: element,
    bounds: moddle.create('dc:Bounds', { x, y, width, height }),
    ...turned,
    ...marked,
  });
}

const idOf = (element: ModdleElement): string => String(element.get('id'));

/** XML ids are narrower than ours: letters, digits, full stop, hyphen and underscore, beginning with a letter. */
export function ncName(id: string): string {
  const safe = id.replaceAll(/[^A-Za-z0-9._-]/g, (sign) => (sign === ':' ? '.' : `_${sign.codePointAt(0) ?? 0}`));
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
}
