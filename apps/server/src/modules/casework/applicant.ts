import type { Applicant } from '@yimen/core/casework';
import { mac, type CaseKeys } from './secrets.ts';

/** 王*; the name of an organisation is public and stays whole. */
export function maskedName(applicant: Applicant): string {
  if (applicant.kind === 'organisation') return applicant.name;
  return `${Array.from(applicant.name)[0] ?? ''}*`;
}

/** Names as they are compared: without blanks, full-width and capitals made plain. */
const comparable = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '');

export function nameHash(keys: CaseKeys, name: string): Buffer {
  return mac(keys.lookUp, `name/${comparable(name)}`);
}

/** One person, whatever case it is: by the paper for people, by the credit code for organisations. */
export function identityHash(keys: CaseKeys, applicant: Applicant): Buffer {
  const identity =
    applicant.kind === 'organisation' ? `code/${applicant.creditCode}` : `${applicant.paper}/${applicant.paperNumber}`;
  return mac(keys.lookUp, `identity/${comparable(identity)}`);
}
