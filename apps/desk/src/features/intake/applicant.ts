import { isCreditCode, isPaperNumber, type IdentityPaper } from '@yimen/core/people';
import type { Words } from '@yimen/ui';
import { missing, type FieldErrors, type FieldSpec, type Option, type Values } from '../../shared/forms/fields.ts';

const PAPERS: readonly (Option & { readonly value: IdentityPaper })[] = [
  { value: 'residentId', label: { zh: '居民身份证', en: 'Resident identity card' } },
  { value: 'passport', label: { zh: '护照', en: 'Passport' } },
  { value: 'hkMacaoPermit', label: { zh: '港澳居民来往内地通行证', en: 'Hong Kong/Macao travel permit' } },
  { value: 'taiwanPermit', label: { zh: '台湾居民来往大陆通行证', en: 'Taiwan travel permit' } },
  { value: 'hkMacaoTaiwanResidence', label: { zh: '港澳台居民居住证', en: 'Residence permit (HK, Macao, Taiwan)' } },
  { value: 'foreignPermanentResidence', label: { zh: '外国人永久居留身份证', en: "Foreigner's permanent residence" } },
];

const text = (name: string, zh: string, en: string, maxLength = 60): FieldSpec => ({
  name,
  label: { zh, en },
  kind: 'text',
  required: true,
  maxLength,
});

const papersOf = (prefix: string): readonly FieldSpec[] => [
  {
    name: `${prefix}paper`,
    label: { zh: '证件类型', en: 'Paper' },
    kind: 'choice',
    required: true,
    options: PAPERS,
  },
  text(`${prefix}paperNumber`, '证件号码', 'Paper number', 40),
];

const phone = (name: string): FieldSpec => text(name, '联系电话', 'Telephone', 30);
const address: FieldSpec = { ...text('address', '地址', 'Address', 200), required: false };

const PERSON: readonly FieldSpec[] = [text('name', '姓名', 'Name'), ...papersOf(''), phone('phone'), address];

const ORGANISATION: readonly FieldSpec[] = [
  text('name', '单位名称', 'Name', 120),
  text('creditCode', '统一社会信用代码', 'Unified social credit code', 18),
  text('legalRepresentative', '法定代表人（负责人）', 'Legal representative'),
  text('contactName', '联系人', 'Contact'),
  phone('phone'),
  address,
];

export const AGENT: readonly FieldSpec[] = [
  text('agent.name', '代理人姓名', "Agent's name"),
  ...papersOf('agent.'),
  phone('agent.phone'),
  text('agent.mandate', '委托事项与权限', 'Mandate and its scope', 200),
];

export type ApplicantKind = 'naturalPerson' | 'organisation';

export const kindOf = (typed: Values, serves: readonly ApplicantKind[]): ApplicantKind =>
  serves.find((kind) => kind === typed['kind']) ?? serves[0] ?? 'naturalPerson';

export const applicantFields = (kind: ApplicantKind): readonly FieldSpec[] =>
  kind === 'naturalPerson' ? PERSON : ORGANISATION;

/** Numbers are printed in capitals and without spaces, however they were typed or scanned. */
export const tidyNumber = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase();

export type NumberCheck = 'empty' | 'short' | 'right' | 'wrong';

function checkPaper(paper: IdentityPaper, number: string): NumberCheck {
  if (isPaperNumber(paper, number)) return 'right';
  return paper === 'residentId' && number.length < 18 ? 'short' : 'wrong';
}

function checkCreditCode(code: string): NumberCheck {
  if (code.length < 18) return 'short';
  return isCreditCode(code) ? 'right' : 'wrong';
}

/** Feedback while typing; only the numbers with a check digit have a length to wait for. */
export function checkNumber(name: string, typed: Values): NumberCheck {
  const number = tidyNumber(typed[name] ?? '');
  if (number === '') return 'empty';
  if (name === 'creditCode') return checkCreditCode(number);
  const paper = PAPERS.find(({ value }) => value === typed[name.replace('paperNumber', 'paper')])?.value;
  return paper === undefined ? 'empty' : checkPaper(paper, number);
}

const NUMBERS = ['paperNumber', 'creditCode', 'agent.paperNumber'];
export const isNumberField = (name: string): boolean => NUMBERS.includes(name);

const WRONG: Words = { zh: '号码校验不通过，请核对', en: 'The number fails its check; please compare it' };

/** Fields that are missing or whose number fails its check digit, by path. */
export function applicantErrors(typed: Values, kind: ApplicantKind): FieldErrors {
  const fields = [...applicantFields(kind), ...(typed['withAgent'] === 'yes' ? AGENT : [])];
  const wrong = fields
    .filter(({ name }) => isNumberField(name) && ['wrong', 'short'].includes(checkNumber(name, typed)))
    .map(({ name }) => [name, WRONG] as const);
  return { ...Object.fromEntries(wrong), ...missing(fields, typed) };
}

function picked(typed: Values, fields: readonly FieldSpec[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = (typed[name] ?? '').trim();
      const key = name.replace('agent.', '');
      return value === '' ? [] : [[key, isNumberField(name) ? tidyNumber(value) : value]];
    }),
  );
}

/** What is typed as the contract's applicant; it is parsed there. */
export function toApplicant(typed: Values, kind: ApplicantKind): unknown {
  const agent = typed['withAgent'] === 'yes' ? { agent: picked(typed, AGENT) } : {};
  return { kind, ...picked(typed, applicantFields(kind)), ...agent };
}
