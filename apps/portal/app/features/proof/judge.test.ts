import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { proofSides } from '@yimen/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Proved } from './judge.ts';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const node = (left: Buffer, right: Buffer): Buffer => sha256(Uint8Array.of(1), left, right);
const middleOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

/** The root and the path as RFC 6962 defines them, by recursion: nothing of the program under test. */
function provedBy(
  leaves: readonly Buffer[],
  index: number,
): { readonly root: Buffer; readonly path: readonly Buffer[] } {
  const [only] = leaves;
  if (only === undefined) throw new Error('a tree of no leaves proves nothing');
  if (leaves.length === 1) return { root: only, path: [] };
  const middle = middleOf(leaves.length);
  const left = provedBy(leaves.slice(0, middle), Math.min(index, middle - 1));
  const right = provedBy(leaves.slice(middle), Math.max(0, index - middle));
  const path = index < middle ? [...left.path, right.root] : [...right.path, left.root];
  return { root: node(left.root, right.root), path };
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keyOf = (key: KeyObject): Buffer =>
  Buffer.concat([Uint8Array.of(1), key.export({ format: 'der', type: 'spki' }).subarray(-32)]);

function signedProof(entries: readonly Buffer[], index: number): { readonly hash: string; readonly proof: Proved } {
  const { root, path } = provedBy(
    entries.map((entry) => sha256(Uint8Array.of(0), entry)),
    index,
  );
  const text = `a.example/1\n${String(entries.length)}\n${root.toString('base64')}\ntime 2026-03-02T01:00:00.000Z\n`;
  const signature = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(text), privateKey)]).toString('base64');
  return {
    hash: entries[index]?.toString('hex') ?? '',
    proof: {
      index,
      size: entries.length,
      path: path.map((one) => one.toString('base64')),
      at: '2026-03-02T01:00:00.000Z' as Proved['at'],
      note: `${text}\n— a.example/1 ${signature}\n`,
      verifierKey: `a.example/1+00000000+${keyOf(publicKey).toString('base64')}`,
    },
  };
}

const tree = fc
  .integer({ min: 1, max: 70 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }));
const proofOf = ({ size, index }: { readonly size: number; readonly index: number }) =>
  signedProof(
    Array.from({ length: size }, (_, at) => sha256(Buffer.from(`entry ${String(at)}`))),
    index,
  );

describe('what the browser reckons', () => {
  it('leads every entry of every tree to the signed root', () =>
    fc.assert(
      fc.asyncProperty(tree, async (place) => {
        const { hash, proof } = proofOf(place);
        expect(await judge(hash, proof)).toMatchObject({ reaches: true, signature: 'valid' });
      }),
      { numRuns: 60 },
    ));

  it('leads no other entry there, and none by another path, place or size', async () => {
    const { hash, proof } = proofOf({ size: 21, index: 4 });
    const other = proofOf({ size: 21, index: 5 });
    const wrong = [
      judge(other.hash, proof),
      judge(hash, { ...proof, path: proof.path.slice(1) }),
      judge(hash, { ...proof, index: 5 }),
      judge(hash, { ...proof, size: 22 }),
      judge(hash, { ...proof, path: ['not base64!', ...proof.path.slice(1)] }),
    ];
    for (const one of await Promise.all(wrong)) expect(one.reaches).toBe(false);
  });

  it('takes a checkpoint with another size, time or key for unsigned', async () => {
    const { hash, proof } = proofOf({ size: 8, index: 3 });
    const stranger = keyOf(generateKeyPairSync('ed25519').publicKey).toString('base64');
    const forged = [
      { ...proof, note: proof.note.replace('time 2026', 'time 2027') },
      { ...proof, note: proof.note.replace('\n8\n', '\n9\n') },
      { ...proof, verifierKey: `a.example/1+00000000+${stranger}` },
      { ...proof, verifierKey: 'no key' },
    ];
    for (const one of forged) expect((await judge(hash, one)).signature).toBe('invalid');
  });
});

describe('the sides of a path', () => {
  it('fit no leaf outside the tree and no path of another length', () => {
    expect(proofSides({ index: 0, size: 1, length: 0 })).toEqual([]);
    expect(proofSides({ index: 6, size: 7, length: 2 })).toEqual(['left', 'left']);
    expect(proofSides({ index: 7, size: 7, length: 2 })).toBeUndefined();
    expect(proofSides({ index: 6, size: 7, length: 3 })).toBeUndefined();
  });
});
