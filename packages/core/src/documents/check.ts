import { ok, refuse, type Brand, type Result } from '@yimen/kernel';
import type { PaperContent } from './content.ts';
import type { PaperKind } from './kinds.ts';
import { lawfulnessProblems } from './lawfulness.ts';
import { isBlank } from './blank.ts';
import type { PaperRefusal } from './refusal.ts';
import { paperRules, sealWords } from './rules.ts';
import type { IssuerRole } from './parts.ts';

/** Content that may go on paper; only {@link checkPaper} makes it, and a renderer takes nothing else. */
export type CheckedPaper = Brand<PaperContent, 'CheckedPaper'>;

/** The first thing that forbids this paper, or the paper. {@link paperProblems} lists them all. */
export function checkPaper(content: PaperContent): Result<CheckedPaper, PaperRefusal> {
  const [first] = paperProblems(content);
  return first === undefined ? ok(content as CheckedPaper) : refuse(first);
}

/** Everything that forbids this paper: who makes it, whose seal, what is missing, what the law does not allow. */
export function paperProblems(content: PaperContent): readonly PaperRefusal[] {
  const head = headProblems(content);
  const absent = missingFields(content);
  // What is absent cannot be judged.
  return absent.length > 0 ? [...head, ...absent] : [...head, ...lawfulnessProblems(content)];
}

const ISSUERS = {
  authority: { zh: '作出决定的行政机关', en: 'the deciding authority' },
  centre: { zh: '政务服务中心', en: 'the centre' },
  applicant: { zh: '申请人', en: 'the applicant' },
} as const satisfies Record<IssuerRole, { readonly zh: string; readonly en: string }>;

function headProblems(content: PaperContent): readonly PaperRefusal[] {
  const { issuer, number, kind } = content;
  const rule = paperRules[kind];
  const article = rule.basis;
  const problems: PaperRefusal[] = [];
  if (issuer.role !== rule.issuer) {
    const { zh, en } = ISSUERS[rule.issuer];
    problems.push({
      code: 'wrong_issuer',
      field: 'issuer',
      article,
      words: { zh: `“${titleOf(kind)}”只能以${zh}的名义制作`, en: `${rule.en} is made in the name of ${en} only` },
    });
  }
  if (!hasRightSeal(content)) {
    const zh =
      rule.seal === 'none'
        ? '不盖章'
        : `应当加盖本单位${sealWords[rule.seal].zh === '' ? '印章' : sealWords[rule.seal].zh}`;
    const en = rule.seal === 'none' ? 'bears no seal' : `bears the issuer’s ${sealWords[rule.seal].en}`;
    problems.push({
      code: 'wrong_seal',
      field: 'seal',
      article,
      words: { zh: `“${titleOf(kind)}”${zh}，不得加盖其他单位或者其他用途的印章`, en: `${rule.en} ${en} and no other` },
    });
  }
  if ((rule.nature === null) !== (number === null)) {
    const words =
      rule.nature === null ? { zh: '不编文号', en: 'bears no number' } : { zh: '应当编文号', en: 'must be numbered' };
    problems.push({
      code: 'wrong_number',
      field: 'number',
      article: '《党政机关公文格式》（GB/T 9704-2012）7.2.5',
      words: { zh: `“${titleOf(kind)}”${words.zh}`, en: `${rule.en} ${words.en}` },
    });
  }
  return [...problems, ...blankHead(content)];
}

function hasRightSeal({ kind, issuer, seal }: PaperContent): boolean {
  const expected = paperRules[kind].seal;
  if (seal === null) return expected === 'none';
  return seal.kind === expected && seal.holder.role === issuer.role && seal.holder.name === issuer.name;
}

const titleOf = (kind: PaperKind): string => paperRules[kind].zh.licence;

function blankHead(content: PaperContent): readonly PaperRefusal[] {
  const article = '《中华人民共和国行政许可法》第三十二条第二款';
  return [
    { field: 'issuer.name', zh: '制作机关', en: 'issuer', value: content.issuer.name },
    { field: 'addressee.name', zh: '申请人', en: 'addressee', value: content.addressee.name },
    { field: 'item.name', zh: '事项名称', en: 'item', value: content.item.name },
    { field: 'caseNumber', zh: '办件编号', en: 'case number', value: content.caseNumber },
    { field: 'issuedOn', zh: '日期', en: 'date', value: content.issuedOn },
  ]
    .filter(({ value }) => isBlank(value))
    .map(({ field, zh, en }) => missing(field, { zh, en }, article));
}

function missingFields(content: PaperContent): readonly PaperRefusal[] {
  return paperRules[content.kind].mandatory
    .filter(({ field }) => isBlank(memberOf(content, field)))
    .map(({ field, zh, en, article }) => missing(field, { zh, en }, article));
}

const missing = (field: string, name: { readonly zh: string; readonly en: string }, article: string): PaperRefusal => ({
  code: 'missing',
  field,
  article,
  words: { zh: `缺少“${name.zh}”，不能制作`, en: `cannot be made without the ${name.en}` },
});

/** `remedies.court` → the member's value; `undefined` where there is none. */
function memberOf(content: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), content);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
