import type { ServiceItem } from '../item.ts';
import { graphOf, type Drawn, type DrawnGraph, type DrawnNode } from './drawn.ts';
import { drawingFinding, type DrawingFinding } from './findings.ts';
import { dutyOf, partOf, type Part } from './parts.ts';

interface Judged {
  readonly graph: DrawnGraph;
  readonly start: DrawnNode;
  /** One person may receive, examine and decide an instant item. */
  readonly instant: boolean;
  readonly of: (part: Part) => readonly DrawnNode[];
}

type Rule = (judged: Judged) => readonly DrawingFinding[];

const isStep = (node: DrawnNode): boolean => node.shape === 'task' && partOf(node) === 'step';
const examines = (node: DrawnNode): boolean => isStep(node) && dutyOf(node) === 'examination';
const approves = (node: DrawnNode): boolean => isStep(node) && dutyOf(node) === 'approval';
const isPart =
  (part: Part) =>
  (node: DrawnNode): boolean =>
    node.shape === 'task' && partOf(node) === part;

const received: Rule = ({ of, start }) =>
  of('receive').length + of('check').length === 0 ? [drawingFinding('receipt_missing', start)] : [];

const decided: Rule = ({ of, start }) => (of('decide').length === 0 ? [drawingFinding('decision_missing', start)] : []);

/** Art. 34, 37: nothing is decided that was not examined, and nothing examined that is decided already. */
const examinedFirst: Rule = ({ graph, start, instant, of }) =>
  of('decide').flatMap((decide) => {
    const unexamined = graph.reach(start.id, instant ? isStep : examines).has(decide.id);
    const after = [...graph.reach(decide.id)].some((id) => id !== decide.id && isAt(graph, id, isStep));
    return unexamined || after ? [drawingFinding('decided_unexamined', decide)] : [];
  });

const isAt = (graph: DrawnGraph, id: string, is: (node: DrawnNode) => boolean): boolean => {
  const node = graph.node(id);
  return node !== undefined && is(node);
};

/** 一审一核 */
const approved: Rule = ({ graph, start, instant, of }) =>
  instant
    ? []
    : of('decide').flatMap((decide) =>
        graph.reach(start.id, approves).has(decide.id) ? [drawingFinding('approval_missing', decide)] : [],
      );

const SPOT = /(实地|现场|上门).*(核查|勘验|踏勘|查验|检查|核验)/;
const ALONE = /(^|[^\d])(1|一|单)\s*(名|个人|人)/;
const inspectedByTwo: Rule = ({ of }) =>
  of('step')
    .filter(({ text, marks }) => marks['officers'] === '1' || (SPOT.test(text) && ALONE.test(text)))
    .map((node) => drawingFinding('one_inspector', node));

/** 受审分离 */
const keptApart: Rule = ({ of, instant }) => {
  const lanes = new Set([...of('receive'), ...of('check')].map(({ lane }) => lane).filter((lane) => lane !== ''));
  const own = of('step').filter((node) => dutyOf(node) !== 'consultation' && lanes.has(node.lane));
  return instant ? [] : own.map((node) => drawingFinding('receiver_approves', node));
};

/** Art. 44: whatever is decided is served. */
const served: Rule = ({ graph, of }) =>
  of('decide').flatMap((decide) => {
    const unserved = [...graph.reach(decide.id, isPart('serve'))];
    const ends = unserved.some((id) => graph.out(id).length === 0);
    return ends ? [drawingFinding('service_missing', decide)] : [];
  });

/** Art. 38: a refusal is written, with its reasons and remedies. */
const refusable: Rule = ({ graph, of }) =>
  of('decide').flatMap((decide) => {
    const after = graph.reach(decide.id);
    return of('refusal').some(({ id }) => after.has(id)) ? [] : [drawingFinding('refusal_missing', decide)];
  });

const reasoned: Rule = ({ of }) =>
  of('refusal')
    .filter(({ text }) => !text.includes('理由'))
    .map((node) => drawingFinding('refusal_unreasoned', node));

const rules: readonly Rule[] = [
  received,
  decided,
  examinedFirst,
  approved,
  inspectedByTwo,
  keptApart,
  served,
  refusable,
  reasoned,
];

/** Everything in a drawing that the law forbids, each at its element. */
export function drawingAgainstLaw(
  drawn: Drawn,
  { handling }: Pick<ServiceItem, 'handling'>,
): readonly DrawingFinding[] {
  const starts = drawn.nodes.filter(({ shape }) => shape === 'start');
  const [start] = starts;
  if (start === undefined || starts.length > 1) return [drawingFinding('start_missing', start ?? { id: '', name: '' })];
  const tasks = drawn.nodes.filter(({ shape }) => shape === 'task');
  const judged: Judged = {
    graph: graphOf(drawn),
    start,
    instant: handling === 'instant',
    of: (part) => tasks.filter((node) => partOf(node) === part),
  };
  return rules.flatMap((rule) => rule(judged));
}
