import { createHash } from 'node:crypto';
import { proofSides } from '@yimen/kernel';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

/** The leaves from `lo` up to, not including, `hi`. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const digest = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** The hash of no leaves at all (RFC 6962 § 2.1). */
export const EMPTY_ROOT: Hash = digest();

/** The leaf that holds these bytes. */
export const leafHash = (data: Uint8Array): Hash => digest(LEAF, data);

/** The node over two others. */
export const nodeHash = (left: Hash, right: Hash): Hash => digest(NODE, left, right);

export const sameHash = (one: Hash, other: Hash): boolean => Buffer.compare(one, other) === 0;

/** The root of a whole tree given as its leaves' hashes. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return first;
  const middle = split(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
}

/** The largest power of two smaller than `count`, which is at least 2. */
export function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** What proves that leaf `index` is in the first `size`: the ranges beside its way to the root, from the leaf up. */
export function inclusionRanges(index: number, { lo, hi }: Range): readonly Range[] {
  if (hi - lo === 1) return [];
  const middle = lo + split(hi - lo);
  return index < middle
    ? [...inclusionRanges(index, { lo, hi: middle }), { lo: middle, hi }]
    : [...inclusionRanges(index, { lo: middle, hi }), { lo, hi: middle }];
}

/** What proves that the tree of `size` grew from that of its first `old` leaves (RFC 6962 § 2.1.2); none for an empty one. */
export function consistencyRanges(old: number, size: number): readonly Range[] {
  return old === 0 || old === size ? [] : subProof(old, { lo: 0, hi: size }, true);
}

function subProof(old: number, { lo, hi }: Range, whole: boolean): readonly Range[] {
  if (old === hi) return whole ? [] : [{ lo, hi }];
  const middle = lo + split(hi - lo);
  return old <= middle
    ? [...subProof(old, { lo, hi: middle }, whole), { lo: middle, hi }]
    : [...subProof(old, { lo: middle, hi }, false), { lo, hi: middle }];
}

export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hash[];
}

/** The root an inclusion proof leads to; undefined where its length fits no such leaf. */
export function rootFromInclusion({ leaf, index, size, path }: Inclusion): Hash | undefined {
  const sides = proofSides({ index, size, length: path.length });
  return sides?.reduce((hash, side, at) => {
    const beside = path[at] ?? EMPTY_ROOT;
    return side === 'left' ? nodeHash(beside, hash) : nodeHash(hash, beside);
  }, leaf);
}

export interface Consistency {
  readonly old: { readonly size: number; readonly root: Hash };
  readonly now: { readonly size: number; readonly root: Hash };
  readonly path: readonly Hash[];
}

/** Whether the later tree begins with every leaf of the earlier one, in the same order (RFC 9162 § 2.1.4.2). */
export function isConsistent({ old, now, path }: Consistency): boolean {
  if (old.size > now.size) return false;
  if (old.size === now.size) return path.length === 0 && sameHash(old.root, now.root);
  if (old.size === 0) return path.length === 0 && sameHash(old.root, EMPTY_ROOT);
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...path] : path;
  if (first === undefined) return false;
  const roots = climb(first, rest, [old.size - 1, now.size - 1]);
  return roots !== undefined && sameHash(roots.old, old.root) && sameHash(roots.now, now.root);
}

function climb(first: Hash, path: readonly Hash[], [from, to]: readonly [number, number]) {
  let [at, last] = [from, to];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [old, now] = [first, first];
  for (const beside of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(beside, old);
      now = nodeHash(beside, now);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      now = nodeHash(now, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? { old, now } : undefined;
}

const half = (count: number): number => Math.floor(count / 2);
const isPowerOfTwo = (count: number): boolean => count === 1 || split(count) * 2 === count;
