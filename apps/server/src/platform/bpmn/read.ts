import {
  drawingFinding,
  drawnShapes,
  type Drawn,
  type DrawingFinding,
  type DrawnEdge,
  type DrawnNode,
} from '@yimen/core/catalogue';
import { ok, refuse, type Result } from '@yimen/kernel';
import type { ModdleElement } from 'bpmn-moddle';
import { plainXml, type XmlProblem } from '../xml.ts';
import { bpmnModdle, markNames } from './moddle.ts';

export type BpmnProblem = XmlProblem | { readonly findings: readonly DrawingFinding[] };

/**
 * A drawing of bpmn.io, Camunda Modeler or our own export, as shapes and ways. Refused with the line where it is no plain XML,
 * and with each element that is no event, task, exclusive or parallel gateway or line between them.
 */
export async function readBpmn(bytes: Uint8Array): Promise<Result<Drawn, BpmnProblem>> {
  const text = plainXml(bytes);
  if (!text.ok) return text;
  const root = await rootOf(text.value);
  const processes =
    root === undefined ? [] : listOf(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const drawn = processes.filter((one) => listOf(one, 'flowElements').length > 0);
  const [process] = drawn;
  if (process === undefined || drawn.length > 1)
    return refuse({ findings: [drawingFinding('start_missing', { id: '', name: '' })] });
  return shapesOf(process);
}

async function rootOf(text: string): Promise<ModdleElement | undefined> {
  try {
    return (await bpmnModdle().fromXML(text)).rootElement;
  } catch {
    // Plain XML of another kind: there is no process in it.
    return undefined;
  }
}

const listOf = (element: ModdleElement, name: string): readonly ModdleElement[] => {
  const list = element.get(name);
  return Array.isArray(list) ? (list as readonly ModdleElement[]) : [];
};
const textOf = (element: ModdleElement, name: string): string => {
  const text = element.get(name);
  return typeof text === 'string' ? text : '';
};
const partOf = (element: ModdleElement, name: string): ModdleElement | undefined => {
  const part = element.get(name);
  return typeof part === 'object' && part !== null ? (part as ModdleElement) : undefined;
};

function shapesOf(process: ModdleElement): Result<Drawn, BpmnProblem> {
  const lanes = lanesOf(process);
  const nodes: DrawnNode[] = [];
  const edges: DrawnEdge[] = [];
  const findings: DrawingFinding[] = [];
  for (const element of listOf(process, 'flowElements')) {
    if (APART.includes(element.$type)) continue;
    if (element.$type === 'bpmn:SequenceFlow') edges.push(edgeOf(element));
    else {
      const node = nodeOf(element, lanes);
      if (node === undefined) findings.push(drawingFinding('unsupported', named(element)));
      else nodes.push(node);
    }
  }
  return findings.length > 0 ? refuse({ findings }) : ok({ nodes, edges });
}

/** Drawn beside the procedure; they say nothing of its order. */
const APART: readonly string[] = ['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'];

const named = (element: ModdleElement) => ({
  id: textOf(element, 'id'),
  name: textOf(element, 'name').split('\n')[0] ?? '',
});

function lanesOf(process: ModdleElement): ReadonlyMap<string, string> {
  const lanes = listOf(process, 'laneSets').flatMap((set) => listOf(set, 'lanes'));
  return new Map(
    lanes.flatMap((lane) =>
      listOf(lane, 'flowNodeRef').map((node) => [textOf(node, 'id'), textOf(lane, 'name')] as const),
    ),
  );
}

function nodeOf(element: ModdleElement, lanes: ReadonlyMap<string, string>): DrawnNode | undefined {
  const shape = shapes.find((one) => drawnShapes[one].some((type) => type === element.$type));
  if (shape === undefined || listOf(element, 'eventDefinitions').length > 0) return undefined;
  const { id, name } = named(element);
  const told = listOf(element, 'documentation').map((one) => textOf(one, 'text'));
  const marks = markNames.flatMap((mark) => {
    const value = textOf(element, `yimen:${mark}`);
    return value === '' ? [] : [[mark, value] as const];
  });
  return {
    id,
    shape,
    name,
    text: [textOf(element, 'name'), ...told].join('\n'),
    lane: lanes.get(id) ?? '',
    marks: Object.fromEntries(marks),
  };
}

const shapes = ['start', 'end', 'task', 'choice', 'parallel'] as const;

function edgeOf(element: ModdleElement): DrawnEdge {
  const [source, target, condition] = [
    partOf(element, 'sourceRef'),
    partOf(element, 'targetRef'),
    partOf(element, 'conditionExpression'),
  ];
  const feel = condition === undefined ? '' : textOf(condition, 'body').replace(/^=/, '').trim();
  return {
    id: textOf(element, 'id'),
    from: source === undefined ? '' : textOf(source, 'id'),
    to: target === undefined ? '' : textOf(target, 'id'),
    name: textOf(element, 'name'),
    ...(feel === '' ? {} : { condition: feel }),
  };
}
