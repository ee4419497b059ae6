import type { Words } from '@yimen/kernel';

/** What a shape of the flowchart is, in the words of BPMN: event, task, exclusive gateway (choice), parallel gateway. */
export type FlowShape = 'start' | 'task' | 'choice' | 'parallel' | 'end';

/**
 * One shape, with its place on the grid: `column` counts from the start, `lane` is whose work it is, `track` the row
 * within the lane.
 */
export interface FlowNode {
  readonly id: string;
  readonly shape: FlowShape;
  readonly name: Words;
  /** How long it may take and what else is worth saying, under the name. */
  readonly note?: Words;
  /** The law's article it stands on. */
  readonly article?: string;
  /** What BPMN has no place for and a drawing brought back must not lose. */
  readonly marks?: Readonly<Record<string, string>>;
  readonly lane: string;
  readonly column: number;
  readonly track: number;
}

/** Only forward, except `back`: a correction goes round to where it came from. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly name?: Words;
  /** FEEL over the form's answers. */
  readonly condition?: string;
  readonly back?: true;
}

export interface FlowLane {
  readonly id: string;
  readonly name: Words;
  readonly tracks: number;
}

/** The whole procedure of one item version as a drawing: a value, from which pictures and BPMN are made. */
export interface Flow {
  readonly lanes: readonly FlowLane[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** Lanes that every procedure has; the departments' lanes carry their authority's id. */
export const applicantLane = 'applicant';
export const windowLane = 'window';
export const decisionLane = 'decision';

/** Ids of the shapes of the law's skeleton; those of examination steps are `step:<id>`. */
export const stepNode = (stepId: string): string => `step:${stepId}`;
