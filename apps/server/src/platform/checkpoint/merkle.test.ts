import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyRanges,
  EMPTY_ROOT,
  inclusionRanges,
  isConsistent,
  leafHash,
  rootFromInclusion,
  rootOf,
  type Hash,
  type Range,
} from './merkle.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** The reference leaves and roots of the Certificate Transparency implementation of RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (text) => leafHash(bytes(text)),
);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const ofRanges = (leaves: readonly Hash[], ranges: readonly Range[]): readonly Hash[] =>
  ranges.map(({ lo, hi }) => rootOf(leaves.slice(lo, hi)));
const pathOf = (leaves: readonly Hash[], index: number): readonly Hash[] =>
  ofRanges(leaves, inclusionRanges(index, { lo: 0, hi: leaves.length }));
const flipped = (hash: Hash): Hash => hash.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

describe('the tree of RFC 6962', () => {
  test('has the roots everybody else has', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(ROOTS.map((_, at) => hex(rootOf(LEAVES.slice(0, at + 1))))).toEqual(ROOTS);
  });

  test('has the proofs everybody else has', () => {
    expect(pathOf(LEAVES, 0).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(ofRanges(LEAVES, consistencyRanges(6, 8)).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

const leaf = (n: number): Hash => leafHash(Uint8Array.of(n & 255, n >> 8));
const tree = fc.integer({ min: 1, max: 300 }).map((size) => Array.from({ length: size }, (_, n) => leaf(n)));

describe('proofs', () => {
  test('of inclusion lead to the root, and no altered one does', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (leaves, pick) => {
        const index = pick % leaves.length;
        const path = pathOf(leaves, index);
        const claim = { leaf: leaves[index] ?? EMPTY_ROOT, index, size: leaves.length, path };
        const root = hex(rootOf(leaves));
        expect(hex(rootFromInclusion(claim) ?? EMPTY_ROOT)).toBe(root);
        const wrong = [
          { ...claim, leaf: flipped(claim.leaf) },
          ...(path.length === 0 ? [] : [{ ...claim, path: path.slice(1) }]),
          ...path.map((_, at) => ({ ...claim, path: path.map((hash, n) => (n === at ? flipped(hash) : hash)) })),
          { ...claim, path: [...path, EMPTY_ROOT] },
          { ...claim, index: leaves.length },
        ];
        for (const one of wrong) expect(hex(rootFromInclusion(one) ?? EMPTY_ROOT)).not.toBe(root);
      }),
    );
  });

  test('of consistency hold for every earlier size, and for no other tree', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (leaves, pick) => {
        const size = pick % (leaves.length + 1);
        const path = ofRanges(leaves, consistencyRanges(size, leaves.length));
        const old = { size, root: rootOf(leaves.slice(0, size)) };
        const now = { size: leaves.length, root: rootOf(leaves) };
        expect(isConsistent({ old, now, path })).toBe(true);
        expect(isConsistent({ old: { size, root: flipped(old.root) }, now, path })).toBe(false);
        expect(isConsistent({ old, now, path: [...path, EMPTY_ROOT] })).toBe(false);
        if (size === 0) return;
        expect(isConsistent({ old, now: { ...now, root: flipped(now.root) }, path })).toBe(false);
        if (path.length > 0) expect(isConsistent({ old, now, path: path.slice(1) })).toBe(false);
        expect(isConsistent({ old: now, now: { ...old, size: now.size - 1 }, path })).toBe(false);
      }),
    );
  });
});
