import { ok, type Day, type Result } from '@yimen/kernel';
import type { Words } from '../words.ts';
import { no, type AccountabilityRefusal } from './refusals.ts';

/** What a kind of misconduct has to do with: the headings of the dictionary. */
export type MisconductField = 'setting' | 'receiving' | 'examining' | 'deciding' | 'fees' | 'integrity' | 'supervising';
export const misconductFields: { readonly [F in MisconductField]: Words } = {
  setting: { zh: '设定', en: 'setting licences' },
  receiving: { zh: '受理', en: 'receiving' },
  examining: { zh: '审查', en: 'examining' },
  deciding: { zh: '决定', en: 'deciding' },
  fees: { zh: '收费', en: 'fees' },
  integrity: { zh: '廉洁', en: 'integrity' },
  supervising: { zh: '监管', en: 'supervising' },
};

/** One kind of misconduct, with the articles somebody is held to account by. */
export interface Misconduct {
  readonly code: string;
  readonly field: MisconductField;
  readonly name: Words;
  /** 《中华人民共和国行政许可法》第七十二条第一项 …; never empty. */
  readonly article: string;
}

/** The kinds in force from a day on. A place lays down its own; cases opened before keep the words they were opened under. */
export interface MisconductDictionary {
  readonly from: Day;
  /** Where it comes from: the law, a document of the place. */
  readonly source: string;
  readonly kinds: readonly Misconduct[];
}

const blank = (text: string): boolean => text.trim() === '';

/** A dictionary that may be laid down today: each kind once, with a name and an article, and none that reaches back. */
export function checkDictionary(
  dictionary: MisconductDictionary,
  today: Day,
): Result<MisconductDictionary, AccountabilityRefusal> {
  const { from, kinds } = dictionary;
  if (kinds.length === 0) return no('dictionary_empty', 'kinds');
  if (from < today) return no('dictionary_back', 'from');
  const codes = kinds.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) return no('dictionary_code_twice', 'kinds', twice);
  const nameless = kinds.find(({ name }) => blank(name.zh));
  if (nameless !== undefined) return no('dictionary_name_missing', 'kinds', nameless.code);
  const lawless = kinds.find(({ article }) => blank(article));
  return lawless === undefined ? ok(dictionary) : no('dictionary_article_missing', 'kinds', lawless.code);
}

/** The dictionary in force on a day: the one that began last; undefined before the first. */
export function dictionaryOn(dictionaries: readonly MisconductDictionary[], on: Day): MisconductDictionary | undefined {
  return dictionaries
    .filter(({ from }) => from <= on)
    .reduce<MisconductDictionary | undefined>(
      (last, one) => (last === undefined || one.from >= last.from ? one : last),
      undefined,
    );
}
