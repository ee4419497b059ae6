import type { CaseRefusal } from '@yimen/core/casework';
import type { ActRefusal } from '@yimen/core/people';
import type { Refusal } from '../../platform/http/problems.ts';

/** Why an act was not done. Every one of them is a value; what throws is a bug or a broken machine. */
export type ActProblem =
  | { readonly why: 'law'; readonly refusal: CaseRefusal; readonly at: number }
  | { readonly why: 'authority'; readonly refusal: ActRefusal }
  | { readonly why: 'changed_meanwhile'; readonly revision: number; readonly seen: number }
  | { readonly why: 'command_reused' | 'unknown_case' | 'unknown_item' | 'unknown_file' | PersonProblem };

/** Somebody chosen who may not: to take a step over, or to go on a visit. */
export type PersonProblem = 'unknown_person' | 'unknown_officer';

/** What is refused before the law is asked. */
export const unknownRefusals = {
  unknown_file: {
    code: 'unknown_file',
    field: 'materials',
    words: { zh: '材料文件尚未上传成功，请重新上传。', en: 'A file of the materials has not been uploaded.' },
  },
  unknown_person: {
    code: 'unknown_person',
    field: 'to',
    words: { zh: '所选人员当日不能办理此事。', en: 'The person chosen may not do this today.' },
  },
  unknown_officer: {
    code: 'unknown_person',
    field: 'officers',
    words: {
      zh: '所选人员不是本机关当日在岗的工作人员。',
      en: 'An officer chosen is not at work for this authority today.',
    },
  },
  unknown_item: {
    code: 'unknown_item',
    field: 'itemId',
    words: { zh: '没有这个事项，或者该事项当日不在有效期内。', en: 'There is no such item, or none in force today.' },
  },
  unknown_case: { code: 'not_found' },
  command_reused: { code: 'command_reused' },
} as const satisfies { readonly [why: string]: Refusal };

/** The problem as the edge tells it; with several commands in one request the field says which of them. */
export function refusalOf(problem: ActProblem, commands: number): Refusal {
  switch (problem.why) {
    case 'law':
      return ofLaw(problem.refusal, commands > 1 ? `commands.${String(problem.at)}.` : '');
    case 'authority':
      return { code: problem.refusal.code, words: withPaper(problem.refusal) };
    case 'changed_meanwhile':
      return { code: 'changed_meanwhile', revision: problem.revision };
    default:
      return unknownRefusals[problem.why];
  }
}

/** Names the authorisation that came nearest, so that whoever is refused knows which paper to have renewed. */
function withPaper({ words, authorisation }: ActRefusal): ActRefusal['words'] {
  if (authorisation === undefined) return words;
  return { zh: `${words.zh}（${authorisation}）`, en: `${words.en} (${authorisation})` };
}

/** With everything else that stands against it, so that a form can mark every field at once. */
function ofLaw({ field, also = [], ...rest }: CaseRefusal, prefix: string): Refusal {
  const all = [{ ...rest, ...(field === undefined ? {} : { field }) }, ...also];
  const fields = all.flatMap(({ field: at, code, words }) =>
    at === undefined ? [] : [{ field: `${prefix}${at}`, code, words }],
  );
  return {
    ...rest,
    ...(field === undefined ? {} : { field: `${prefix}${field}` }),
    ...(also.length > 0 && fields.length > 0 ? { fields } : {}),
  };
}
