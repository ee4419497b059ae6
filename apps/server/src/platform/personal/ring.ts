import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '@yimen/kernel';
import { z } from 'zod';
import { cipherNames, type CipherName, type Crypto } from '../crypto/index.ts';

/** Keys that only derive: hashes for looking people up, query codes, tracking tokens. They are not rotated. */
const secretNames = ['lookUp', 'queryCode', 'tracking'] as const;
export type SecretName = (typeof secretNames)[number];
type Secrets = Readonly<Record<SecretName, Uint8Array>>;

export interface SealingKey {
  readonly id: string;
  readonly algorithm: CipherName;
  readonly key: Uint8Array;
}

/** The keys of one installation, as its file has them now. */
export interface Ring {
  /** What new values are sealed with. */
  readonly current: () => SealingKey;
  readonly find: (id: string) => SealingKey | undefined;
  readonly ids: () => readonly string[];
  readonly secret: (name: SecretName) => Uint8Array;
}

const bytes = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')));
const shape = z.object({
  format: z.literal(1),
  sealing: z
    .array(z.object({ id: z.string().regex(/^k\d+$/), algorithm: z.enum(cipherNames), madeAt: z.string(), key: bytes }))
    .min(1),
  secrets: z.object({ lookUp: bytes, queryCode: bytes, tracking: bytes }),
});
type RingFile = z.infer<typeof shape>;

/** Another process may have rotated: the file is looked at again this often, and at once for a key not known. */
const LOOK_EVERY_MS = 5000;
const SECRET_BYTES = 32;

export const ringPath = (dataFolder: string): string => join(dataFolder, 'keys', 'personal.json');

export interface RingOptions {
  readonly path: string;
  readonly crypto: Crypto;
  readonly now: () => Instant;
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number;
  /** Secrets of an installation from before there was a ring; asked once, when the ring is made. */
  readonly earlier: () => Promise<Partial<Secrets>>;
}

/** Opens the key ring, making it at the first start; of two servers that start together both use the first one written. */
export async function openRing(options: RingOptions): Promise<Ring> {
  const { path, crypto, now, ticks } = options;
  if (!(await isThere(path))) {
    const earlier = await options.earlier();
    const secret = (name: SecretName): Uint8Array => earlier[name] ?? crypto.randomBytes(SECRET_BYTES);
    const sealing = [newKey(crypto, [], { algorithm: 'aes-256-gcm', madeAt: now() })];
    const secrets = { lookUp: secret('lookUp'), queryCode: secret('queryCode'), tracking: secret('tracking') };
    await putFirst(path, { format: 1, sealing, secrets });
  }
  return watched(path, ticks);
}

interface Wanted {
  readonly algorithm: CipherName;
  readonly madeAt: string;
}

function newKey(crypto: Crypto, before: readonly { readonly id: string }[], { algorithm, madeAt }: Wanted) {
  const serial = Math.max(0, ...before.map(({ id }) => Number(id.slice(1)))) + 1;
  const key = crypto.randomBytes(crypto.cipher(algorithm).keyBytes);
  return { id: `k${String(serial)}`, algorithm, madeAt, key } as const;
}

/** Adds a key for all new values and answers its id. Older keys stay: what they sealed must be readable. */
export async function rotateRing(path: string, crypto: Crypto, wanted: Wanted): Promise<string> {
  const ring = parse(await readFile(path, 'utf8'));
  const key = newKey(crypto, ring.sealing, wanted);
  const beside = await writeBeside(path, { ...ring, sealing: [...ring.sealing, key] });
  await rename(beside, path);
  return key.id;
}

function watched(path: string, ticks: () => number): Ring {
  // The version first: what is put in its place meanwhile is then seen at the next look.
  const read = () => ({ changed: versionOf(path), file: parse(readFileSync(path, 'utf8')), at: ticks() });
  let seen = read();
  const look = (): void => {
    const changed = versionOf(path) ?? seen.changed;
    seen = changed === seen.changed ? { ...seen, at: ticks() } : read();
  };
  const fresh = (): RingFile => {
    if (ticks() - seen.at > LOOK_EVERY_MS) look();
    return seen.file;
  };
  const find = (id: string): SealingKey | undefined => seen.file.sealing.find((key) => key.id === id);
  return {
    current: () => lastOf(fresh()),
    find: (id) => {
      // Whatever the file's times say: a file replaced twice within one tick of the disk's clock looks unchanged.
      if (find(id) === undefined && versionOf(path) !== undefined) seen = read();
      return find(id);
    },
    ids: () => seen.file.sealing.map(({ id }) => id),
    secret: (name) => seen.file.secrets[name],
  };
}

/** Changes with the file: each rotation puts another one in its place. */
function versionOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : [found.mtimeMs, found.ino, found.size].join(' ');
}

function lastOf({ sealing }: RingFile): SealingKey {
  const last = sealing.at(-1);
  if (last === undefined) throw new Error('a key ring without keys');
  return last;
}

/** The text of the file never appears in an error: it is all secrets. */
function parse(text: string): RingFile {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Error('the key ring is damaged');
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await readFile(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** A link fails where the file is there already: the ring of whoever came first stands. */
async function putFirst(path: string, ring: RingFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = await writeBeside(path, ring);
  try {
    await link(beside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(beside);
  }
}

async function writeBeside(path: string, ring: RingFile): Promise<string> {
  const text = JSON.stringify(ring, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  const beside = `${path}.${randomUUID()}.new`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}
