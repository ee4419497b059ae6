import type { DraftContent, Guide } from '@yimen/contract';
import type { Words } from '@yimen/ui';
import { papers } from './filing.ts';
import { kindOf } from './kind.ts';

export interface CheckRow {
  readonly label: Words;
  readonly value: string;
  /** Page and field on which it is changed. */
  readonly page: string;
  readonly field: string;
}

export interface CheckSection {
  readonly title: Words;
  readonly rows: readonly CheckRow[];
}

type Detail = NonNullable<Guide['detail']>;

const personRows = [
  ['name', { zh: '姓名', en: 'Name' }],
  ['paper', { zh: '证件类型', en: 'Identity paper' }],
  ['paperNumber', { zh: '证件号码', en: 'Number' }],
  ['phone', { zh: '联系电话', en: 'Phone' }],
  ['address', { zh: '联系地址', en: 'Address' }],
] as const;

const organisationRows = [
  ['name', { zh: '单位名称', en: 'Organisation' }],
  ['creditCode', { zh: '统一社会信用代码', en: 'Unified social credit code' }],
  ['legalRepresentative', { zh: '法定代表人', en: 'Legal representative' }],
  ['contactName', { zh: '联系人', en: 'Contact person' }],
  ['phone', { zh: '联系电话', en: 'Phone' }],
  ['address', { zh: '联系地址', en: 'Address' }],
] as const;

const agentRows = [
  ['agentName', { zh: '代理人姓名', en: 'Agent' }],
  ['agentPaper', { zh: '代理人证件类型', en: 'Agent’s paper' }],
  ['agentPaperNumber', { zh: '代理人证件号码', en: 'Agent’s number' }],
  ['agentPhone', { zh: '代理人电话', en: 'Agent’s phone' }],
  ['agentMandate', { zh: '委托事项和期限', en: 'Mandate' }],
] as const;

/** Everything that will be submitted, as rows that each lead back to where they were typed. */
export function checkSections(detail: Detail, content: DraftContent): readonly CheckSection[] {
  const { applicant } = content;
  const shown = (field: string): string =>
    field.endsWith('aper') ? paperName(applicant[field]) : (applicant[field] ?? '');
  const rowsOf = (rows: readonly (readonly [string, Words])[], page: string): readonly CheckRow[] =>
    rows.map(([field, label]) => ({ label, value: shown(field), page, field }));
  return [
    {
      title: { zh: '申请人', en: 'Applicant' },
      rows: rowsOf(kindOf(applicant, detail) === 'organisation' ? organisationRows : personRows, 'applicant'),
    },
    ...(applicant['hasAgent'] === 'yes'
      ? [{ title: { zh: '代理人', en: 'Agent' }, rows: rowsOf(agentRows, 'agent') }]
      : []),
    ...detail.form.map((group) => ({
      title: { zh: group.title, en: group.title },
      rows: group.questions.map((question) => ({
        label: { zh: question.label, en: question.label },
        value: question.type === 'yesNo' ? yesNo(content.answers[question.id]) : (content.answers[question.id] ?? ''),
        page: `questions/${group.id}`,
        field: question.id,
      })),
    })),
    {
      title: { zh: '申请材料', en: 'Materials' },
      rows: detail.materials.map((material) => ({
        label: { zh: material.name, en: material.name },
        value: content.materials.find((handed) => handed.requirementId === material.id)?.file?.name ?? '',
        page: 'materials',
        field: `material-${material.id}`,
      })),
    },
  ];
}

const yesNo = (answer: string | undefined): string => (answer === 'yes' ? '是' : answer === 'no' ? '否' : '');

function paperName(value: string | undefined): string {
  return papers.find((paper) => paper.value === value)?.words.zh ?? '';
}
