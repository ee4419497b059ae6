import type { Applicant } from '@yimen/core/casework';
import { mac, type CaseKeys } from './secrets.ts';

/** 王*; the name of an organisation is public and stays whole. */
export function maskedName(applicant: Applicant): string {
  if (applicant.kind === 'organisation') return applicant.name;
  return `${Array.from(applicant.name)[0] ?? ''}*`;
}

/** 410108********0017: enough for the holder to know it again, too little for anybody else. */
export function maskedPaper(paperNumber: string): string {
  const characters = Array.from(paperNumber);
  const [head, tail] = characters.length > 10 ? [6, 4] : [1, 1];
  const hidden = Math.max(characters.length - head - tail, 1);
  return [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(-tail)].join('');
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
