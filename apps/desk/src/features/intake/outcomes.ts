import { CaseCommand_, type Guide } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import type { DeskAct } from '../../shared/acts/table.ts';
import type { Words } from '@yimen/ui';
import { toHandedIn } from '../../shared/materials/materials.ts';
import { kindOf, toApplicant } from './applicant.ts';
import type { IntakeDraft } from './draft.ts';
import { toAnswers } from './questions.ts';

export interface Outcome {
  readonly key: string;
  readonly act: DeskAct;
  readonly name: Words;
  readonly tone: 'primary' | 'plain' | 'danger';
}

/** What the law lets a window do with an application: exactly one of these (行政许可法 Art. 32). */
export const OUTCOMES: readonly Outcome[] = [
  { key: 'F4', act: 'accept', name: { zh: '受理', en: 'Accept' }, tone: 'primary' },
  { key: 'F2', act: 'receive', name: { zh: '仅收件', en: 'Receive only' }, tone: 'plain' },
  {
    key: 'F8',
    act: 'notifyCorrection',
    name: { zh: '一次性补正告知', en: 'Notify correction' },
    tone: 'plain',
  },
  { key: 'F9', act: 'declineAcceptance', name: { zh: '不予受理', en: 'Decline' }, tone: 'danger' },
  {
    key: 'F10',
    act: 'declareLicenceNotRequired',
    name: { zh: '不需许可', en: 'No licence needed' },
    tone: 'plain',
  },
];

/** File and receive, then the outcome: sent together, done together or not at all. Throws where the form let a wrong shape pass. */
export function commandsOf(draft: IntakeDraft, guide: Guide, outcome: CaseCommand): readonly CaseCommand[] {
  const kind = kindOf(draft.applicant, guide.detail?.serves ?? []);
  const materials = toHandedIn(draft.materials);
  const file = CaseCommand_.parse({
    type: 'file',
    itemId: guide.id,
    applicant: toApplicant(draft.applicant, kind),
    answers: toAnswers(guide, draft.answers),
    materials,
    channel: 'window',
  });
  const receive: CaseCommand = { type: 'receive', materials };
  return outcome.type === 'receive' ? [file, receive] : [file, receive, outcome];
}
