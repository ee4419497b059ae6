import { addDays } from '@yimen/kernel';
import { isAccepted, isReceived } from '@yimen/core/casework';
import { specialProcedureRules } from '@yimen/core/clock';
import type { ContentOf, Officer, PaperHead, PaperKind } from '@yimen/core/documents';
import {
  contactOf,
  dayOfEntry,
  limitLine,
  need,
  officerOf,
  requirementName,
  type FactOf,
  type PaperMatter,
} from './matter.ts';

type Rest<K extends PaperKind> = Omit<ContentOf<K>, keyof PaperHead<K>>;

const ONE_NOTICE = '《中华人民共和国行政许可法》第三十二条第一款第四项';
const ACCEPTANCE = '《中华人民共和国行政许可法》第三十二条第一款第五项、第二款';
/** The Act sets no day for the applicant; the notice asks for the corrections within this many days. */
const CORRECTION_DAYS = 30;

export function receipt(matter: PaperMatter, fact: FactOf<'applicationReceived'>): Rest<'receipt'> {
  return {
    receivedAt: matter.entry.at,
    receivedBy: receiverOf(matter),
    materials: fact.materials.map(({ requirementId, copies, form }) => ({
      name: requirementName(matter.item, requirementId),
      copies,
      form,
      remark: null,
    })),
    acceptanceDue: need(matter.dues.acceptance, 'the acceptance clock').due,
    queryCode: matter.queryCode,
    contact: contactOf(matter),
  };
}

/** What comes over the wire is received by the platform the centre runs, not by whoever sent it (Art. 33). */
function receiverOf(matter: PaperMatter): Officer {
  if (matter.entry.actor.kind === 'officer') return officerOf(matter);
  return { name: matter.centre.name, post: '政务服务平台（网上收件）' };
}

export function correctionNotice(matter: PaperMatter, fact: FactOf<'correctionNotified'>): Rest<'correctionNotice'> {
  return {
    receivedOn: receivedOn(matter),
    basis: [ONE_NOTICE],
    defects: fact.defects.map(({ requirementId, defect, standard }) => ({
      material: requirementName(matter.item, requirementId),
      defect,
      standard,
    })),
    deliverBy: addDays(dayOfEntry(matter), CORRECTION_DAYS),
    contact: { ...contactOf(matter), name: fact.contact },
  };
}

export function acceptanceNotice(matter: PaperMatter, fact: FactOf<'caseAccepted'>): Rest<'acceptanceNotice'> {
  const { item, department, dues } = matter;
  const lapsed = fact.how === 'deemed' ? need(dues.acceptance, 'the acceptance clock').due : undefined;
  return {
    // Silence counts from the papers that were complete: after a correction, from the day the last of it came.
    receivedOn: fact.how === 'deemed' ? fact.acceptedOn : receivedOn(matter),
    acceptedOn: fact.acceptedOn,
    basis: lapsed === undefined ? [ACCEPTANCE] : [ONE_NOTICE],
    deemed: lapsed === undefined ? null : { lapsedOn: lapsed },
    statutoryLimit: limitLine(item.limits.statutory, need(dues.statutory, 'the statutory clock')),
    promisedLimit: limitLine(item.limits.promised, need(dues.promised, 'the promised clock')),
    notCounted: item.procedure.specialProcedures
      .filter(({ stopsStatutory, stopsPromise }) => stopsStatutory || stopsPromise)
      .map(({ procedure, plannedDays, basis, stopsStatutory }) => {
        const counted = stopsStatutory ? '不计入办理期限' : '不计入承诺期限';
        return `${specialProcedureRules[procedure].zh}所需时间（约${String(plannedDays)}个工作日）${counted}（${basis}）`;
      }),
    handlingAgency: department.name,
    complaintPhone: item.service.complaintPhone,
    contact: contactOf(matter),
  };
}

export function declinedAcceptance(
  matter: PaperMatter,
  fact: FactOf<'acceptanceDeclined'>,
): Rest<'declinedAcceptance'> {
  return {
    receivedOn: receivedOn(matter),
    ground: fact.ground,
    reason: fact.reason,
    competentAuthority: fact.competentAuthority ?? null,
    basis: [fact.basis],
    remedies: fact.remedies,
    contact: contactOf(matter),
  };
}

export function licenceNotRequired(
  matter: PaperMatter,
  fact: FactOf<'licenceNotRequiredDeclared'>,
): Rest<'licenceNotRequired'> {
  return {
    receivedOn: receivedOn(matter),
    reason: fact.reason,
    basis: [fact.basis],
    remedies: matter.item.remedies,
    contact: contactOf(matter),
  };
}

export function returnNotice(matter: PaperMatter): Rest<'returnNotice'> {
  const { live, item } = matter;
  const { reason, basis } = need(isReceived(live) ? live.returnProposal : undefined, 'what was proposed');
  return {
    receivedOn: receivedOn(matter),
    reason,
    basis: [basis],
    remedies: item.remedies,
    contact: contactOf(matter),
  };
}

export function receivedOn({ live }: PaperMatter) {
  return need(isReceived(live) ? live.receivedOn : undefined, 'the day of receipt');
}

export function acceptedOn({ live }: PaperMatter) {
  return need(isAccepted(live) ? live.acceptance.acceptedOn : undefined, 'the day of acceptance');
}
