import { YES_NO, type FieldSpec } from '../forms/fields.ts';
import { METHODS } from './methods.ts';
import { basisField, given, nothing, reasonField, type ActContext, type ActTable } from './spec.ts';

type Act = 'serve' | 'close' | 'withdraw' | 'terminate' | 'void';

const receiverFields = (applicantName: string): readonly FieldSpec[] => [
  {
    name: 'receiver',
    label: { zh: '受送达人', en: 'Receiver' },
    kind: 'text',
    required: true,
    maxLength: 100,
    initial: applicantName,
  },
  {
    name: 'receiverIsApplicant',
    label: { zh: '受送达人是否为申请人本人', en: 'Is the receiver the applicant?' },
    kind: 'radio',
    required: true,
    options: YES_NO,
    initial: 'yes',
  },
];

const proofFields: readonly FieldSpec[] = [
  {
    name: 'proof',
    label: { zh: '送达凭据', en: 'Proof' },
    kind: 'text',
    required: true,
    maxLength: 1000,
    hint: { zh: '签收情况、邮件号、电子送达回执号等', en: 'Signature, postal number, electronic receipt number' },
    suggestions: ['受送达人当面签收', '凭身份证件当面签收', '委托代理人凭委托书签收'],
  },
  {
    name: 'witness',
    label: { zh: '见证人（留置送达时）', en: 'Witness (when left)' },
    kind: 'text',
    required: false,
    maxLength: 60,
  },
];

const serviceFields = ({ today, applicantName }: ActContext): readonly FieldSpec[] => [
  {
    name: 'method',
    label: { zh: '送达方式', en: 'Method' },
    kind: 'choice',
    required: true,
    options: METHODS,
    initial: 'inPerson',
  },
  ...receiverFields(applicantName),
  { name: 'servedOn', label: { zh: '送达日期', en: 'Served on' }, kind: 'day', required: true, initial: today },
  ...proofFields,
];

export const endingActs: ActTable<Act> = {
  serve: {
    title: { zh: '送达', en: 'Serve' },
    explain: {
      zh: '作出准予决定的，十日内颁发、送达（第四十四条）；由受送达人在送达回证上签收。',
      en: 'Within ten days of the decision (Art. 44); the receiver signs the proof of service.',
    },
    tone: 'primary',
    fields: serviceFields,
    body: ({ method, receiver, receiverIsApplicant, servedOn, proof, witness }) => ({
      method,
      receiver,
      receiverIsApplicant: receiverIsApplicant === 'yes',
      servedOn,
      proof,
      ...given('witness', witness),
    }),
  },
  close: {
    title: { zh: '办结', en: 'Close' },
    tone: 'primary',
    fields: nothing,
    body: () => ({}),
  },
  withdraw: {
    title: { zh: '申请人撤回申请', en: 'Applicant withdraws' },
    tone: 'danger',
    fields: () => [reasonField({ zh: '申请人的理由', en: "Applicant's reason" })],
    body: ({ reason }) => ({ reason }),
  },
  terminate: {
    title: { zh: '终止办理', en: 'Terminate' },
    tone: 'danger',
    fields: () => [reasonField(), basisField('')],
    body: ({ reason, basis }) => ({ reason, basis }),
  },
  void: {
    title: { zh: '作废（数据错误）', en: 'Void (data error)' },
    explain: {
      zh: '仅用于录入错误，由督查岗作废并留痕，不得代替不予许可。',
      en: 'For data errors only, by a supervisor, on record; never in place of a refusal.',
    },
    tone: 'danger',
    fields: () => [reasonField()],
    body: ({ reason }) => ({ reason }),
  },
};
