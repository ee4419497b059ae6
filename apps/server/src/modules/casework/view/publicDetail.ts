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
              `视为受理：五个工作日内没有告知，自收到材料之日（${fact.acceptedOn}）起即为受理（行政许可法第三十二条第一款第四项）。`,
              `Deemed accepted: nothing was said within five working days, so it counts as accepted from ${fact.acceptedOn} (Administrative Licensing Law, Art. 32(1)(4)).`,
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
