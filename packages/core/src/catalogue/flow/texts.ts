import type { Words } from '@yimen/kernel';
import { limitUnits, specialProcedureRules, type Limit } from '../../clock/index.ts';
import type { ServiceItem } from '../item.ts';
import type { AllowedSpecialProcedure, StepNode } from '../procedure.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

/** How the shapes of the skeleton are called, and the branches between them. */
export const flowWords = {
  start: { zh: '提出申请', en: 'Application' },
  receive: { zh: '收件', en: 'Receipt' },
  receiveNote: { zh: '当场出具收件凭证', en: 'a receipt at once' },
  check: { zh: '受理审查', en: 'Check for acceptance' },
  acceptance: { zh: '是否受理', en: 'Accepted?' },
  correct: { zh: '补正材料', en: 'Correction' },
  correctNote: { zh: '一次告知全部内容', en: 'all of it told at once' },
  incomplete: { zh: '材料不齐', en: 'incomplete' },
  declined: { zh: '不予受理或不需许可', en: 'Declined, or no licence needed' },
  notAccepted: { zh: '不受理', en: 'no' },
  accepted: { zh: '受理', en: 'yes' },
  fork: { zh: '并行办理', en: 'Side by side' },
  join: { zh: '全部完成', en: 'All done' },
  when: { zh: '是否需要', en: 'Needed?' },
  needed: { zh: '需要', en: 'needed' },
  notNeeded: { zh: '不需要', en: 'not needed' },
  rejoin: { zh: '继续', en: 'Go on' },
  special: { zh: '是否需要特别程序', en: 'A special procedure?' },
  legalReview: { zh: '法制审核', en: 'Legal review' },
  meeting: { zh: '集体讨论', en: 'Deliberation' },
  meetingNote: { zh: '附会议纪要', en: 'with minutes' },
  decide: { zh: '作出决定', en: 'Decision' },
  outcome: { zh: '是否准予', en: 'Granted?' },
  granted: { zh: '准予', en: 'granted' },
  refused: { zh: '不予许可', en: 'refused' },
  refusal: { zh: '制作不予许可决定书', en: 'Written refusal' },
  refusalNote: { zh: '说明理由，告知救济途径', en: 'with reasons and remedies' },
  serve: { zh: '送达', en: 'Service' },
  end: { zh: '办结', en: 'Closed' },
  applicantLane: { zh: '申请人', en: 'Applicant' },
  windowLane: { zh: '综合窗口', en: 'Window' },
  decisionLane: { zh: '决定与用印', en: 'Decision and seal' },
} as const;

/** 5个工作日内 · within 5 working days; a limit of 0 is the day itself. */
export function limitWords({ count, unit }: Pick<Limit, 'count' | 'unit'>): Words {
  if (count === 0) return words('当日', 'the same day');
  const { zh, en } = limitUnits[unit];
  return words(`${String(count)}${zh}内`, `within ${String(count)} ${en}${count === 1 ? '' : 's'}`);
}

export function stepNote({ limitDays, integrityRiskPoint }: StepNode): Words {
  const limit = limitWords({ count: limitDays, unit: 'workingDay' });
  if (integrityRiskPoint === undefined) return limit;
  return words(`${limit.zh} · 廉政风险点`, `${limit.en} · integrity risk point`);
}

export function specialName({ procedure }: AllowedSpecialProcedure): Words {
  const { zh, en } = specialProcedureRules[procedure];
  return words(zh, en);
}

/** Its time, and whether the promise waits for it (Art. 45). */
export function specialNote({ plannedDays, stopsStatutory, stopsPromise }: AllowedSpecialProcedure): Words {
  const planned = words(`计划${String(plannedDays)}日`, `${String(plannedDays)} days planned`);
  const stops = stopsStatutory || stopsPromise;
  return stops
    ? words(`${planned.zh}，不计入${stopsStatutory ? '法定期限' : '承诺期限'}`, `${planned.en}, not counted`)
    : words(`${planned.zh}，计入期限`, `${planned.en}, counted`);
}

export function decisionNote({ limits }: ServiceItem): Words {
  const [promised, statutory] = [limitWords(limits.promised), limitWords(limits.statutory)];
  return words(
    `自受理起：承诺${promised.zh}，法定${statutory.zh}`,
    `from acceptance: promised ${promised.en}, by law ${statutory.en}`,
  );
}

export const issueName = ({ result }: ServiceItem): Words => words(`制发${result.name}`, `Issue: ${result.name}`);

/** What a step is beside its name and limit, for a drawing that comes back. */
export function stepMarks({
  id,
  duty,
  authority,
  limitDays,
  integrityRiskPoint,
}: StepNode): Readonly<Record<string, string>> {
  return {
    part: 'step',
    ref: id,
    duty,
    limitDays: String(limitDays),
    ...(authority === undefined ? {} : { authority }),
    ...(integrityRiskPoint === undefined ? {} : { risk: integrityRiskPoint }),
  };
}

export function specialMarks(allowed: AllowedSpecialProcedure): Readonly<Record<string, string>> {
  const { procedure, basis, plannedDays, stopsStatutory, stopsPromise, namedLaw } = allowed;
  return {
    part: 'special',
    procedure,
    basis,
    plannedDays: String(plannedDays),
    stopsStatutory: String(stopsStatutory),
    stopsPromise: String(stopsPromise),
    ...(namedLaw === undefined ? {} : { namedLaw }),
  };
}
