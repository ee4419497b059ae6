import { createHash } from 'node:crypto';
import { ok, parseInstant, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Crypto, SigningKey } from '../crypto/provider.ts';
import type { Hash } from './merkle.ts';

/** What a checkpoint says (C2SP tlog-checkpoint, with the time as its one extension line). */
export interface Checkpoint {
  /** The log's name, which is also its key's. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** By the machine's clock when it was signed. */
  readonly at: Instant;
}

/** A name and a public key, as witnesses and verifiers write them down: `name+hash+base64`. */
export interface VerifierKey {
  readonly name: string;
  /** The first four bytes that bind name, algorithm and key; hexadecimal. */
  readonly id: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly text: string;
}

const ED25519 = 1;
/** Ed25519 over a statement of when the note was seen (C2SP tlog-cosignature). */
const COSIGNATURE = 4;
export type SignatureKind = typeof ED25519 | typeof COSIGNATURE;
export const signatureKinds = { log: ED25519, witness: COSIGNATURE } as const;

/** What stands before the 32 bytes in a SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

export function verifierKey(name: string, publicKey: Uint8Array, kind: SignatureKind = ED25519): VerifierKey {
  const raw = publicKey.length === 32 ? publicKey : publicKey.slice(SPKI.length);
  const typed = Buffer.concat([Uint8Array.of(kind), raw]);
  const id = createHash('sha256').update(`${name}\n`, 'utf8').update(typed).digest('hex').slice(0, 8);
  return { name, id, publicKey: raw, text: `${name}+${id}+${base64(typed)}` };
}

/** Reads `name+hash+base64`; undefined where it is not one or where the hash is not its own. */
export function parseVerifierKey(text: string): (VerifierKey & { readonly kind: SignatureKind }) | undefined {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const typed = new Uint8Array(Buffer.from(encoded, 'base64'));
  const kind = typed[0];
  if (typed.length !== 33 || (kind !== ED25519 && kind !== COSIGNATURE)) return undefined;
  const key = verifierKey(name, typed.slice(1), kind);
  return key.id === id ? { ...key, kind } : undefined;
}

/** The text that is signed; ends with a line break. */
function checkpointText({ origin, size, root, at }: Checkpoint): string {
  return `${origin}\n${String(size)}\n${base64(root)}\ntime ${at}\n`;
}

/** The checkpoint with its signature: what is kept, sent and printed. */
export async function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): Promise<string> {
  const text = checkpointText(checkpoint);
  const { id } = verifierKey(checkpoint.origin, key.publicKey);
  return `${text}\n${signatureLine(checkpoint.origin, id, await key.sign(bytesOf(text)))}`;
}

function signatureLine(name: string, id: string, signature: Uint8Array): string {
  return `— ${name} ${base64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}\n`;
}

/** A witness's line under a note: that it saw this text at that second and that it grew from what it saw before. */
export async function cosign(text: string, name: string, key: SigningKey, seconds: number): Promise<string> {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const { id } = verifierKey(name, key.publicKey, COSIGNATURE);
  const signature = await key.sign(bytesOf(cosignedText(text, seconds)));
  return signatureLine(name, id, Buffer.concat([time, signature]));
}

const cosignedText = (text: string, seconds: number): string => `cosignature/v1\ntime ${String(seconds)}\n${text}`;

export type NoteFault = 'malformed' | 'other_log' | 'not_signed';

/** Reads a note and checks that the log of this key signed it. */
export function openNote(
  note: string,
  key: VerifierKey,
  crypto: Pick<Crypto, 'verify'>,
): Result<Checkpoint & { readonly text: string }, NoteFault> {
  const read = readNote(note);
  if (read === undefined) return refuse('malformed');
  if (read.origin !== key.name) return refuse('other_log');
  const signed = signaturesOf(note).some(({ name, id, signature }) => {
    const mine = name === key.name && id === key.id && signature.length === 64;
    return mine && crypto.verify({ publicKey: spkiOf(key), data: bytesOf(read.text), signature });
  });
  return signed ? ok(read) : refuse('not_signed');
}

/** Whether this line is that witness's signature under the text of the note. */
export function isCosigned(note: string, line: string, key: VerifierKey, crypto: Pick<Crypto, 'verify'>): boolean {
  const text = readNote(note)?.text;
  const found = signaturesOf(`\n${line}`).find(({ name, id }) => name === key.name && id === key.id);
  if (text === undefined || found === undefined || found.signature.length !== 72) return false;
  const seconds = Number(Buffer.from(found.signature.slice(0, 8)).readBigUInt64BE());
  const data = bytesOf(cosignedText(text, seconds));
  return crypto.verify({ publicKey: spkiOf(key), data, signature: found.signature.slice(8) });
}

const spkiOf = ({ publicKey }: VerifierKey): Uint8Array => new Uint8Array(Buffer.concat([SPKI, publicKey]));

/** What a note says, whoever signed it; undefined where it is no checkpoint of ours. */
export function readNote(note: string): (Checkpoint & { readonly text: string }) | undefined {
  const form = /^(([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\ntime ([^\n]+)\n)\n— /;
  const [, text, origin, size, root, time] = form.exec(note) ?? [];
  if (text === undefined || origin === undefined || root === undefined) return undefined;
  const at = parseInstant(time ?? '');
  if (!at.ok) return undefined;
  return { text, origin, size: Number(size), root: new Uint8Array(Buffer.from(root, 'base64')), at: at.value };
}

interface Signature {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

function signaturesOf(note: string): readonly Signature[] {
  return [...note.matchAll(/^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/gm)].map(([, name = '', encoded = '']) => {
    const bytes = new Uint8Array(Buffer.from(encoded, 'base64'));
    return { name, id: Buffer.from(bytes.slice(0, 4)).toString('hex'), signature: bytes.slice(4) };
  });
}
