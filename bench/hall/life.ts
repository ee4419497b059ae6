import type { CaseCommand } from '@yimen/core/casework';
import { applicantOf, items } from '@yimen/demo';
import type { Day } from '@yimen/kernel';

/** One transition: who does it, and what. The first opens the case. */
export interface Transition {
  readonly by: string;
  readonly command: CaseCommand;
}

export const staff = ['zhou.min', 'li.qing', 'wang.lei', 'zhao.yan', 'qin.lan', 'tan.song'] as const;
const ITEM = 'construction-permit';
const SAMPLES: Readonly<Record<string, string | number | boolean>> = {
  text: '测试内容',
  longText: '测试内容',
  number: 12,
  day: '2026-06-01',
  yesNo: true,
};

function filing(): Extract<CaseCommand, { readonly type: 'file' }> {
  const item = items.find(({ id }) => id === ITEM);
  if (item === undefined) throw new Error(`the demonstration has no ${ITEM}`);
  const materials = item.materials.map(({ id, copies, form }) => ({ requirementId: id, copies, form }));
  const questions = item.form.flatMap((part) => part.questions);
  const answers = Object.fromEntries(
    questions.map(({ id, type, options }) => [id, SAMPLES[type] ?? options?.[0] ?? '']),
  );
  return { type: 'file', itemId: item.id, applicant: applicantOf('company-1'), answers, materials, channel: 'window' };
}

const file = filing();
const examine = { type: 'completeStep', stepId: 'examine', agreed: true, opinion: '符合条件' } as const;
const proposal = {
  type: 'proposeDecision',
  outcome: 'grant',
  facts: '申请材料齐全，符合法定条件。',
  basis: '《中华人民共和国建筑法》第八条',
  conditions: [],
} as const;

const CLAIM: Transition = { by: 'li.qing', command: { type: 'claimStep', stepId: 'examine' } };
const RELEASE: Transition = { by: 'li.qing', command: { type: 'releaseStep', stepId: 'examine', reason: '测量' } };

/**
 * A construction permit from the counter to the served decision, 13 transitions and 5 papers; each of `detours` claims
 * the examination and gives it back before, which is two transitions without a paper.
 */
export function lifeOf(serial: number, today: Day, detours = 0): readonly Transition[] {
  const licenceNumber = `4105002026${String(serial).padStart(8, '0')}`;
  return [
    { by: 'zhou.min', command: file },
    { by: 'zhou.min', command: { type: 'receive', materials: file.materials } },
    { by: 'zhou.min', command: { type: 'accept' } },
    ...Array.from({ length: detours }, () => [CLAIM, RELEASE]).flat(),
    CLAIM,
    { by: 'li.qing', command: examine },
    { by: 'wang.lei', command: { type: 'claimStep', stepId: 'approve' } },
    { by: 'wang.lei', command: { ...examine, stepId: 'approve', opinion: '同意' } },
    { by: 'wang.lei', command: proposal },
    { by: 'zhao.yan', command: { type: 'sign', opinion: '同意' } },
    { by: 'qin.lan', command: { type: 'seal' } },
    { by: 'qin.lan', command: { type: 'issue', licenceNumber } },
    {
      by: 'tan.song',
      command: {
        type: 'serve',
        method: 'inPerson',
        receiver: file.applicant.name,
        receiverIsApplicant: true,
        servedOn: today,
        proof: '申请人在送达回证上签收',
      },
    },
    { by: 'tan.song', command: { type: 'close' } },
  ];
}
