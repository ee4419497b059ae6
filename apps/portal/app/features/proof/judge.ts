import type { EntryProof } from '@yimen/contract';
import { proofSides } from '@yimen/kernel';

export type Proved = NonNullable<EntryProof['proof']>;

/** One step of the way up: what is joined, on which side, and what comes of it; hexadecimal. */
export interface Step {
  readonly side: 'left' | 'right';
  readonly beside: string;
  readonly result: string;
}

/** What came of reckoning a proof again. `unable`: this program knows no Ed25519. */
export interface Judgement {
  readonly leaf: string;
  readonly steps: readonly Step[];
  /** Whether the way ends in the root that was signed. */
  readonly reaches: boolean;
  readonly signature: 'valid' | 'invalid' | 'unable';
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A checkpoint as C2SP writes it: name, entries, root, time; then the lines of signatures. */
const NOTE = /^(([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\n(?:time [^\n]+\n)?)\n((?:— [^\n]+\n)+)$/;
/** A key as witnesses write it down: name, what binds it, and the key itself. */
const KEY = /^([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)$/;
/** A signature is preceded by four bytes that name its key; a key by one that names its kind. */
const KEY_ID = 4;
const KEY_KIND = 1;

/** Whether this program can reckon hashes at all: a browser does so only on a page that came over a secure connection. */
export const canJudge = (): boolean => typeof globalThis.crypto?.subtle !== 'undefined';

/**
 * Reckons the way from an entry's hash to the signed root (RFC 6962) and checks the signature under it. The same lines run
 * on the portal's server, for a page without scripts, and again in the reader's browser, which believes nobody.
 */
export async function judge(hash: string, proof: Proved): Promise<Judgement> {
  const [, text = '', , size, root = '', lines = ''] = NOTE.exec(proof.note) ?? [];
  const leaf = await sha256(Uint8Array.of(0), fromHex(hash));
  const steps = await climb(leaf, proof);
  const top = steps === undefined ? undefined : (steps.at(-1)?.result ?? hex(leaf));
  return {
    leaf: hex(leaf),
    steps: steps ?? [],
    reaches: Number(size) === proof.size && top === hex(fromBase64(root)),
    signature: await signed(text, lines, proof.verifierKey),
  };
}

async function climb(leaf: Bytes, { index, size, path }: Proved): Promise<readonly Step[] | undefined> {
  const sides = proofSides({ index, size, length: path.length });
  if (sides === undefined) return undefined;
  const steps: Step[] = [];
  let below = leaf;
  for (const [at, side] of sides.entries()) {
    const beside = fromBase64(path[at] ?? '');
    below = await (side === 'left' ? sha256(Uint8Array.of(1), beside, below) : sha256(Uint8Array.of(1), below, beside));
    steps.push({ side, beside: hex(beside), result: hex(below) });
  }
  return steps;
}

/** Whether the key signed the text in one of these lines. */
async function signed(text: string, lines: string, verifierKey: string): Promise<Judgement['signature']> {
  const [, name = '', encoded = ''] = KEY.exec(verifierKey) ?? [];
  const line = lines.split('\n').find((one) => one.startsWith(`— ${name} `));
  const signature = fromBase64(line?.split(' ')[2] ?? '').slice(KEY_ID);
  const raw = fromBase64(encoded).slice(KEY_KIND);
  if (raw.length !== 32 || signature.length !== 64) return 'invalid';
  try {
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return (await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(text)))
      ? 'valid'
      : 'invalid';
  } catch {
    return 'unable';
  }
}

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(parts.flatMap((part) => [...part]))));
}

const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Nothing where it is not base64. */
function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
  } catch {
    return new Uint8Array();
  }
}
