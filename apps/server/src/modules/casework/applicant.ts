import type { Agent, Applicant, CaseFact } from '@yimen/core/casework';
import { maskedNumber, type Keeper } from '../../platform/personal/index.ts';
import type { CaseKey } from './tracking.ts';

/** 王*; the name of an organisation is public and stays whole. */
export function maskedName(applicant: Applicant): string {
  if (applicant.kind === 'organisation') return applicant.name;
  return `${Array.from(applicant.name)[0] ?? ''}*`;
}

/** What sealed values of a case are bound to. */
export const placeOf = ({ jurisdiction, caseId }: CaseKey): string => `case:${jurisdiction}/${caseId}`;

/** The fact as it is stored: hashed, folded and projected in this form, so that no number rests in the open anywhere. */
export function sealedFact(keeper: Keeper, key: CaseKey, fact: CaseFact): CaseFact {
  const place = placeOf(key);
  if (fact.type !== 'applicationFiled') return keeper.sealWithin(fact, place);
  const applicant = overNumbers(fact.applicant, (number) => keeper.seal(number, place));
  return keeper.sealWithin({ ...fact, applicant }, place);
}

/** The applicant in the clear: for papers, and for a reveal that is on record. */
export function openApplicant(keeper: Keeper, key: CaseKey, applicant: Applicant): Applicant {
  return keeper.openWithin(applicant, placeOf(key));
}

/** The applicant as screens show them. */
export function maskedApplicant(keeper: Keeper, key: CaseKey, applicant: Applicant): Applicant {
  const numbers = overNumbers(openApplicant(keeper, key, applicant), maskedNumber);
  return keeper.maskWithin(numbers, placeOf(key));
}

/** A line of a case as screens show it. */
export const maskOf =
  ({ keeper }: { readonly keeper: Keeper }, key: CaseKey) =>
  (line: string): string =>
    keeper.mask(line, placeOf(key));

/** Every identity number and phone of an application; a credit code is public and no person's. */
function overNumbers(applicant: Applicant, change: (number: string) => string): Applicant {
  const { agent } = applicant;
  const both = {
    phone: change(applicant.phone),
    ...(agent === undefined ? {} : { agent: agentOver(agent, change) }),
  };
  return applicant.kind === 'organisation'
    ? { ...applicant, ...both }
    : { ...applicant, ...both, paperNumber: change(applicant.paperNumber) };
}

const agentOver = (agent: Agent, change: (number: string) => string): Agent => ({
  ...agent,
  paperNumber: change(agent.paperNumber),
  phone: change(agent.phone),
});

/** Names and numbers as they are compared: without blanks and hyphens of phones, full-width and capitals made plain. */
const comparable = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '');

export function nameHash(keeper: Keeper, name: string): Buffer {
  return keeper.index(`name/${comparable(name)}`);
}

/** One person, whatever case it is: by the paper for people, by the credit code for organisations. */
export function identityHash(keeper: Keeper, key: CaseKey, stored: Applicant): Buffer {
  const applicant = openApplicant(keeper, key, stored);
  const identity =
    applicant.kind === 'organisation' ? `code/${applicant.creditCode}` : `${applicant.paper}/${applicant.paperNumber}`;
  return keeper.index(`identity/${comparable(identity)}`);
}

/** Digits enough for an identity number, a credit code or a phone; a name may have as many. */
export const isNumber = (typed: string): boolean => (typed.normalize('NFKC').match(/\d/g) ?? []).length >= 5;

/** A number somebody types to find a case by: an identity number, a credit code or a phone, whichever it is. */
export function numberHash(keeper: Keeper, typed: string): Buffer {
  return keeper.index(`number/${comparable(typed).replaceAll('-', '')}`);
}

/** Everything by which a case can be looked up beside its own number and the applicant's name. */
export function lookUpHashes(keeper: Keeper, key: CaseKey, stored: Applicant): readonly Buffer[] {
  const applicant = openApplicant(keeper, key, stored);
  const own = applicant.kind === 'organisation' ? applicant.creditCode : applicant.paperNumber;
  const { agent } = applicant;
  const numbers = [own, applicant.phone, ...(agent === undefined ? [] : [agent.paperNumber, agent.phone])];
  return [...new Set(numbers)].map((number) => numberHash(keeper, number));
}

/** By what supervision tells applicants apart without knowing them: keyed hashes of the identity and of the phone, hex. */
export function subjectHashes(
  keeper: Keeper,
  key: CaseKey,
  stored: Applicant,
): { readonly identity: string; readonly phone: string } {
  const { phone } = openApplicant(keeper, key, stored);
  return {
    identity: identityHash(keeper, key, stored).toString('hex'),
    phone: keeper.index(`supervision-phone/${comparable(phone)}`).toString('hex'),
  };
}
