import { canonicalJson, type Json } from '@yimen/kernel';
import type { GuideEntry } from '@yimen/core/catalogue';

export interface ImportPlan {
  readonly added: readonly GuideEntry[];
  /** With the version after the one that stands. */
  readonly changed: readonly GuideEntry[];
  readonly unchanged: number;
}

/** What a list says of an item, without when and how often it was published; equal text is an unchanged item. */
function contentOf({ version: _version, effectiveFrom: _from, effectiveTo: _to, ...content }: GuideEntry): string {
  return canonicalJson(content satisfies Json);
}

/**
 * What an import would do to what is published already: a second run of the same list, on whatever day, does nothing.
 * Entries that the list no longer has stay: a list that was cut short must not silence a hall.
 */
export function planImport(entries: readonly GuideEntry[], published: readonly GuideEntry[]): ImportPlan {
  const standing = new Map(published.map((entry) => [entry.id, entry]));
  const changed = entries.flatMap((entry) => {
    const before = standing.get(entry.id);
    if (before === undefined || contentOf(before) === contentOf(entry)) return [];
    return [{ ...entry, version: before.version + 1 }];
  });
  const added = entries.filter(({ id }) => !standing.has(id));
  return { added, changed, unchanged: entries.length - added.length - changed.length };
}
