import { addDays, addMonths, parseDay } from '@yimen/kernel';
import { lines, type FieldSpec } from '../forms/fields.ts';
import {
  agreedField,
  basisField,
  citations,
  given,
  nothing,
  opinionField,
  reasonField,
  stepOptions,
  type ActContext,
  type ActTable,
} from './spec.ts';

type Act = 'proposeDecision' | 'reviewLegality' | 'attachMinutes' | 'sign' | 'declineToSign' | 'seal' | 'issue';

const outcomeField: FieldSpec = {
  name: 'outcome',
  label: { zh: '拟作出的决定', en: 'Proposed decision' },
  kind: 'radio',
  required: true,
  options: [
    { value: 'grant', label: { zh: '准予', en: 'Grant' } },
    { value: 'partialGrant', label: { zh: '部分准予', en: 'Partly grant' } },
    { value: 'refuse', label: { zh: '不予许可', en: 'Refuse' } },
  ],
};

const refusalReasonField: FieldSpec = {
  name: 'reason',
  label: { zh: '理由（不予或部分准予时必填）', en: 'Reason (needed to refuse, wholly or partly)' },
  kind: 'longText',
  required: false,
  hint: {
    zh: '不予许可应当说明理由，并告知复议、诉讼权利（第三十八条第二款）。',
    en: 'A refusal gives its reason and the right to reconsideration and to sue (Art. 38(2)).',
  },
};

function proposalFields({ item }: ActContext): readonly FieldSpec[] {
  const bases = citations(item);
  const optional = { kind: 'text', required: false } as const;
  return [
    outcomeField,
    { ...reasonField({ zh: '查明的事实', en: 'Facts found' }), name: 'facts', maxLength: 4000 },
    basisField(bases.join('；'), bases),
    {
      ...optional,
      kind: 'longText',
      name: 'conditions',
      label: { zh: '附带条件（每行一条）', en: 'Conditions (one a line)' },
    },
    refusalReasonField,
    {
      ...optional,
      name: 'reconsiderationBody',
      label: { zh: '行政复议机关', en: 'Reconsideration body' },
      initial: item.detail?.remedies.reconsiderationBody,
    },
    {
      ...optional,
      name: 'court',
      label: { zh: '有管辖权的人民法院', en: 'Court' },
      initial: item.detail?.remedies.court,
    },
  ];
}

/** The last day of a term of years: the day before its anniversary (Civil Code Art. 202, 203). */
function lastDayOf(from: string, years: number): string {
  const parsed = parseDay(from);
  return parsed.ok ? addDays(addMonths(parsed.value, years * 12), -1) : '';
}

function issueFields({ today, item }: ActContext): readonly FieldSpec[] {
  const years = item.detail?.result.validYears;
  const limited = years !== undefined;
  const day = { kind: 'day', required: false } as const;
  return [
    {
      name: 'licenceNumber',
      label: { zh: '证照编号（由系统编号的可不填）', en: 'Licence number (empty where the system numbers it)' },
      kind: 'text',
      required: false,
      maxLength: 60,
    },
    {
      ...day,
      name: 'validFrom',
      label: { zh: '有效期自', en: 'Valid from' },
      initial: limited ? today : '',
      hint: limited
        ? { zh: `有效期 ${String(years)} 年`, en: `Valid for ${String(years)} years` }
        : { zh: '事项没有规定有效期的，不填', en: 'Empty where the item has no term' },
    },
    {
      ...day,
      name: 'validTo',
      label: { zh: '有效期至', en: 'Valid to' },
      initial: limited ? lastDayOf(today, years) : '',
    },
  ];
}

export const decisionActs: ActTable<Act> = {
  proposeDecision: {
    title: { zh: '拟作决定', en: 'Propose a decision' },
    tone: 'primary',
    fields: proposalFields,
    body: ({ outcome, facts, basis, conditions, reason, reconsiderationBody = '', court = '' }) => ({
      outcome,
      facts,
      basis,
      conditions: lines(conditions),
      ...given('reason', reason),
      ...(outcome === 'grant' || reconsiderationBody === '' || court === ''
        ? {}
        : { remedies: { reconsiderationBody, court } }),
    }),
  },
  reviewLegality: {
    title: { zh: '法制审核', en: 'Legal review' },
    tone: 'primary',
    fields: () => [
      agreedField({ zh: '审核通过', en: 'Passed' }, { zh: '审核不通过', en: 'Not passed' }),
      opinionField(),
    ],
    body: ({ agreed, opinion }) => ({ agreed: agreed === 'yes', opinion }),
  },
  attachMinutes: {
    title: { zh: '附会议纪要', en: 'Attach minutes' },
    explain: { zh: '应经集体讨论的，签批前附纪要。', en: 'Matters for a meeting carry its minutes before signature.' },
    tone: 'primary',
    fields: ({ today }) => [
      { name: 'title', label: { zh: '会议名称', en: 'Meeting' }, kind: 'text', required: true, maxLength: 200 },
      { name: 'heldOn', label: { zh: '会议日期', en: 'Held on' }, kind: 'day', required: true, initial: today },
      { ...reasonField({ zh: '结论', en: 'Conclusion' }), name: 'conclusion' },
    ],
    body: ({ title, heldOn, conclusion }) => ({ title, heldOn, conclusion }),
  },
  sign: {
    title: { zh: '签批', en: 'Sign' },
    explain: {
      zh: '按拟作决定签批；专用章由系统在签批后加盖。',
      en: 'Signs the decision as proposed; the seal is put on by the server afterwards, never before.',
    },
    tone: 'primary',
    fields: () => [opinionField('同意。')],
    body: ({ opinion }) => ({ opinion }),
  },
  declineToSign: {
    title: { zh: '不予签批，退回', en: 'Decline to sign' },
    tone: 'danger',
    fields: ({ steps }) => [
      {
        name: 'toStepId',
        label: { zh: '退回到环节', en: 'Back to step' },
        kind: 'choice',
        required: true,
        options: stepOptions(steps.filter(({ state }) => state === 'done')),
      },
      reasonField(),
    ],
    body: ({ toStepId, reason }) => ({ toStepId, reason }),
  },
  seal: {
    title: { zh: '盖章', en: 'Seal' },
    tone: 'primary',
    fields: nothing,
    body: () => ({}),
  },
  issue: {
    title: { zh: '制证', en: 'Issue' },
    tone: 'primary',
    fields: issueFields,
    body: ({ licenceNumber, validFrom, validTo }) => ({
      ...given('licenceNumber', licenceNumber),
      ...given('validFrom', validFrom),
      ...given('validTo', validTo),
    }),
  },
};
