import { day } from '@yimen/kernel';
import type { CommandOf, HandedIn, NaturalPerson, Organisation } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { personId } from '@yimen/core/people';
import { licence } from './items.ts';

export const person: NaturalPerson = {
  kind: 'naturalPerson',
  name: '王小明',
  paper: 'residentId',
  paperNumber: '410108199003070017',
  phone: '13800000000',
};

export const company: Organisation = {
  kind: 'organisation',
  name: '安阳示例有限公司',
  creditCode: '11440100007483172Q',
  legalRepresentative: '李四',
  contactName: '李四',
  phone: '13800000001',
};

export function handedIn(...ids: readonly string[]): readonly HandedIn[] {
  return ids.map((requirementId) => ({ requirementId, copies: 1, form: 'original' }));
}

export const complete: readonly HandedIn[] = handedIn('application', 'plan');

export function filing(more: Partial<CommandOf<'file'>> = {}, item: ServiceItem = licence): CommandOf<'file'> {
  return {
    type: 'file',
    itemId: item.id,
    applicant: person,
    answers: { address: '人民大道1号' },
    materials: complete,
    channel: 'window',
    ...more,
  };
}

/** Every act with a body that nothing stands against, for the stage it belongs to. */
export const typical = {
  receive: { type: 'receive', materials: complete },
  notifyCorrection: {
    type: 'notifyCorrection',
    defects: [{ requirementId: 'plan', defect: '缺少平面图', standard: '盖章的平面图一份' }],
    contact: '窗口员 0372-0000000',
  },
  deliverCorrection: { type: 'deliverCorrection', materials: handedIn('plan'), complete: true },
  accept: { type: 'accept' },
  declineAcceptance: {
    type: 'declineAcceptance',
    ground: 'notCompetent',
    reason: '不属于本机关职权范围',
    basis: '行政许可法第三十二条',
    competentAuthority: '安阳市水利局',
  },
  declareLicenceNotRequired: { type: 'declareLicenceNotRequired', reason: '规模以下', basis: '示例条例第三条' },
  proposeReturn: { type: 'proposeReturn', reason: '与事项不符', basis: '窗口办件规定' },
  confirmReturn: { type: 'confirmReturn', agreed: true, opinion: '同意退回', toldBy: 'faceToFace' },
  lapse: { type: 'lapse' },
  extend: { type: 'extend', days: 10, reason: '案情复杂' },
  proposeDecision: {
    type: 'proposeDecision',
    outcome: 'grant',
    facts: '材料齐全，场所符合条件',
    basis: '示例条例第十条',
    conditions: [],
  },
  reviewLegality: { type: 'reviewLegality', agreed: true, opinion: '程序合法' },
  attachMinutes: { type: 'attachMinutes', title: '第3次会审纪要', heldOn: day('2026-03-02'), conclusion: '同意准予' },
  sign: { type: 'sign', opinion: '准予许可' },
  seal: { type: 'seal' },
  issue: { type: 'issue', licenceNumber: '豫E-001' },
  close: { type: 'close' },
  withdraw: { type: 'withdraw', reason: '不再办理' },
  terminate: { type: 'terminate', reason: '申请人死亡', basis: '示例条例第二十条' },
  void: { type: 'void', reason: '重复录入' },
} as const;

/** The refusal as the law wants it: with reason and both remedies. */
export const refusing: CommandOf<'proposeDecision'> = {
  ...typical.proposeDecision,
  outcome: 'refuse',
  reason: '场所不符合条件',
  remedies: licence.remedies,
};

export function completing(stepId: string, more: Partial<CommandOf<'completeStep'>> = {}): CommandOf<'completeStep'> {
  return { type: 'completeStep', stepId, agreed: true, opinion: '符合条件', ...more };
}

export function starting(more: Partial<CommandOf<'startSpecialProcedure'>> = {}): CommandOf<'startSpecialProcedure'> {
  return {
    type: 'startSpecialProcedure',
    procedure: 'expertReview',
    reason: '技术复杂，须专家评审',
    plannedDays: 10,
    servedOn: day('2026-03-02'),
    servedBy: 'inPerson',
    officers: [personId('p-审核员'), personId('p-审核员乙')],
    ...more,
  };
}

export function ending(more: Partial<CommandOf<'endSpecialProcedure'>> = {}): CommandOf<'endSpecialProcedure'> {
  return {
    type: 'endSpecialProcedure',
    procedureId: 'sp-1',
    receivedOn: day('2026-03-09'),
    result: '专家组同意',
    ...more,
  };
}

export function serving(more: Partial<CommandOf<'serve'>> = {}): CommandOf<'serve'> {
  return {
    type: 'serve',
    method: 'inPerson',
    receiver: '王小明',
    receiverIsApplicant: true,
    servedOn: day('2026-03-02'),
    proof: '送达回证签收',
    ...more,
  };
}
