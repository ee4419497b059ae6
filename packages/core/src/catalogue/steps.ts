import type { ExaminationNode, Procedure, StepNode } from './procedure.ts';

/** The lanes of a node: one for a step or a condition, one for each branch of a parallel group. */
export function lanesOf(node: ExaminationNode): readonly (readonly StepNode[])[] {
  switch (node.kind) {
    case 'step':
      return [[node]];
    case 'when':
      return [node.then];
    case 'parallel':
      return node.branches;
  }
}

/** Every step the procedure can have, in the order it is written. */
export function stepsOf(procedure: Procedure): readonly StepNode[] {
  return procedure.examination.flatMap((node) => lanesOf(node).flat());
}

export function findStep(procedure: Procedure, stepId: string): StepNode | undefined {
  return stepsOf(procedure).find((step) => step.id === stepId);
}

/** Where a step stands: its node, its lane in the node, its place in the lane. */
interface Place {
  readonly node: number;
  readonly lane: number;
  readonly at: number;
}

/** Does `left` always come before `right`? Steps of two parallel branches come in no order. */
export function comesBefore(procedure: Procedure, left: string, right: string): boolean {
  const [first, second] = [placeOf(procedure, left), placeOf(procedure, right)];
  if (first === undefined || second === undefined) return false;
  if (first.node !== second.node) return first.node < second.node;
  return first.lane === second.lane && first.at < second.at;
}

function placeOf(procedure: Procedure, stepId: string): Place | undefined {
  for (const [node, written] of procedure.examination.entries()) {
    for (const [lane, steps] of lanesOf(written).entries()) {
      const at = steps.findIndex((step) => step.id === stepId);
      if (at >= 0) return { node, lane, at };
    }
  }
  return undefined;
}
