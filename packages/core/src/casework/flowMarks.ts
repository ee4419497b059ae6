import { stepNode, stepsOf, type FlowMark, type ServiceItem } from '../catalogue/index.ts';
import { isAccepted, isReceived, liveOf, type Accepted, type CaseState, type LiveCase } from './state.ts';

type Marks = Map<string, FlowMark>;

/** What of the skeleton is behind a case at each stage, and what is being done now. */
const STAGES: Readonly<Record<LiveCase['stage'], { readonly done: readonly string[]; readonly current?: string }>> = {
  filed: { done: ['start'], current: 'receive' },
  received: { done: ['start', 'receive'], current: 'check' },
  awaitingCorrection: { done: ['start', 'receive', 'check'], current: 'correct' },
  examining: { done: ['start', 'receive', 'check'] },
  deciding: { done: ['start', 'receive', 'check'], current: 'decide' },
  signed: { done: ['start', 'receive', 'check', 'decide'], current: 'issue' },
  sealed: { done: ['start', 'receive', 'check', 'decide'], current: 'issue' },
  issued: { done: ['start', 'receive', 'check', 'decide', 'issue'], current: 'serve' },
  served: { done: ['start', 'receive', 'check', 'decide', 'issue', 'serve'], current: 'end' },
};

/**
 * Where a running case stands on the flowchart of the version it keeps. An ended case shows what was done of it and
 * nothing under way; a step that fell with a return is not done.
 */
export function flowMarks(state: CaseState, item: ServiceItem): ReadonlyMap<string, FlowMark> {
  const live = liveOf(state);
  const marks: Marks = new Map();
  if (live === undefined) return marks;
  const { done, current } = STAGES[live.stage];
  for (const id of done) marks.set(id, 'done');
  if (current !== undefined) marks.set(current, 'current');
  if (isReceived(live) && live.correction?.completedOn !== undefined) marks.set('correct', 'done');
  if (isAccepted(live)) markExamination(marks, live, item);
  if (refused(live)) moveToRefusal(marks);
  if (state.stage === live.stage) return marks;
  return new Map([...[...marks].filter(([, mark]) => mark === 'done'), ...endOf(state)]);
}

function endOf(state: CaseState): readonly (readonly [string, FlowMark])[] {
  if (state.stage === 'closed') return [['end', 'done']];
  return state.stage === 'declined' || state.stage === 'notRequired' ? [['declined', 'done']] : [];
}

function markExamination(marks: Marks, live: Accepted, item: ServiceItem): void {
  for (const { id } of stepsOf(item.procedure)) {
    const status = live.steps[id]?.status;
    if (status === 'done') marks.set(stepNode(id), 'done');
    if (status === 'open' || status === 'held') marks.set(stepNode(id), 'current');
  }
  for (const { procedure, receivedOn } of live.specialProcedures) {
    marks.set(`special:${procedure}`, receivedOn === undefined ? 'current' : 'done');
  }
}

const refused = (live: LiveCase): boolean => 'decision' in live && live.decision.outcome === 'refuse';

/** A refusal is written where a grant would issue its certificate. */
function moveToRefusal(marks: Marks): void {
  const mark = marks.get('issue') ?? 'done';
  marks.delete('issue');
  marks.set('refusal', mark);
}
