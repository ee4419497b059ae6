import type { AuthorityId } from '../../people/index.ts';
import type { ServiceItem } from '../item.ts';
import type { AllowedSpecialProcedure, ExaminationNode, ParallelNode, StepNode } from '../procedure.ts';
import { stepsOf } from '../steps.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn.ts';
import { drawingFinding, type DrawingCode, type DrawingFinding } from './findings.ts';
import { dutyOf, partOf, specialOf } from './parts.ts';

/** What a walk from acceptance to the decision has found so far. */
export interface Walk {
  readonly graph: DrawnGraph;
  /** The item as it stands: what a drawing cannot say is kept from it. */
  readonly item: ServiceItem;
  /** The department a lane is called by. */
  readonly authorityOf: (lane: string) => AuthorityId | undefined;
  readonly seen: Set<string>;
  readonly findings: DrawingFinding[];
  readonly examination: ExaminationNode[];
  readonly special: AllowedSpecialProcedure[];
  legalReview: boolean;
  meeting: boolean;
}

const tell = ({ findings }: Walk, code: DrawingCode, node: DrawnNode): undefined => {
  findings.push(drawingFinding(code, node));
  return undefined;
};

/** Reads shape after shape up to the decision. What is no straight way, group or condition is told, and ends the walk. */
export function walkFrom(walk: Walk, from: DrawnNode): void {
  let node: DrawnNode | undefined = from;
  while (node !== undefined && !(node.shape === 'task' && partOf(node) === 'decide')) {
    if (walk.seen.has(node.id)) return tell(walk, 'crossed', node);
    walk.seen.add(node.id);
    node = passed(walk, node);
  }
}

/** Takes one shape in; the next one, or undefined where the way ends in a finding. */
function passed(walk: Walk, node: DrawnNode): DrawnNode | undefined {
  const ways = walk.graph.out(node.id);
  if (node.shape === 'task') return ways.length === 1 ? after(walk, task(walk, node)) : tell(walk, 'crossed', node);
  if (node.shape === 'start' || node.shape === 'end') return tell(walk, 'crossed', node);
  if (ways.length === 1) return after(walk, node);
  return node.shape === 'parallel' ? group(walk, node, ways) : choice(walk, node, ways);
}

function after({ graph }: Walk, node: DrawnNode): DrawnNode | undefined {
  const [way] = graph.out(node.id);
  return way === undefined ? undefined : graph.node(way.to);
}

function task(walk: Walk, node: DrawnNode): DrawnNode {
  const part = partOf(node);
  if (part === 'legalReview') walk.legalReview = true;
  else if (part === 'meeting') walk.meeting = true;
  else if (part === 'special') takeSpecial(walk, node);
  else if (part === 'step') walk.examination.push(stepOf(walk, node));
  else tell(walk, 'crossed', node);
  return node;
}

/** The tasks of one branch, and the gateway it comes to. */
interface Branch {
  readonly way: DrawnEdge;
  readonly tasks: readonly DrawnNode[];
  readonly join: DrawnNode | undefined;
}

function branchOf({ graph }: Walk, way: DrawnEdge): Branch {
  const tasks: DrawnNode[] = [];
  let node = graph.node(way.to);
  while (node?.shape === 'task' && !tasks.includes(node) && graph.out(node.id).length === 1) {
    tasks.push(node);
    const [next] = graph.out(node.id);
    node = next === undefined ? undefined : graph.node(next.to);
  }
  return { way, tasks, join: node };
}

/** Branches that all come to one gateway of the same kind; undefined, and told, where they do not. */
function joined(walk: Walk, fork: DrawnNode, ways: readonly DrawnEdge[]) {
  const branches = ways.map((way) => branchOf(walk, way));
  const join = branches[0]?.join;
  const one = branches.every((branch) => branch.join === join);
  return join?.shape === fork.shape && one ? { branches, join } : tell(walk, 'crossed', fork);
}

