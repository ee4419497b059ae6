import type { FieldSpec } from '../forms/fields.ts';
import { lines } from '../forms/fields.ts';
import {
  agreedField,
  colleagueOptions,
  nothing,
  opinionField,
  reasonField,
  stepOptions,
  type ActContext,
  type ActTable,
} from './spec.ts';
import { METHODS } from './methods.ts';

type Act =
  | 'claimStep'
  | 'releaseStep'
  | 'handOverStep'
  | 'completeStep'
  | 'returnToStep'
  | 'startSpecialProcedure'
  | 'endSpecialProcedure'
  | 'extend';

const dayField = (name: string, zh: string, en: string, initial?: string): FieldSpec => ({
  name,
  label: { zh, en },
  kind: 'day',
  required: true,
  initial,
});

function procedureFields(context: ActContext): readonly FieldSpec[] {
  const allowed = context.item.detail?.specialProcedures ?? [];
  const first = allowed.find(({ procedure }) => procedure === context.on) ?? allowed[0];
  return [
    {
      name: 'procedure',
      label: { zh: '特别程序', en: 'Special procedure' },
      kind: 'choice',
      required: true,
      initial: first?.procedure,
      options: allowed.map(({ procedure, name, stopsStatutory, basis }) => ({
        value: procedure,
        label: {
          zh: `${name.zh}（${stopsStatutory ? '不计入法定时限' : '仅暂停承诺时限'}；${basis}）`,
          en: `${name.en} (${stopsStatutory ? 'stops the statutory clock' : 'stops the promise only'}; ${basis})`,
        },
      })),
    },
    reasonField(),
    {
      name: 'plannedDays',
      label: { zh: '所需时间（工作日，书面告知申请人）', en: 'Planned working days (told in writing)' },
      kind: 'number',
      required: true,
      initial: first === undefined ? '' : String(first.plannedDays),
    },
    dayField('servedOn', '告知书送达日', 'Notice served on', context.today),
    { name: 'servedBy', label: { zh: '送达方式', en: 'Served by' }, kind: 'choice', required: true, options: METHODS },
    {
      name: 'officers',
      label: { zh: '人员（现场勘验须两人以上）', en: 'Officers (a site visit needs two or more)' },
      kind: 'people',
      required: false,
      options: colleagueOptions(context),
    },
  ];
}

export const examinationActs: ActTable<Act> = {
  claimStep: {
    title: { zh: '领取环节', en: 'Claim the step' },
    tone: 'primary',
    fields: nothing,
    body: (_values, { on }) => ({ stepId: on }),
  },
  releaseStep: {
    title: { zh: '放回环节', en: 'Release the step' },
    tone: 'plain',
    fields: () => [reasonField()],
    body: ({ reason }, { on }) => ({ stepId: on, reason }),
  },
  handOverStep: {
    title: { zh: '移交环节', en: 'Hand the step over' },
    tone: 'plain',
    fields: (context) => [
      {
        name: 'to',
        label: { zh: '移交给', en: 'To' },
        kind: 'choice',
        required: true,
        options: colleagueOptions(context),
      },
      reasonField(),
    ],
    body: ({ to, reason }, { on }) => ({ stepId: on, to, reason }),
  },
  completeStep: {
    title: { zh: '完成环节', en: 'Complete the step' },
    tone: 'primary',
    fields: () => [
      agreedField({ zh: '同意 / 符合', en: 'Agreed / conforms' }, { zh: '不同意 / 不符合', en: 'Not agreed' }),
      opinionField(),
    ],
    body: ({ agreed, opinion }, { on }) => ({ stepId: on, agreed: agreed === 'yes', opinion }),
  },
  returnToStep: {
    title: { zh: '退回前一环节', en: 'Return to an earlier step' },
    tone: 'danger',
    fields: ({ steps, on }) => [
      {
        name: 'toStepId',
        label: { zh: '退回到', en: 'Back to' },
        kind: 'choice',
        required: true,
        options: stepOptions(steps.filter(({ id, state }) => id !== on && state === 'done')),
      },
      reasonField(),
    ],
    body: ({ toStepId, reason }, { on }) => ({ fromStepId: on, toStepId, reason }),
  },
  startSpecialProcedure: {
    title: { zh: '启动特别程序', en: 'Start a special procedure' },
    explain: {
      zh: '将所需时间书面告知申请人；从告知书送达次日到收到结果当日不计入（第四十五条）。',
      en: 'The applicant is told the time in writing; days after service up to receipt of the result do not count (Art. 45).',
    },
    tone: 'plain',
    fields: procedureFields,
    body: ({ procedure, reason, plannedDays, servedOn, servedBy, officers }) => ({
      procedure,
      reason,
      plannedDays: Number(plannedDays),
      servedOn,
      servedBy,
      officers: lines(officers),
    }),
  },
  endSpecialProcedure: {
    title: { zh: '登记特别程序结果', en: 'Record the result of the procedure' },
    tone: 'primary',
    fields: ({ today }) => [
      dayField('receivedOn', '收到结果日', 'Result received on', today),
      { ...reasonField({ zh: '结果', en: 'Result' }), name: 'result' },
    ],
    body: ({ receivedOn, result }, { on }) => ({ procedureId: on, receivedOn, result }),
  },
  extend: {
    title: { zh: '延长期限', en: 'Extend' },
    explain: {
      zh: '期限届满前由机关负责人批准一次，并将理由告知申请人（第四十二条）。',
      en: 'Once, before expiry, by the head of the authority; the applicant is told why (Art. 42).',
    },
    tone: 'danger',
    fields: ({ item }) => [
      {
        name: 'days',
        label: { zh: '延长天数', en: 'Days' },
        kind: 'number',
        required: true,
        initial: String(item.detail?.limits.extension?.count ?? ''),
      },
      reasonField(),
    ],
    body: ({ days, reason }) => ({ days: Number(days), reason }),
  },
};
