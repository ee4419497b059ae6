import { conditionInWords } from '../conditionWords.ts';
import type { ServiceItem } from '../item.ts';
import type { ConditionalNode, ExaminationNode, ParallelNode, StepNode } from '../procedure.ts';
import { stepNode } from './flow.ts';
import { next, put, type Ends, type Pen } from './pen.ts';
import { flowWords, stepMarks, stepNote } from './texts.ts';

/** The item's own part of the drawing: steps one after another, branches side by side, steps under a condition. */
export function drawExamination(pen: Pen, item: ServiceItem, part: readonly ExaminationNode[], from: Ends): Ends {
  return part.reduce((ends, node) => drawNode(pen, item, node, ends), from);
}

function drawNode(pen: Pen, item: ServiceItem, node: ExaminationNode, from: Ends): Ends {
  switch (node.kind) {
    case 'step':
      return drawRow(pen, { item, steps: [node], track: () => 0, column: pen.column }, from);
    case 'parallel':
      return drawParallel(pen, item, node, from);
    case 'when':
      return drawConditional(pen, item, node, from);
  }
}

interface Row {
  readonly item: ServiceItem;
  readonly steps: readonly StepNode[];
  /** The row of a lane its steps are put on. */
  readonly track: (lane: string) => number;
  readonly column: number;
}

const laneOf = ({ authority }: ServiceItem, step: StepNode): string => step.authority ?? authority;

/** Steps one after another from a column on; the pen ends behind the longest row drawn. */
function drawRow(pen: Pen, { item, steps, track, column }: Row, from: Ends): Ends {
  let ends = from;
  for (const [index, step] of steps.entries()) {
    const lane = laneOf(item, step);
    const name = { zh: step.name, en: step.name };
    const place = { lane, track: track(lane), column: column + index };
    const marks = stepMarks(step);
    ends = put(pen, { id: stepNode(step.id), shape: 'task', name, note: stepNote(step), marks, ...place }, ends);
  }
  pen.column = Math.max(pen.column, column + steps.length);
  return ends;
}

/** Branches that share a department's lane get rows of their own in it. */
function drawParallel(pen: Pen, item: ServiceItem, node: ParallelNode, from: Ends): Ends {
  const own = { lane: item.authority, track: 0 };
  const fork = next(
    pen,
    { id: `${node.id}:fork`, shape: 'parallel', name: flowWords.fork, marks: { ref: node.id }, ...own },
    from,
  );
  const used = new Map<string, number>();
  const column = pen.column;
  const ends = node.branches.flatMap((steps) => {
    const lanes = new Set(steps.map((step) => laneOf(item, step)));
    const track = Math.max(...[...lanes].map((lane) => used.get(lane) ?? 0));
    for (const lane of lanes) used.set(lane, track + 1);
    return drawRow(pen, { item, steps, track: () => track, column }, fork);
  });
  return next(pen, { id: `${node.id}:join`, shape: 'parallel', name: flowWords.join, ...own }, ends);
}

/** The way without the condition runs straight on; the steps under it stand a row lower, or in another lane. */
function drawConditional(pen: Pen, item: ServiceItem, node: ConditionalNode, from: Ends): Ends {
  const own = { lane: item.authority, track: 0 };
  const asked = conditionInWords(node.condition, item.form);
  next(pen, { id: `${node.id}:when`, shape: 'choice', name: flowWords.when, marks: { ref: node.id }, ...own }, from);
  const taken = { from: `${node.id}:when`, condition: node.condition, name: { zh: asked, en: asked } };
  const track = (lane: string): number => (lane === item.authority ? 1 : 0);
  const done = drawRow(pen, { item, steps: node.then, track, column: pen.column }, [taken]);
  const ends: Ends = [{ from: `${node.id}:when`, name: flowWords.notNeeded }, ...done];
  return next(pen, { id: `${node.id}:join`, shape: 'choice', name: flowWords.rejoin, ...own }, ends);
}
