import type { AcceptedWarning } from '../item.ts';
import { mends } from './mends.ts';
import { itemRules, type ItemRule, type RuleWords } from './rules.ts';

/** One thing wrong with an item: where, by which rule and article, in words. */
export interface ItemFinding {
  /** Path in the item, `limits.promised`, `materials.2.name`. */
  readonly field: string;
  readonly rule: ItemRule;
  readonly severity: 'error' | 'warning';
  readonly article?: string;
  readonly words: { readonly zh: string; readonly en: string };
  /** What an editor could do about it. */
  readonly mend: { readonly zh: string; readonly en: string };
  /** Why a warning was left standing, by whom and when; it stays with the version. */
  readonly accepted?: AcceptedWarning;
}

type About = string | { readonly zh: string; readonly en: string };

export function finding(field: string, rule: ItemRule, about: About = ''): ItemFinding {
  const { severity, zh, en, article }: RuleWords = itemRules[rule];
  const said = typeof about === 'string' ? { zh: about, en: about } : about;
  // A function, because $ in what was found means something to replace.
  const words = { zh: zh.replace('{}', () => said.zh), en: en.replace('{}', () => said.en) };
  return { field, rule, severity, ...(article === undefined ? {} : { article }), words, mend: mends[rule] };
}

/** The finding, when the condition holds. */
export function foundWhen(wrong: boolean, field: string, rule: ItemRule, about?: string): readonly ItemFinding[] {
  return wrong ? [finding(field, rule, about)] : [];
}

export const isBlank = (text: string): boolean => text.trim() === '';

/** Whatever occurs more than once, once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
