import type { DraftContent, FileDraft, Guide, Problem, QuestionView } from '@yimen/contract';
import type { FieldError } from '../shell/fields.tsx';
import { kindOf } from './kind.ts';

type Detail = NonNullable<Guide['detail']>;
type Typed = DraftContent['applicant'];

/** What was typed, as the API wants it. The draft's own id is the command id: filing twice is filing once. */
export function filingOf(draftId: string, detail: Detail, content: DraftContent): FileDraft {
  return {
    commandId: `file-${draftId}`,
    applicant: applicantOf(content.applicant, kindOf(content.applicant, detail)),
    answers: Object.fromEntries(
      detail.form
        .flatMap((group) => group.questions)
        .flatMap((question) => typedAnswer(question, (content.answers[question.id] ?? '').trim())),
    ),
    materials: content.materials.filter((material) => material.file !== undefined),
  };
}

/** One answer as the API wants it; nothing where nothing was typed. */
export function typedAnswer(
  question: QuestionView,
  answer: string,
): readonly (readonly [string, string | number | boolean])[] {
  if (answer === '') return [];
  if (question.type === 'number') return [[question.id, Number(answer)]];
  if (question.type === 'yesNo') return [[question.id, answer === 'yes']];
  return [[question.id, answer]];
}

function applicantOf(typed: Typed, kind: 'naturalPerson' | 'organisation'): FileDraft['applicant'] {
  const text = (field: string): string => (typed[field] ?? '').trim();
  const common = {
    name: text('name'),
    phone: text('phone'),
    ...(text('address') === '' ? {} : { address: text('address') }),
    ...(typed['hasAgent'] === 'yes' ? { agent: agentOf(text) } : {}),
  };
  if (kind === 'organisation') {
    return {
      kind,
      ...common,
      creditCode: text('creditCode').toUpperCase(),
      legalRepresentative: text('legalRepresentative'),
      contactName: text('contactName'),
    };
  }
  return { kind, ...common, paper: paperOf(text('paper')), paperNumber: text('paperNumber').toUpperCase() };
}

type Agent = NonNullable<FileDraft['applicant']['agent']>;

function agentOf(text: (field: string) => string): Agent {
  return {
    name: text('agentName'),
    paper: paperOf(text('agentPaper')),
    paperNumber: text('agentPaperNumber').toUpperCase(),
    phone: text('agentPhone'),
    mandate: text('agentMandate'),
  };
}

export const papers: readonly {
  readonly value: Agent['paper'];
  readonly words: { readonly zh: string; readonly en: string };
}[] = [
  { value: 'residentId', words: { zh: '居民身份证', en: 'Resident identity card' } },
  { value: 'passport', words: { zh: '护照', en: 'Passport' } },
  {
    value: 'hkMacaoPermit',
    words: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macao residents' },
  },
  { value: 'taiwanPermit', words: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' } },
  {
    value: 'hkMacaoTaiwanResidence',
    words: { zh: '港澳台居民居住证', en: 'Residence permit for Hong Kong, Macao and Taiwan residents' },
  },
  { value: 'foreignPermanentResidence', words: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' } },
];

function paperOf(value: string): Agent['paper'] {
  return papers.find((paper) => paper.value === value)?.value ?? 'residentId';
}

/** The page on which a refused field is mended, so that the error summary leads there. */
export function pageOfField(field: string, detail: Detail): string {
  const name = field.split('.').at(-1) ?? field;
  if (field.includes('agent')) return 'agent';
  if (field.includes('materials')) return 'materials';
  const group = detail.form.find((candidate) => candidate.questions.some((question) => question.id === name));
  return group === undefined ? 'applicant' : `questions/${group.id}`;
}

/** A refusal as errors to show: one per field where the server named several. */
export function errorsOf(problem: Problem): readonly FieldError[] {
  if (problem.fields !== undefined && problem.fields.length > 0)
    return problem.fields.map(({ field, words }) => ({ field, words }));
  return [{ field: problem.field ?? 'main', words: problem.words }];
}
