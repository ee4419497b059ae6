import { dayOf, type Day } from '@yimen/kernel';
import type { CaseEntry, CaseFactType } from '../casework/index.ts';
import type { PostId } from '../people/index.ts';
import type { WatchKind } from './rule.ts';
import type { Reading, Story } from './story.ts';
import { watchedOf } from './watched.ts';

/** 岗位所为: an act that had a day to be done by, at the post it was done from. */
export interface Deed {
  readonly post: PostId;
  readonly clock: WatchKind;
  readonly due: Day;
  readonly late: boolean;
}

const ACCEPTANCE: readonly WatchKind[] = ['acceptance', 'acceptanceAfterCorrection'];

/** The clocks an act answers. What merely ends them (a withdrawal, a termination, a suspension) is nobody's punctuality. */
const ANSWERS: { readonly [T in CaseFactType]?: readonly WatchKind[] } = {
  applicationReceived: ['receipt'],
  correctionNotified: ACCEPTANCE,
  caseAccepted: ACCEPTANCE,
  acceptanceDeclined: ACCEPTANCE,
  licenceNotRequiredDeclared: ACCEPTANCE,
  stepClaimed: ['claim'],
  stepCompleted: ['step'],
  decisionServed: ['delivery'],
};

interface Act {
  readonly before: Story;
  readonly after: Story;
  readonly entry: CaseEntry;
}

/** What an officer's entry did in time or late: clocks that ran before it and do not run after it. Nothing for other entries. */
export function deedsOf({ before, after, entry }: Act, reading: Reading): readonly Deed[] {
  const { actor, fact, at } = entry;
  const answers = ANSWERS[fact.type] ?? [];
  if (actor.kind !== 'officer' || answers.length === 0) return [];
  const running = new Set(watchedOf(after, reading).map(({ subject }) => subject));
  return watchedOf(before, reading)
    .filter(({ kind, subject }) => answers.includes(kind) && !running.has(subject))
    .map(({ kind, due }) => ({ post: actor.post, clock: kind, due, late: dayOf(at) > due }));
}
