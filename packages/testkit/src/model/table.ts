import type { CaseCommand } from '@yimen/core/casework';

export const ENDINGS = ['closed', 'declined', 'notRequired', 'returned', 'withdrawn', 'terminated', 'void'];
const LIVE = [
  'filed',
  'received',
  'awaitingCorrection',
  'examining',
  'deciding',
  'signed',
  'sealed',
  'issued',
  'served',
];
export const STAGES = ['unfiled', ...LIVE, ...ENDINGS];

/** At which stages the law knows an act, who may do it beside officers, what an officer must be warranted for, which office it is. */
export interface Row {
  readonly at: readonly string[];
  readonly by?: readonly string[];
  readonly needs?: string;
  readonly office?: readonly string[];
}
const until = (last: string): readonly string[] => LIVE.slice(0, LIVE.indexOf(last) + 1);
const step = { at: ['examining'] };
const running = { at: ['examining', 'deciding'] };
const signing = { at: ['deciding'], needs: 'sign', office: ['chiefRepresentative', 'authorityHead'] };

export const ROWS: Readonly<Record<CaseCommand['type'], Row>> = {
  file: { at: ['unfiled'], by: ['applicant', 'officer'], needs: 'receive' },
  receive: { at: ['filed'], needs: 'receive' },
  notifyCorrection: { at: ['received'], needs: 'notifyCorrection' },
  deliverCorrection: { at: ['awaitingCorrection'], by: ['applicant', 'officer'], needs: 'deliverCorrection' },
  accept: { at: ['received'], needs: 'accept' },
  declineAcceptance: { at: ['received'], needs: 'declineAcceptance' },
  declareLicenceNotRequired: { at: ['received'], needs: 'declareLicenceNotRequired' },
  proposeReturn: { at: ['received'], needs: 'proposeReturn' },
  confirmReturn: { at: ['received'], needs: 'confirmReturn', office: ['windowHead'] },
  // Running it too early, or twice, does nothing.
  lapse: { at: ['unfiled', ...LIVE], by: ['system'] },
  claimStep: step,
  releaseStep: step,
  handOverStep: step,
  completeStep: step,
  returnToStep: step,
  startSpecialProcedure: { ...running, needs: 'specialProcedure' },
  endSpecialProcedure: { ...running, needs: 'specialProcedure' },
  extend: { ...running, needs: 'extend', office: ['authorityHead'] },
  proposeDecision: { at: ['deciding'], needs: 'proposeDecision' },
  reviewLegality: { at: ['deciding'], needs: 'legalReview', office: ['legalReviewer'] },
  attachMinutes: { at: ['deciding'], needs: 'attachMinutes' },
  sign: signing,
  declineToSign: signing,
  seal: { at: ['signed'], needs: 'seal', office: ['sealKeeper'] },
  issue: { at: ['sealed'], needs: 'issue' },
  serve: { at: ['sealed', 'issued'], needs: 'serve' },
  close: { at: ['served'], by: ['officer', 'system'], needs: 'close' },
  withdraw: { at: until('deciding'), by: ['applicant', 'officer'], needs: 'receive' },
  terminate: {
    at: until('deciding').slice(1),
    needs: 'terminate',
    office: ['approver', 'chiefRepresentative', 'authorityHead'],
  },
  void: { at: LIVE, needs: 'void', office: ['supervisor'] },
};
