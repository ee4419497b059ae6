import type { GuideEntry } from '../guideEntry.ts';
import { isBasicCode } from '../codes.ts';
import { isCreditCode } from '../../people/index.ts';
import type { ItemFinding } from './findings.ts';

/** What is said of entries known only from a published list. */
const entryRules = {
  entry_incomplete: {
    article: '行政许可法第三十条',
    zh: '仅有名称：条件、数量、程序、期限、材料、示范文本未公示',
    en: 'Only its name is known: conditions, number, procedure, limits, materials and sample form are not published',
    mend: { zh: '在事项编辑中补齐后发布', en: 'Complete it in the editor and publish it' },
  },
  entry_body_missing: {
    article: 'GB/T 39554.1',
    zh: '没有实施主体统一社会信用代码',
    en: 'The implementing body has no credit code',
    mend: { zh: '补充18位统一社会信用代码', en: 'Add the credit code of 18 characters' },
  },
  entry_code_local: {
    article: 'GB/T 39554.1',
    zh: '只有地方编码，没有国家基本编码：{}',
    en: 'There is a local code only, no national basic code: {}',
    mend: {
      zh: '对照国家基本目录补充12位基本编码',
      en: 'Add the basic code of 12 characters from the national catalogue',
    },
  },
  entry_name_twice: {
    article: 'GB/T 39554.1',
    zh: '同一部门有同名事项：{}',
    en: 'The department has another item of this name: {}',
    mend: { zh: '合并，或者在名称中写出区别', en: 'Merge them, or say in the name how they differ' },
  },
} as const;
export type EntryRule = keyof typeof entryRules;
export interface EntryFinding extends Omit<ItemFinding, 'rule'> {
  readonly rule: EntryRule;
}

/** What a list does not say of an entry. All are warnings: the list is what it is, and the entry is shown as incomplete. */
export function checkEntry(entry: GuideEntry, others: ReadonlySet<string>): readonly EntryFinding[] {
  const { codes, name, authority } = entry;
  const found: readonly (readonly [boolean, string, EntryRule, string])[] = [
    [true, 'availability', 'entry_incomplete', ''],
    [codes.body === undefined || !isCreditCode(codes.body), 'codes.body', 'entry_body_missing', ''],
    [!isBasicCode(codes.catalogue ?? ''), 'codes.catalogue', 'entry_code_local', codes.catalogue ?? codes.local],
    [others.has(`${authority}\n${name}`), 'name', 'entry_name_twice', name],
  ];
  return found.filter(([holds]) => holds).map(([, field, rule, about]) => entryFinding(field, rule, about));
}

function entryFinding(field: string, rule: EntryRule, about: string): EntryFinding {
  const { zh, en, article, mend } = entryRules[rule];
  const words = { zh: zh.replace('{}', () => about), en: en.replace('{}', () => about) };
  return { field, rule, severity: 'warning', article, words, mend };
}
