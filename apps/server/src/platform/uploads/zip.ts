import { ok, refuse, type Result } from '@yimen/kernel';
import { endOfZip, latin1, viewOf } from './mixed.ts';
import type { UploadRefusal } from './refusals.ts';

export interface Packed {
  readonly name: string;
  readonly stored: boolean;
  /** As the archive says; whoever unpacks checks it. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

const MOST_ENTRIES = 2000;
const MOST_UNPACKED = 100 * 1_048_576;
/** An OFD of text shrinks to a tenth; a bomb to a thousandth. Small files may be anything. */
const MOST_RATIO = 100;
const SMALL = 5 * 1_048_576;
const ENTRY = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const SYMBOLIC_LINK = 0xa;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly local: number;
  readonly kind: number;
  readonly next: number;
}

/**
 * What an archive says it holds, from its directory, nothing unpacked. Refused: what it unpacks to (number, size, ratio),
 * entries that overlap, begin elsewhere or are named differently at their place, encryption, links, names that climb.
 */
export function readZip(bytes: Uint8Array): Result<readonly Packed[], UploadRefusal> {
  const end = endOfZip(bytes);
  if (end === undefined) return refuse('file_damaged');
  const view = viewOf(bytes);
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  // 0xffff is also how an archive says that it is a larger kind, which no OFD needs.
  if (count > MOST_ENTRIES) return refuse('file_bomb');
  const entries: Entry[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    const entry = at + ENTRY_BYTES > end ? undefined : entryAt(bytes, view, at);
    if (entry === undefined) return refuse('file_damaged');
    entries.push(entry);
    at = entry.next;
  }
  if (at !== end) return refuse('file_damaged');
  return checked(bytes, entries, start);
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry | undefined {
  if (view.getUint32(at, true) !== ENTRY) return undefined;
  const u16 = (offset: number): number => view.getUint16(at + offset, true);
  const nameEnd = at + ENTRY_BYTES + u16(28);
  return {
    name: latin1(bytes.subarray(at + ENTRY_BYTES, nameEnd)),
    flags: u16(8),
    method: u16(10),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    kind: view.getUint16(at + 40, true) >>> 12,
    next: nameEnd + u16(30) + u16(32),
  };
}

function checked(bytes: Uint8Array, entries: readonly Entry[], end: number): Result<readonly Packed[], UploadRefusal> {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_UNPACKED || (total > SMALL && total > bytes.length * MOST_RATIO)) return refuse('file_bomb');
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const unsafe = entries.some((entry) => climbs(entry.name) || entry.kind === SYMBOLIC_LINK);
  return unsafe || names.size < entries.length ? refuse('ofd_unsafe') : placed(bytes, entries, end);
}

/** Before the first entry nothing may stand, and no two may share bytes: that is how small bombs are made. */
function placed(bytes: Uint8Array, entries: readonly Entry[], end: number): Result<readonly Packed[], UploadRefusal> {
  const packed: Packed[] = [];
  let free = 0;
  for (const entry of entries.toSorted((left, right) => left.local - right.local)) {
    if (entry.local < free) return refuse('file_bomb');
    const data = dataOf(bytes, entry);
    if (data === undefined || data.end > end || (free === 0 && entry.local !== 0)) return refuse('file_damaged');
    free = data.end;
    const stored = entry.method === 0;
    packed.push({ name: entry.name, stored, size: entry.size, bytes: bytes.subarray(data.begin, data.end) });
  }
  return ok(packed);
}

/** Where the data of an entry lies; undefined where the entry is not what the directory says. */
function dataOf(bytes: Uint8Array, entry: Entry): { readonly begin: number; readonly end: number } | undefined {
  const { local, name, flags, method, compressed } = entry;
  const view = viewOf(bytes);
  if (local + LOCAL_BYTES > bytes.length || view.getUint32(local, true) !== LOCAL) return undefined;
  if ((flags & ENCRYPTED) !== 0 || (method !== 0 && method !== 8)) return undefined;
  const nameEnd = local + LOCAL_BYTES + view.getUint16(local + 26, true);
  if (latin1(bytes.subarray(local + LOCAL_BYTES, nameEnd)) !== name) return undefined;
  const begin = nameEnd + view.getUint16(local + 28, true);
  return { begin, end: begin + compressed };
}

/** A name that leads out of the folder it is unpacked into, or cannot be read as one. */
function climbs(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are the point
  return name === '' || /^\/|\\|:|[\0-\x1f]|(?:^|\/)\.\.?(?:\/|$)/.test(name);
}
