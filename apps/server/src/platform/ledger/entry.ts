import { createHash } from 'node:crypto';
import { canonicalJson, type Instant, type Json } from '@yimen/kernel';

/** Where a stream stands: its last revision and that entry's hash. */
export interface Head {
  readonly revision: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** The head of a stream nothing was ever written to. */
export const EMPTY: Head = { revision: 0, hash: '' };

/** One fact to be appended; `body` is its JSON, its shape is the module's business. */
export interface NewEntry {
  readonly type: string;
  readonly body: object;
  /** Where one act is done under several authorities; the stamp's otherwise. */
  readonly actor?: object;
}

/** Who, when and by which command; the server puts it on every entry of one act. */
export interface Stamp {
  /** The server's clock. */
  readonly at: Instant;
  /** What the device claimed, recorded beside it and never reckoned with. */
  readonly deviceTime?: Instant | undefined;
  readonly actor: object;
  readonly commandId: string;
}

export interface StoredEntry {
  readonly jurisdiction: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly at: Instant;
  readonly deviceTime?: Instant;
  readonly actor: Json;
  readonly body: Json;
  readonly commandId: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** What an entry's hash covers: everything but the hash itself and the database's own bookkeeping. */
export type Hashed = Omit<StoredEntry, 'hash'>;

/** SHA-256 over the canonical JSON (RFC 8785) of the entry and the hash before it, hex. */
export function hashOf(entry: Hashed): string {
  const covered = {
    jurisdiction: entry.jurisdiction,
    stream: entry.stream,
    revision: entry.revision,
    type: entry.type,
    at: entry.at,
    deviceTime: entry.deviceTime,
    actor: entry.actor,
    body: entry.body,
    commandId: entry.commandId,
    prevHash: entry.prevHash,
  };
  return sha256(canonicalJson(covered));
}

/** What identifies a request, whatever the order its members were sent in. */
export function requestHash(request: object): string {
  return sha256(canonicalJson(asJson(request)));
}

/** The one place where a module's typed value becomes JSON; canonicalJson throws on what JSON cannot carry. */
export function asJson(value: object): Json {
  return value as Json;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
