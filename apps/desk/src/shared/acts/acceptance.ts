import type { FieldSpec } from '../forms/fields.ts';
import { given, basisField, nothing, opinionField, reasonField, type ActContext, type ActTable } from './spec.ts';

type Act =
  | 'receive'
  | 'notifyCorrection'
  | 'deliverCorrection'
  | 'accept'
  | 'declineAcceptance'
  | 'declareLicenceNotRequired'
  | 'proposeReturn'
  | 'confirmReturn';

const overrideField: FieldSpec = {
  name: 'override',
  label: { zh: '越次补正理由', en: 'Reason for a second notice' },
  hint: {
    zh: '补正只能告知一次（第三十二条第一款第四项）；再次告知须写明理由，并记为违规。',
    en: 'Correction is notified only once (Art. 32(1)(4)); a second notice needs a reason and is recorded as a breach.',
  },
  kind: 'longText',
  required: true,
  maxLength: 1000,
};

/** Only a supervisor tells a second time, and only where a first notice was given. */
const isSecond = ({ entries, roles }: ActContext): boolean =>
  roles.includes('supervisor') && entries.some(({ type }) => type === 'correctionNotified');

export const acceptanceActs: ActTable<Act> = {
  receive: {
    title: { zh: '收件', en: 'Receive' },
    explain: {
      zh: '出具材料接收凭证；收件不等于受理。',
      en: 'Gives a receipt of the materials; receiving is not yet accepting.',
    },
    tone: 'primary',
    editor: 'materials',
    fields: nothing,
    body: (_values, _context, { materials }) => ({ materials }),
  },
  accept: {
    title: { zh: '受理', en: 'Accept' },
    explain: {
      zh: '材料齐全、符合法定形式的，应当受理（行政许可法第三十二条第一款第五项）。',
      en: 'Complete materials in the legal form shall be accepted (Administrative Licensing Law, Art. 32(1)(5)).',
    },
    tone: 'primary',
    fields: nothing,
    body: () => ({}),
  },
  notifyCorrection: {
    title: { zh: '一次性补正告知', en: 'Notify correction (once)' },
    explain: {
      zh: '五日内一次告知需要补正的全部内容；只能告知一次（第三十二条第一款第四项）。',
      en: 'Everything to be corrected is told at once within five days, and only once (Art. 32(1)(4)).',
    },
    tone: 'plain',
    editor: 'defects',
    fields: (context) => [
      {
        name: 'contact',
        label: { zh: '咨询电话', en: 'Telephone for questions' },
        kind: 'text',
        required: true,
        maxLength: 100,
        initial: context.item.detail?.service.phone,
      },
      ...(isSecond(context) ? [overrideField] : []),
    ],
    body: ({ contact, override = '' }, _context, { defects }) => ({
      defects,
      contact,
      ...(override.trim() === '' ? {} : { override: { reason: override.trim() } }),
    }),
  },
  deliverCorrection: {
    title: { zh: '接收补正材料', en: 'Take in the correction' },
    tone: 'primary',
    editor: 'materials',
    fields: () => [
      {
        name: 'complete',
        label: { zh: '是否按要求提交了全部补正材料', en: 'Is everything that was asked for here?' },
        kind: 'radio',
        required: true,
        options: [
          { value: 'yes', label: { zh: '已全部提交', en: 'All of it' } },
          { value: 'no', label: { zh: '未全部提交', en: 'Not all' } },
        ],
      },
    ],
    body: ({ complete }, _context, { materials }) => ({ materials, complete: complete === 'yes' }),
  },
  declineAcceptance: {
    title: { zh: '不予受理', en: 'Decline acceptance' },
    explain: {
      zh: '出具加盖专用印章、注明日期的书面凭证（第三十二条第二款）。',
      en: 'A dated, sealed paper is issued (Art. 32(2)).',
    },
    tone: 'danger',
    fields: () => [
      {
        name: 'ground',
        label: { zh: '情形', en: 'Ground' },
        kind: 'radio',
        required: true,
        initial: 'notCompetent',
        options: [
          { value: 'notCompetent', label: { zh: '不属于本机关职权范围', en: 'Not within our powers' } },
          {
            value: 'notConforming',
            label: { zh: '经补正仍不符合受理要求', en: 'Still not conforming after correction' },
          },
        ],
      },
      reasonField(),
      basisField('《中华人民共和国行政许可法》第三十二条第一款第二项', [
        '《中华人民共和国行政许可法》第三十二条第一款第四项',
      ]),
      {
        name: 'competentAuthority',
        label: {
          zh: '应向其申请的机关（不属于本机关职权时）',
          en: 'Authority to apply to (when not within our powers)',
        },
        kind: 'text',
        required: false,
        maxLength: 100,
      },
    ],
    body: ({ ground, reason, basis, competentAuthority }) => ({
      ground,
      reason,
      basis,
      ...given('competentAuthority', competentAuthority),
    }),
  },
  declareLicenceNotRequired: {
    title: { zh: '告知不需许可', en: 'Declare: no licence needed' },
    explain: {
      zh: '依法不需要取得行政许可的，即时告知不受理（第三十二条第一款第一项）。',
      en: 'Where the law asks for no licence, the applicant is told at once (Art. 32(1)(1)).',
    },
    tone: 'plain',
    fields: () => [reasonField(), basisField('《中华人民共和国行政许可法》第三十二条第一款第一项')],
    body: ({ reason, basis }) => ({ reason, basis }),
  },
  proposeReturn: {
    title: { zh: '拟退回', en: 'Propose to return' },
    explain: {
      zh: '退回件须经窗口负责人同意，并告知申请人。',
      en: 'A return goes through the head of the window and is told to the applicant.',
    },
    tone: 'danger',
    fields: () => [reasonField(), basisField('')],
    body: ({ reason, basis }) => ({ reason, basis }),
  },
  confirmReturn: {
    title: { zh: '退回件把关', en: 'Decide on the return' },
    explain: { zh: '同意退回的，抄送中心和部门。', en: 'An agreed return is copied to the centre and the department.' },
    tone: 'danger',
    fields: () => [
      {
        name: 'agreed',
        label: { zh: '是否同意退回', en: 'Return it?' },
        kind: 'radio',
        required: true,
        options: [
          { value: 'yes', label: { zh: '同意退回', en: 'Return it' } },
          { value: 'no', label: { zh: '不同意，继续办理', en: 'No, carry on' } },
        ],
      },
      opinionField(),
      {
        name: 'toldBy',
        label: { zh: '告知申请人的方式', en: 'How the applicant is told' },
        kind: 'radio',
        required: true,
        options: [
          { value: 'faceToFace', label: { zh: '当面', en: 'Face to face' } },
          { value: 'message', label: { zh: '短信', en: 'By message' } },
        ],
      },
    ],
    body: ({ agreed, opinion, toldBy }) => ({ agreed: agreed === 'yes', opinion, toldBy }),
  },
};
