import type { DraftContent, Guide, QuestionView } from '@yimen/contract';
import { parseDay } from '@yimen/kernel';
import type { Words } from '@yimen/ui';
import type { FieldError } from '../shell/fields.tsx';
import { kindOf } from './kind.ts';

type Detail = NonNullable<Guide['detail']>;
type Typed = DraftContent['applicant'];

/** Page by page, shape only: whether something was entered and can be read. What it means is the server's to judge. */
export function checkWho(applicant: Typed): readonly FieldError[] {
  return missing(applicant, [
    ['kind', { zh: '请选择个人还是单位申请', en: 'Choose a person or an organisation' }],
    ['hasAgent', { zh: '请选择是否由代理人办理', en: 'Say whether an agent acts for the applicant' }],
  ]);
}

const personFields: readonly (readonly [string, Words])[] = [
  ['name', { zh: '请填写姓名', en: 'Enter the name' }],
  ['paper', { zh: '请选择证件类型', en: 'Choose the kind of identity paper' }],
  ['paperNumber', { zh: '请填写证件号码', en: 'Enter the number of the paper' }],
  ['phone', { zh: '请填写联系电话', en: 'Enter a phone number' }],
];

const organisationFields: readonly (readonly [string, Words])[] = [
  ['name', { zh: '请填写单位名称', en: 'Enter the organisation’s name' }],
  ['creditCode', { zh: '请填写统一社会信用代码', en: 'Enter the unified social credit code' }],
  ['legalRepresentative', { zh: '请填写法定代表人姓名', en: 'Enter the legal representative' }],
  ['contactName', { zh: '请填写联系人姓名', en: 'Enter a contact person' }],
  ['phone', { zh: '请填写联系电话', en: 'Enter a phone number' }],
];

export function checkApplicant(applicant: Typed, detail: Detail): readonly FieldError[] {
  return missing(applicant, kindOf(applicant, detail) === 'organisation' ? organisationFields : personFields);
}

export function checkAgent(applicant: Typed): readonly FieldError[] {
  return missing(applicant, [
    ['agentName', { zh: '请填写代理人姓名', en: 'Enter the agent’s name' }],
    ['agentPaper', { zh: '请选择代理人证件类型', en: 'Choose the kind of the agent’s paper' }],
    ['agentPaperNumber', { zh: '请填写代理人证件号码', en: 'Enter the number of the agent’s paper' }],
    ['agentPhone', { zh: '请填写代理人电话', en: 'Enter the agent’s phone number' }],
    ['agentMandate', { zh: '请写明委托事项和期限', en: 'Say what the agent may do and until when' }],
  ]);
}

export function checkAnswers(questions: readonly QuestionView[], answers: Typed): readonly FieldError[] {
  return questions.flatMap((question) => checkAnswer(question, (answers[question.id] ?? '').trim()));
}

function checkAnswer(question: QuestionView, answer: string): readonly FieldError[] {
  const error = (zh: string, en: string): readonly FieldError[] => [{ field: question.id, words: { zh, en } }];
  if (answer === '') return question.required ? error(`请填写“${question.label}”`, `Enter “${question.label}”`) : [];
  if (question.type === 'number' && !/^-?\d+(\.\d+)?$/.test(answer))
    return error(`“${question.label}”请填数字`, `“${question.label}” must be a number`);
  if (question.type === 'day' && !parseDay(answer).ok)
    return error(`“${question.label}”请填存在的日期`, `“${question.label}” must be a day that exists`);
  if (question.maxLength !== undefined && answer.length > question.maxLength) {
    return error(
      `“${question.label}”最多 ${question.maxLength} 个字`,
      `“${question.label}” takes at most ${question.maxLength} characters`,
    );
  }
  return [];
}

function missing(typed: Typed, fields: readonly (readonly [string, Words])[]): readonly FieldError[] {
  return fields.filter(([field]) => (typed[field] ?? '').trim() === '').map(([field, words]) => ({ field, words }));
}
