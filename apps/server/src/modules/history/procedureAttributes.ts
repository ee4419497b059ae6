import type { HistoryCase } from '@yimen/core/history';

/** What a log says of the item version a case keeps, in XES and, with `case:` before it, in CSV. */
export const ITEM = 'yimen:item';
export const VERSION = 'yimen:version';

/** The item version a case keeps, out of what its log says; a log of somebody else says nothing. */
export function keptProcedure(itemId = '', version = ''): Pick<HistoryCase, 'procedure'> {
  return itemId !== '' && /^[1-9]\d{0,8}$/.test(version) ? { procedure: { itemId, version: Number(version) } } : {};
}
