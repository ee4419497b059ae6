import type { Flow } from '@yimen/core/catalogue';
import type { Wording } from './miner.ts';

/** Which shapes of the law's skeleton an activity of the hall's own log stands for; a step and a special procedure stand for themselves. */
const SKELETON: Readonly<Record<string, readonly string[]>> = {
  applicationReceived: ['receive'],
  correctionNotified: ['check'],
  correctionDelivered: ['correct'],
  caseAccepted: ['check'],
  acceptanceDeclined: ['check', 'declined'],
  licenceNotRequiredDeclared: ['check', 'declined'],
  legalityReviewed: ['legalReview'],
  minutesAttached: ['meeting'],
  decisionSigned: ['decide'],
  'decisionSigned:refuse': ['decide', 'refusal'],
  resultIssued: ['issue'],
  decisionServed: ['serve'],
  caseClosed: ['end'],
};

/** A special procedure is drawn once and may be begun whenever the examination needs it (Art. 45). */
const isSpecial = (node: string): boolean => node.startsWith('special:');
const standsForItself = (node: string): boolean => node.startsWith('step:') || isSpecial(node);

const isWork = ({ shape }: Flow['nodes'][number]): boolean => shape === 'task' || shape === 'end';

/** Shapes of a drawing that are work, or ends of it: what an activity of a log can be. */
export const workShapes = ({ nodes }: Flow): Flow['nodes'] => nodes.filter(isWork);

/** How the hall's own ledger speaks of a drawing: every shape by its id. */
export function ownWording(flow: Flow): Wording {
  const shapes = workShapes(flow).map(({ id }) => id);
  const skeleton = Object.entries(SKELETON).filter(([, work]) => work.every((shape) => shapes.includes(shape)));
  const themselves = shapes.filter(standsForItself).map((shape) => [shape, [shape]] as const);
  const known = new Set(skeleton.flatMap(([, work]) => work));
  const shown = shapes.filter((shape) => known.has(shape) || standsForItself(shape));
  return {
    called: Object.fromEntries(shown.map((shape) => [shape, shape])),
    work: Object.fromEntries([...skeleton, ...themselves]),
    anywhere: shapes.filter(isSpecial),
  };
}

/** How a log from elsewhere does: as somebody said, else by the names on the drawing. Shapes it never names are not looked for. */
export function saidWording(flow: Flow, said: ReadonlyMap<string, string>, activities: ReadonlySet<string>): Wording {
  const named = workShapes(flow).map(({ id, name }) => [id, said.get(id) ?? name.zh] as const);
  const called = named.filter(([, name]) => activities.has(name));
  return {
    called: Object.fromEntries(called),
    work: Object.fromEntries(called.map(([, name]) => [name, [name]])),
    anywhere: [],
  };
}
