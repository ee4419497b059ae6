import type { ItemKind, ServiceItem } from './item.ts';

/**
 * An item known only from a published list: its name, kind, department and codes, and nothing of limits, materials or
 * conditions. It is shown so that people learn who does it; nothing can be applied for by it, and nothing is filled in.
 */
export interface GuideEntry extends Pick<
  ServiceItem,
  'jurisdiction' | 'id' | 'version' | 'effectiveFrom' | 'effectiveTo' | 'name' | 'authority' | 'level'
> {
  readonly availability: 'guideOnly';
  readonly kind: ItemKind;
  /** The department's name as the list has it. */
  readonly authorityName: string;
  /** 主项, where the item is one of its sub-items. */
  readonly mainItem?: string;
  /** In the list's own scheme; `body` is the credit code of who carries it out, which may be a body under the department. */
  readonly codes: { readonly local: string; readonly catalogue?: string; readonly body?: string };
  /** Where the list points for the full guide. */
  readonly sourceUrl: string;
}

/** What a hall publishes: full items, and entries of lists. */
export type PublishedItem = ServiceItem | GuideEntry;

export function isGuideEntry(item: PublishedItem): item is GuideEntry {
  return !('procedure' in item);
}
