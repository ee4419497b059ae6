/** What a form has not been able to save yet. It is removed the moment the server has it: others may use this device. */
export interface Unsaved {
  readonly fields: Readonly<Record<string, string>>;
  /** The save the page was loaded at, so that another device's later typing is noticed. */
  readonly base: number;
  readonly at: number;
}

const DATABASE = 'yimen';
const STORE = 'unsaved';
const MONTH_MS = 30 * 86_400_000;

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return promised(request);
}

let opened: Promise<IDBDatabase> | undefined;

/** IndexedDB, not local storage: what it has taken survives a killed browser. A browser without one keeps nothing here. */
async function using<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await (opened ??= open());
    return await promised(work(database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE)));
  } catch {
    return undefined;
  }
}

/** Remembers, or forgets what is empty. */
export async function remember(key: string, unsaved: Unsaved): Promise<void> {
  const isEmpty = Object.keys(unsaved.fields).length === 0;
  await (isEmpty
    ? using('readwrite', (store) => store.delete(key))
    : using('readwrite', (store) => store.put(unsaved, key)));
}

/** What this form could not save when it was last open; nothing older than a month. */
export async function recall(key: string): Promise<Unsaved | undefined> {
  const found = (await using('readonly', (store) => store.get(key))) as Unsaved | undefined;
  if (found === undefined || found.at > Date.now() - MONTH_MS) return found;
  await using('readwrite', (store) => store.delete(key));
  return undefined;
}
