import type { CaseEntry, CaseFact } from '@yimen/core/casework';
import { specialProcedureRules } from '@yimen/core/clock';
import type { Words } from '@yimen/contract';

const both = (zh: string, en: string): Words => ({ zh, en });

/** What an applicant may read of the facts of one moment: their own affair, no officer, no opinion. */
export function publicDetail(entries: readonly CaseEntry[]): Words[] {
  return entries.flatMap(({ fact }) => [...(toldAtReceipt(fact) ?? toldLater(fact))]);
}

function toldAtReceipt(fact: CaseFact): readonly Words[] | undefined {
  switch (fact.type) {
    case 'correctionNotified':
      return fact.defects.map(({ defect, standard }) =>
        both(`${defect}（应当：${standard}）`, `${defect} (required: ${standard})`),
      );
    case 'caseAccepted':
      return fact.how === 'deemed'
        ? [
            both(
              '逾期未告知，自收到申请材料之日起即为受理。',
              'No answer came in time: it counts as accepted from receipt.',
            ),
          ]
        : [];
    case 'acceptanceDeclined':
    case 'licenceNotRequiredDeclared':
    case 'returnProposed':
      return [both(`理由：${fact.reason}`, `Reason: ${fact.reason}`)];
    default:
      return undefined;
  }
}

function toldLater(fact: CaseFact): readonly Words[] {
  switch (fact.type) {
    case 'specialProcedureStarted': {
      const { zh, en } = specialProcedureRules[fact.procedure];
      const days = String(fact.plannedDays);
      return [both(`${zh}，约需${days}个工作日`, `${en}, about ${days} working days`)];
    }
    case 'decisionServed':
      return [both(`送达日期：${fact.servedOn}`, `Delivered on ${fact.servedOn}`)];
    case 'caseTerminated':
      return [both(`理由：${fact.reason}`, `Reason: ${fact.reason}`)];
    default:
      return [];
  }
}
