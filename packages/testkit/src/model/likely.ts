import type { CaseCommand } from '@yimen/core/casework';
import { people, type Someone } from './people.ts';

/** What usually happens at a stage and who does it; the more often it stands there, the more often it is tried. */
export const LIKELY: Readonly<Record<string, readonly (readonly [CaseCommand['type'], Someone])[]>> = {
  unfiled: [
    ['file', people.clerk],
    ['file', people.applicant],
    ['file', people.allInOne],
  ],
  filed: [
    ['receive', people.clerk],
    ['receive', people.allInOne],
    ['receive', people.clerkExaminer],
  ],
  received: [
    ['accept', people.clerk],
    ['accept', people.allInOne],
    ['notifyCorrection', people.clerk],
    ['notifyCorrection', people.supervisor],
    ['proposeReturn', people.windowHead],
    ['confirmReturn', people.centreHead],
    ['lapse', people.system],
  ],
  awaitingCorrection: [
    ['deliverCorrection', people.applicant],
    ['deliverCorrection', people.clerk],
  ],
  examining: [
    ['completeStep', people.examiner],
    ['completeStep', people.fireman],
    ['completeStep', people.approver],
    ['completeStep', people.approver],
    ['completeStep', people.chief],
    ['completeStep', people.clerkExaminer],
    ['completeStep', people.allInOne],
    ['completeStep', people.early],
    ['claimStep', people.second],
    ['claimStep', people.examiner],
    ['handOverStep', people.chief],
    ['releaseStep', people.second],
    ['returnToStep', people.approver],
    ['startSpecialProcedure', people.examiner],
    ['endSpecialProcedure', people.examiner],
    ['extend', people.head],
  ],
  deciding: [
    ['proposeDecision', people.examiner],
    ['proposeDecision', people.approver],
    ['sign', people.chief],
    ['sign', people.chief],
    ['sign', people.head],
    ['sign', people.expired],
    ['declineToSign', people.chief],
    ['reviewLegality', people.lawyerTwo],
    ['reviewLegality', people.lawyer],
    ['attachMinutes', people.examiner],
    ['startSpecialProcedure', people.second],
    ['endSpecialProcedure', people.second],
    ['extend', people.head],
  ],
  signed: [
    ['seal', people.sealKeeper],
    ['seal', people.sealKeeper],
    ['seal', people.deputy],
  ],
  sealed: [
    ['issue', people.delivery],
    ['serve', people.delivery],
    ['issue', people.delivery],
    ['void', people.supervisor],
  ],
  issued: [
    ['serve', people.delivery],
    ['serve', people.delivery],
    ['serve', people.delivery],
    ['void', people.supervisor],
  ],
  served: [
    ['close', people.delivery],
    ['close', people.system],
    ['void', people.supervisor],
  ],
};
