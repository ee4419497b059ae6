import {
  checkEntry,
  checkItem,
  isGuideEntry,
  type EntryFinding,
  type GuideEntry,
  type ItemFinding,
  type PublishedItem,
} from '@yimen/core/catalogue';
import { readFeel } from '../../platform/feel/index.ts';

export interface LintedItem {
  readonly item: PublishedItem;
  readonly findings: readonly (ItemFinding | EntryFinding)[];
}

/** Every item with everything the lint finds of it. */
export function lintItems(items: readonly PublishedItem[]): readonly LintedItem[] {
  const twice = namesTwice(items.filter(isGuideEntry));
  return items.map((item) => ({
    item,
    findings: isGuideEntry(item) ? checkEntry(item, twice) : checkItem(item, readFeel),
  }));
}

function namesTwice(entries: readonly GuideEntry[]): ReadonlySet<string> {
  const groups = Map.groupBy(entries, ({ authority, name }) => `${authority}\n${name}`);
  return new Set([...groups].filter(([, same]) => same.length > 1).map(([key]) => key));
}
