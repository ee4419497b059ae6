import type { Guide, ItemSummary } from '@yimen/contract';
import { guideFacts, isGuideEntry, limitOf, themeOf, type GuideFacts, type PublishedItem } from '@yimen/core/catalogue';
import { hashOfJson } from './entry.ts';

type Names = ReadonlyMap<string, string>;

/** One line of a list of items. */
export function summaryOf(entry: PublishedItem, authorities: Names, matched: readonly string[] = []): ItemSummary {
  const known = {
    jurisdiction: entry.jurisdiction,
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    theme: themeOf(entry),
    authorityName: authorities.get(entry.authority) ?? entry.authority,
    availability: entry.availability,
    matched: [...matched],
  };
  if (isGuideEntry(entry)) return known;
  const { handling, limits } = entry;
  return { ...known, handling, statutory: limitOf(limits.statutory), promised: limitOf(limits.promised) };
}

/** The facts of a version with their hash: what web, paper, touch screen and open data are made of. */
export function guideOf(entry: PublishedItem, authorities: Names): Guide {
  const facts = guideFacts(entry, authorities);
  return { ...facts, hash: guideHash(facts) };
}

/** SHA-256 of the canonical JSON of the facts, in hexadecimal, as the ledger hashes. */
function guideHash(facts: GuideFacts): string {
  return hashOfJson(facts).toString('hex');
}
