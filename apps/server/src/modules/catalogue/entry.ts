import { createHash } from 'node:crypto';
import { isGuideEntry, type PublishedItem, type ServiceItem } from '@yimen/core/catalogue';
import { canonicalJson, type Json } from '@yimen/kernel';

/** Everything of Art. 30 is known of it; whether applications are taken is said by its `availability`. */
export function isFull(entry: PublishedItem): entry is ServiceItem {
  return !isGuideEntry(entry);
}

/** SHA-256 of what an entry says, whatever its version and dates. */
export function contentHash(entry: PublishedItem): Buffer {
  const { version: _version, effectiveFrom: _from, effectiveTo: _to, ...content } = entry;
  return hashOfJson(content);
}

/** SHA-256 of canonical JSON, as the ledger hashes; throws on what JSON cannot carry. */
export function hashOfJson(value: object): Buffer {
  // Every member of a published item is JSON; the types of the core just do not say so with an index signature.
  return createHash('sha256')
    .update(canonicalJson(value as unknown as Json))
    .digest();
}
