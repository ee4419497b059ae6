import type { Guide } from '@yimen/contract';

type Detail = NonNullable<Guide['detail']>;

/** The fields of the pages about people, page by page. */
export const pageNames = {
  who: ['kind', 'hasAgent'],
  applicant: ['name', 'paper', 'paperNumber', 'phone', 'address', 'creditCode', 'legalRepresentative', 'contactName'],
  agent: ['agentName', 'agentPaper', 'agentPaperNumber', 'agentPhone', 'agentMandate'],
} as const;

/** Every field one part of a draft may have; anything else that is posted is not kept. */
export function namesOfPart(part: 'applicant' | 'answers', detail: Detail): readonly string[] {
  if (part === 'applicant') return Object.values(pageNames).flat();
  return detail.form.flatMap(({ questions }) => questions.map(({ id }) => id));
}
