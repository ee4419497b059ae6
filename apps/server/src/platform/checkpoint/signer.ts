import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Crypto, SigningKey } from '../crypto/provider.ts';

/** The key and the memory of whoever signs for the log; both lie outside the database, where its superuser has no say. */
export interface Signer {
  readonly openKey: () => Promise<SigningKey | null>;
  readonly createKey: () => Promise<SigningKey>;
  /** The last note that was signed, whatever the database says. */
  readonly lastNote: () => Promise<string | undefined>;
  /** On the disk before the note is given to anybody. */
  readonly remember: (note: string) => Promise<void>;
  readonly verify: Crypto['verify'];
}

export interface SignerParts {
  readonly crypto: Pick<Crypto, 'createKey' | 'openKey' | 'verify'>;
  /** Where the last note is kept, beside the key. */
  readonly folder: string;
}

const KEY = 'checkpoint';
const NOTE = 'checkpoint.note';

export function createSigner({ crypto, folder }: SignerParts): Signer {
  const path = join(folder, NOTE);
  return {
    openKey: () => crypto.openKey(KEY),
    createKey: () => crypto.createKey(KEY, 'ed25519'),
    lastNote: () => readIfThere(path),
    remember: async (note) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(path, note);
    },
    verify: crypto.verify,
  };
}

/** Beside, synced, renamed: after a power cut the file is the old one or the new one. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.new`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
