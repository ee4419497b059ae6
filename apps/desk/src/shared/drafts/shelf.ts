/** What lies on this computer: whose it is and when it was kept can be read, nothing else. */
export interface Kept {
  readonly id: string;
  readonly owner: string;
  readonly savedAt: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** A place for sealed drafts that outlives the page and the browser. */
export interface Shelf {
  readonly all: () => Promise<readonly Kept[]>;
  readonly put: (kept: Kept) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const NAME = 'yimen-desk';
const STORE = 'drafts';

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')));
  });
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }));
  return answered(request);
}

/** Strict: told to be on the disk before it says so, for plugs are pulled in halls. */
function change(database: IDBDatabase, with_: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the browser keeps nothing')));
    with_(transaction.objectStore(STORE));
  });
}

/** The browser's own database: unlike its simple storage it is written at once, and a killed browser keeps it. */
async function databaseShelf(): Promise<Shelf> {
  const database = await opened();
  return {
    all: () => answered(database.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<Kept[]>),
    put: (kept) => change(database, (store) => void store.put(kept)),
    remove: (id) => change(database, (store) => void store.delete(id)),
  };
}

const PREFIX = 'yimen.desk.draft.';
const text = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

function readKept(name: string): readonly Kept[] {
  const [owner, savedAt, sealed] = (localStorage.getItem(name) ?? '').split('|');
  if (owner === undefined || savedAt === undefined || sealed === undefined) return [];
  return [{ id: name.slice(PREFIX.length), owner, savedAt, sealed: bytesOf(sealed) }];
}

/** Where a hall's policy forbids the browser's database: the simple storage, sealed just the same. */
const simpleShelf: Shelf = {
  all: () =>
    Promise.resolve(
      Object.keys(localStorage)
        .filter((name) => name.startsWith(PREFIX))
        .flatMap(readKept),
    ),
  put: ({ id, owner, savedAt, sealed }) => {
    localStorage.setItem(PREFIX + id, [owner, savedAt, text(sealed)].join('|'));
    return Promise.resolve();
  },
  remove: (id) => {
    localStorage.removeItem(PREFIX + id);
    return Promise.resolve();
  },
};

export function openShelf(): Promise<Shelf> {
  if (!('indexedDB' in globalThis)) return Promise.resolve(simpleShelf);
  return databaseShelf().catch(() => simpleShelf);
}
