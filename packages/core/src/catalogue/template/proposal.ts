import type { Json } from '@yimen/kernel';
import { diffItems, type ItemChange } from '../diff/diffItems.ts';
import type { ServiceItem } from '../item.ts';
import { toJson } from '../jsonPaths.ts';
import { mergeJson, type MergeConflict } from '../merge.ts';
import { underTemplate } from './adopt.ts';
import { templateRole } from './parts.ts';

/** What a new version of a template means for an item that was taken from an older one. */
export interface UpstreamProposal {
  /** What the template changed, without what is every hall's own. */
  readonly changes: readonly ItemChange[];
  /** The item with it, its local differences kept where they are still lawful. */
  readonly content: Json | undefined;
  /** What both changed; the content has the template's. */
  readonly conflicts: readonly MergeConflict[];
}

/** What a template changed that concerns the halls below; empty where only its own telephone or counter did. */
export function templateChanges(before: ServiceItem, after: ServiceItem): readonly ItemChange[] {
  return diffItems(before, after).filter(({ field }) => !['own', 'local'].includes(templateRole(field)));
}

/**
 * Joins an item with the new version of its template, from the version it rests on: a three-way merge in which what is
 * local, and what is better for the citizen than the new version, stays the item's.
 */
export function upstreamProposal(before: ServiceItem, after: ServiceItem, item: ServiceItem): UpstreamProposal {
  const merged = mergeJson({
    base: underTemplate(before, item),
    mine: toJson(item),
    theirs: underTemplate(after, item),
  });
  return { changes: templateChanges(before, after), content: merged.value, conflicts: merged.conflicts };
}
