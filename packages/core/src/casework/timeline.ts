import { dayOf, type Day, type Instant } from '@yimen/kernel';
import type { CaseEntry, CaseFactType } from './entries.ts';
import type { FactOf } from './evolver.ts';
import { isEnded, isAccepted, type CaseState, type LiveCase } from './state.ts';
import { isOpenProcedure } from './suspension.ts';

/** All the words a citizen meets: seven on the way, and the ways in which a case ends otherwise. */
export const publicWords = {
  received: { zh: '已收件', en: 'Received' },
  correctionNeeded: { zh: '需补正', en: 'Correction needed' },
  accepted: { zh: '已受理', en: 'Accepted' },
  examining: { zh: '审查中', en: 'Under examination' },
  paused: { zh: '暂停计时', en: 'Time stopped' },
  decided: { zh: '已决定', en: 'Decided' },
  served: { zh: '已送达', en: 'Served' },
  declined: { zh: '不予受理', en: 'Not accepted' },
  notRequired: { zh: '不需办理许可', en: 'No licence needed' },
  returned: { zh: '已退回', en: 'Returned' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
  void: { zh: '已作废', en: 'Void' },
} as const;
export type PublicWord = keyof typeof publicWords;

export interface TimelineEntry {
  readonly word: PublicWord;
  readonly zh: string;
  readonly en: string;
  readonly at: Instant;
  readonly on: Day;
}

type Told<T extends CaseFactType> = PublicWord | undefined | ((fact: FactOf<T>) => PublicWord | undefined);

/** What a citizen is told of each fact; `undefined` is inner working. A new kind of fact does not compile until it is decided here. */
const told: { readonly [T in CaseFactType]: Told<T> } = {
  applicationFiled: undefined,
  applicationReceived: 'received',
  correctionNotified: 'correctionNeeded',
  breachRecorded: undefined,
  correctionDelivered: ({ complete }) => (complete ? 'received' : undefined),
  caseAccepted: 'accepted',
  acceptanceDeclined: 'declined',
  licenceNotRequiredDeclared: 'notRequired',
  returnProposed: undefined,
  returnDecided: ({ agreed }) => (agreed ? 'returned' : undefined),
  stepOpened: 'examining',
  stepClaimed: undefined,
  stepReleased: undefined,
  stepHandedOver: undefined,
  stepCompleted: undefined,
  stepReturned: undefined,
  examinationCompleted: undefined,
  specialProcedureStarted: ({ stopsStatutory, stopsPromise }) =>
    stopsStatutory || stopsPromise ? 'paused' : undefined,
  specialProcedureEnded: 'examining',
  timeExtended: undefined,
  decisionProposed: undefined,
  legalityReviewed: undefined,
  minutesAttached: undefined,
  decisionSigned: undefined,
  signatureDeclined: undefined,
  decisionSealed: 'decided',
  resultIssued: undefined,
  decisionServed: 'served',
  caseClosed: undefined,
  applicationWithdrawn: 'withdrawn',
  caseTerminated: 'terminated',
  caseVoided: 'void',
  versionMoved: undefined,
};

function wordOf<T extends CaseFactType>(fact: { [K in T]: FactOf<K> }[T]): PublicWord | undefined {
  const word: Told<T> = told[fact.type];
  return typeof word === 'function' ? word(fact) : word;
}

/** The case as its applicant reads it: plain words, oldest first, no word twice in a row, nothing of the inner working. */
export function timelineOf(entries: readonly CaseEntry[]): readonly TimelineEntry[] {
  const spoken = entries.flatMap(({ at, fact }) => {
    const word = wordOf(fact);
    return word === undefined ? [] : [{ word, ...publicWords[word], at, on: dayOf(at) }];
  });
  return spoken.filter(({ word }, index) => word !== spoken[index - 1]?.word);
}

export const holders = {
  applicant: { zh: '等您办理', en: 'Waiting for you' },
  window: { zh: '窗口', en: 'The window' },
  examination: { zh: '审查部门', en: 'The examining department' },
  specialProcedure: { zh: '特别程序进行中', en: 'A special procedure is under way' },
  decision: { zh: '审批部门负责人', en: 'The deciding officer' },
  delivery: { zh: '出件窗口', en: 'The delivery window' },
  nobody: { zh: '已结束', en: 'The case has ended' },
} as const;
export type Holder = keyof typeof holders;

const holderAt: Readonly<Record<LiveCase['stage'], Holder>> = {
  filed: 'window',
  received: 'window',
  awaitingCorrection: 'applicant',
  examining: 'examination',
  deciding: 'decision',
  signed: 'decision',
  sealed: 'delivery',
  issued: 'delivery',
  served: 'nobody',
};

/** Who has the case now, in the citizen's terms; an unfiled one is with the applicant. */
export function holderOf(state: CaseState): Holder {
  if (state.stage === 'unfiled') return 'applicant';
  if (isEnded(state)) return 'nobody';
  const paused = isAccepted(state) && state.specialProcedures.some(isOpenProcedure);
  return paused ? 'specialProcedure' : holderAt[state.stage];
}
