import { checkItem, type ItemFinding, type ServiceItem } from '@yimen/core/catalogue';
import { readFeel } from '../../../platform/feel/index.ts';
import type { Db } from '../../../platform/shell.ts';
import { templateOf } from './store.ts';

/** Everything the lint finds in an item, with what its template does not allow where it was adopted. */
export async function findingsOf(db: Db, item: ServiceItem): Promise<readonly ItemFinding[]> {
  const { jurisdiction, id: itemId } = item;
  return checkItem(item, readFeel, await templateOf(db, { jurisdiction, itemId }));
}

/** What of it bars publishing. */
export async function errorsOf(db: Db, item: ServiceItem): Promise<readonly ItemFinding[]> {
  return (await findingsOf(db, item)).filter(({ severity }) => severity === 'error');
}