function group(walk: Walk, fork: DrawnNode, ways: readonly DrawnEdge[]): DrawnNode | undefined {
  const found = joined(walk, fork, ways);
  if (found === undefined) return undefined;
  const branches = found.branches.map(({ tasks }) => tasks.map((node) => stepOf(walk, node)));
  if (branches.some((branch) => branch.length === 0)) return tell(walk, 'crossed', fork);
  // Two branches at least, each with a step: what the type says, checked in the lines before.
  walk.examination.push({
    kind: 'parallel',
    id: idOf(fork),
    branches: branches as unknown as ParallelNode['branches'],
  });
  return after(walk, found.join);
}

function choice(walk: Walk, gateway: DrawnNode, ways: readonly DrawnEdge[]): DrawnNode | undefined {
  const found = joined(walk, gateway, ways);
  if (found === undefined) return undefined;
  const taken = found.branches.filter(({ tasks }) => tasks.length > 0);
  if (taken.length > 0 && taken.flatMap(({ tasks }) => tasks).every((node) => specialOf(node) !== undefined))
    for (const node of taken.flatMap(({ tasks }) => tasks)) takeSpecial(walk, node);
  else if (!takeCondition(walk, gateway, found.branches)) return undefined;
  return after(walk, found.join);
}

/** One way with steps under a condition, and one straight past them. */
function takeCondition(walk: Walk, gateway: DrawnNode, branches: readonly Branch[]): boolean {
  const taken = branches.filter(({ tasks }) => tasks.length > 0);
  const [only] = taken;
  if (branches.length !== 2 || taken.length !== 1 || only === undefined) {
    tell(walk, 'crossed', gateway);
    return false;
  }
  const [first, ...rest] = only.tasks.map((node) => stepOf(walk, node));
  const { condition } = only.way;
  if (condition === undefined || first === undefined) {
    tell(walk, 'condition_missing', gateway);
    return false;
  }
  walk.examination.push({ kind: 'when', id: idOf(gateway), condition, then: [first, ...rest] });
  return true;
}

const idOf = ({ id, marks }: DrawnNode): string => marks['ref'] ?? id;

const DAYS = /(\d{1,3})\s*个?工作日/;

function stepOf(walk: Walk, node: DrawnNode): StepNode {
  const id = idOf(node);
  const known = stepsOf(walk.item.procedure).find((one) => one.id === id || one.name === node.name);
  const said = node.marks['limitDays'] ?? DAYS.exec(node.text)?.[1];
  const limitDays = said === undefined ? known?.limitDays : Number(said);
  if (limitDays === undefined) tell(walk, 'limit_missing', node);
  const risk = node.marks['risk'] ?? known?.integrityRiskPoint;
  return {
    kind: 'step',
    id,
    name: node.name,
    duty: dutyOf(node),
    ...authorityOf(walk, node),
    limitDays: limitDays ?? 0,
    ...(risk === undefined ? {} : { integrityRiskPoint: risk }),
  };
}

function authorityOf({ item, authorityOf: named }: Walk, { lane, marks }: DrawnNode): Pick<StepNode, 'authority'> {
  if (marks['part'] === 'step')
    return marks['authority'] === undefined ? {} : { authority: marks['authority'] as AuthorityId };
  const authority = named(lane);
  return authority === undefined || authority === item.authority ? {} : { authority };
}

function takeSpecial(walk: Walk, node: DrawnNode): void {
  const procedure = specialOf(node);
  const { basis, plannedDays, stopsStatutory, stopsPromise, namedLaw } = node.marks;
  const known = walk.item.procedure.specialProcedures.find((one) => one.procedure === procedure);
  if (procedure !== undefined && basis !== undefined && plannedDays !== undefined) {
    walk.special.push({
      procedure,
      basis,
      plannedDays: Number(plannedDays),
      stopsStatutory: stopsStatutory === 'true',
      stopsPromise: stopsPromise === 'true',
      ...(namedLaw === undefined ? {} : { namedLaw }),
    });
  } else if (known === undefined) tell(walk, 'special_incomplete', node);
  else walk.special.push(known);
}
