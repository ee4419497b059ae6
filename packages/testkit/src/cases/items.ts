import { day } from '@yimen/kernel';
import { itemId, type MaterialRequirement, type ServiceItem, type StepNode } from '@yimen/core/catalogue';
import { licensingLimits, type Limit } from '@yimen/core/clock';
import { jurisdiction } from '@yimen/core/people';
import { fire, housing } from './cast.ts';

export function aMaterial(id: string, more: Partial<MaterialRequirement> = {}): MaterialRequirement {
  return {
    id,
    name: `${id}材料`,
    basis: '示例条例第十条',
    source: 'applicant',
    form: 'original',
    copies: 1,
    necessity: 'required',
    acceptanceRules: ['签名与申请人一致'],
    ...more,
  };
}

export const examineStep: StepNode = { kind: 'step', id: 'examine', name: '审查', duty: 'examination', limitDays: 5 };
export const approveStep: StepNode = { kind: 'step', id: 'approve', name: '核准', duty: 'approval', limitDays: 3 };
export const consultStep: StepNode = {
  kind: 'step',
  id: 'consult',
  name: '征求消防意见',
  duty: 'consultation',
  authority: fire,
  limitDays: 3,
};

const workingDays = (count: number): Limit => ({ ...licensingLimits.decision, count });

/** A licence as the Act has it: five days, twenty days (ten promised), ten to deliver; one examination, one approval. */
export const licence: ServiceItem = {
  jurisdiction: jurisdiction('410500'),
  id: itemId('sample-licence'),
  version: 3,
  effectiveFrom: day('2025-01-01'),
  name: '示例许可',
  everydayWords: ['示例'],
  theme: '示例',
  kind: 'licence',
  codes: { implementation: '11440100007483172Q3440106043001', basic: '440106043001' },
  level: 'city',
  serves: ['naturalPerson', 'organisation'],
  authority: housing,
  handling: 'promised',
  availability: 'applicable',
  bases: [{ law: '示例条例', article: '第十条', rank: 'administrativeRegulation' }],
  conditions: ['有固定场所'],
  materials: [
    aMaterial('application'),
    aMaterial('plan'),
    aMaterial('lease', { condition: 'rented = true' }),
    aMaterial('photo', { necessity: 'optional' }),
  ],
  form: [
    {
      id: 'place',
      title: '场所',
      questions: [
        { id: 'address', label: '地址', type: 'text', required: true, maxLength: 50 },
        { id: 'rented', label: '是否租用', type: 'yesNo', required: false },
        { id: 'area', label: '面积', type: 'number', required: false },
        { id: 'opening', label: '开业日期', type: 'day', required: false },
        { id: 'use', label: '用途', type: 'choice', required: false, options: ['仓储', '经营'] },
      ],
    },
  ],
  procedure: {
    examination: [examineStep, approveStep],
    specialProcedures: [
      {
        procedure: 'expertReview',
        basis: '行政许可法第四十五条',
        plannedDays: 10,
        stopsStatutory: true,
        stopsPromise: true,
      },
      {
        procedure: 'siteVisit',
        basis: '行政许可法第三十四条',
        plannedDays: 3,
        stopsStatutory: false,
        stopsPromise: true,
      },
    ],
    legalReview: false,
    meeting: false,
  },
  limits: {
    acceptance: licensingLimits.acceptance,
    statutory: licensingLimits.decision,
    promised: workingDays(10),
    delivery: licensingLimits.delivery,
    extension: licensingLimits.extension,
  },
  fees: [],
  result: { name: '示例许可证', form: 'licence', validYears: 5 },
  service: {
    windows: ['12'],
    address: '市民之家一楼',
    hours: '9:00–17:00',
    phone: '0372-0000000',
    complaintPhone: '12345',
  },
  remedies: { reconsiderationBody: '安阳市人民政府', court: '安阳市文峰区人民法院' },
  implementation: {
    state: 'inForce',
    body: { name: '示例局', code: '11440100007483172Q', nature: 'statutory', powerSource: 'own' },
    service: { visits: 0, online: true, inCentre: true, onlinePayment: false, express: true, singleSignOn: false },
  },
};

/** The licence with another procedure. */
export function licenceWith(
  procedure: Partial<ServiceItem['procedure']>,
  more: Partial<ServiceItem> = {},
): ServiceItem {
  return { ...licence, ...more, procedure: { ...licence.procedure, ...procedure } };
}

/** 即办件: received, accepted and decided in one sitting. */
export const instantItem: ServiceItem = {
  ...licence,
  id: itemId('sample-instant'),
  name: '示例即办',
  handling: 'instant',
};

/** Legal review and minutes before signature. */
export const weightyItem: ServiceItem = licenceWith({ legalReview: true, meeting: true });

/** Two departments side by side, joined, then a step only rented places need, then the approval. */
export const parallelItem: ServiceItem = licenceWith({
  examination: [
    { kind: 'parallel', id: 'joint', branches: [[examineStep], [consultStep]] },
    {
      kind: 'when',
      id: 'if-rented',
      condition: 'rented = true',
      then: [{ ...examineStep, id: 'lease-check', name: '核查租约' }],
    },
    approveStep,
  ],
});
