import { newCommandId } from '../commandId.ts';
import { seal, unseal } from './seal.ts';
import type { Kept, Shelf } from './shelf.ts';

/** What was typed in one form, by the form's name. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  readonly savedAt: string;
}

/** One person's unsent typing at this computer. Reading is instant; what is kept here is sealed on the shelf. */
export interface Drafts {
  readonly read: (name: string) => Draft | undefined;
  /** The newest first. */
  readonly under: (prefix: string) => readonly Draft[];
  /** Says when it was kept; undefined when this computer keeps nothing. */
  readonly keep: (name: string, text: string) => Promise<string | undefined>;
  readonly drop: (name: string) => void;
}

interface Entry extends Draft {
  readonly id: string;
}

/** What nobody came back to, of anybody at this computer: people's data does not stay on it for good. */
const ABANDONED_MS = 3 * 86_400_000;

const now = (): string => new Date().toISOString();
const isOld = ({ savedAt }: Kept): boolean => !(Date.parse(now()) - Date.parse(savedAt) < ABANDONED_MS);

function entryOf(kept: Kept, key: string): Entry | undefined {
  const text = unseal(kept.sealed, key, kept.owner);
  const at = text?.indexOf('\n') ?? -1;
  if (text === undefined || at === -1) return undefined;
  return { id: kept.id, savedAt: kept.savedAt, name: text.slice(0, at), text: text.slice(at + 1) };
}

/** Takes the person's own drafts off the shelf, and throws away what is too old or can no longer be opened. */
async function unpack(shelf: Shelf, key: string, owner: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const kept of await shelf.all()) {
    const mine = kept.owner === owner;
    const entry = mine && !isOld(kept) ? entryOf(kept, key) : undefined;
    if (entry !== undefined) entries.set(entry.name, entry);
    else if (mine || isOld(kept)) await shelf.remove(kept.id);
  }
  return entries;
}

interface Owner {
  /** 256 bits in hexadecimal, as the server gave it to this person's session. */
  readonly key: string;
  readonly owner: string;
}

/** Opens the drafts of the person signed in; those of others stay sealed where they are. */
export async function openDrafts(shelf: Shelf, { key, owner }: Owner): Promise<Drafts> {
  const entries = await unpack(shelf, key, owner).catch(() => new Map<string, Entry>());
  return {
    read: (name) => entries.get(name),
    under: (prefix) =>
      [...entries.values()]
        .filter(({ name }) => name.startsWith(prefix))
        .toSorted((left, right) => (left.savedAt < right.savedAt ? 1 : -1)),
    keep: async (name, text) => {
      const entry = { id: entries.get(name)?.id ?? newCommandId(), name, text, savedAt: now() };
      entries.set(name, entry);
      const sealed = seal(`${name}\n${text}`, key, owner);
      return shelf.put({ id: entry.id, owner, savedAt: entry.savedAt, sealed }).then(
        () => entry.savedAt,
        () => undefined,
      );
    },
    drop: (name) => {
      const entry = entries.get(name);
      entries.delete(name);
      if (entry !== undefined) void shelf.remove(entry.id).catch(() => undefined);
    },
  };
}
