import { dayOf } from '@yimen/kernel';
import type { CaseEntry, CaseFact } from '@yimen/core/casework';
import { findStep, type ServiceItem } from '@yimen/core/catalogue';
import { specialProcedureRules } from '@yimen/core/clock';
import type { ContentOf } from '@yimen/core/documents';
import { officerOf, type PaperMatter } from './matter.ts';

type Opinion = ContentOf<'approvalSheet'>['opinions'][number];
type Said = Pick<Opinion, 'step' | 'opinion'>;

/** What the officers said, in the order in which they said it; also in rounds that fell with a return. */
export function opinionsOf(entries: readonly CaseEntry[], matter: PaperMatter): readonly Opinion[] {
  return entries.flatMap((entry) => {
    const said = saidInExamination(entry.fact, matter.item) ?? saidInDeciding(entry.fact);
    return said === undefined ? [] : [{ ...said, officer: officerOf(matter, entry.actor), on: dayOf(entry.at) }];
  });
}

const agreedWords = (agreed: boolean, opinion: string): string => `${agreed ? '同意' : '不同意'}：${opinion}`;

function saidInExamination(fact: CaseFact, item: ServiceItem): Said | undefined {
  const nameOf = (stepId: string): string => findStep(item.procedure, stepId)?.name ?? stepId;
  switch (fact.type) {
    case 'caseAccepted':
      return { step: '受理', opinion: fact.how === 'deemed' ? '逾期未告知，视为受理' : '予以受理' };
    case 'stepCompleted':
      return { step: nameOf(fact.stepId), opinion: agreedWords(fact.agreed, fact.opinion) };
    case 'stepReturned':
      return { step: nameOf(fact.fromStepId), opinion: `退回“${nameOf(fact.toStepId)}”：${fact.reason}` };
    case 'specialProcedureStarted':
      return { step: '特别程序', opinion: `${specialProcedureRules[fact.procedure].zh}：${fact.reason}` };
    case 'timeExtended':
      return { step: '延长期限', opinion: `批准延长${String(fact.days)}日：${fact.reason}` };
    default:
      return undefined;
  }
}

const OUTCOMES = { grant: '拟准予', partialGrant: '拟部分准予', refuse: '拟不予' } as const;

function saidInDeciding(fact: CaseFact): Said | undefined {
  switch (fact.type) {
    case 'decisionProposed':
      return { step: '拟办', opinion: `${OUTCOMES[fact.outcome]}：${fact.reason ?? fact.facts}` };
    case 'legalityReviewed':
      return { step: '法制审核', opinion: agreedWords(fact.agreed, fact.opinion) };
    case 'minutesAttached':
      return { step: '集体讨论', opinion: `《${fact.title}》：${fact.conclusion}` };
    case 'decisionSigned':
      return { step: '签批', opinion: agreedWords(true, fact.opinion) };
    case 'signatureDeclined':
      return { step: '签批', opinion: `不予签批，退回：${fact.reason}` };
    default:
      return undefined;
  }
}
