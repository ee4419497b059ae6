import type { DraftContent, Guide } from '@yimen/contract';

type Detail = NonNullable<Guide['detail']>;

/** The kind of applicant: as chosen, or the only one the item serves. */
export function kindOf(applicant: DraftContent['applicant'], detail: Detail): 'naturalPerson' | 'organisation' {
  const chosen = applicant['kind'];
  if (chosen === 'naturalPerson' || chosen === 'organisation') return chosen;
  return detail.serves[0] ?? 'naturalPerson';
}
