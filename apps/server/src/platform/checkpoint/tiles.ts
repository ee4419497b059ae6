import { sql } from 'kysely';
import type { Db } from '../shell.ts';
import { EMPTY_ROOT, nodeHash, rootOf, split, type Hash, type Range } from './merkle.ts';

/** Nodes in one row: the tree is kept at every eighth level. */
const WIDTH = 256;
const HEIGHT = 8;
const BYTES = 32;

interface TileName {
  readonly level: number;
  readonly n: number;
}
interface TileRow extends TileName {
  readonly hashes: Uint8Array;
}

/** A node over 2^level leaves, all of them there. */
interface Node {
  readonly level: number;
  readonly index: number;
}

const keyOf = ({ level, n }: TileName): string => `${String(level)}/${String(n)}`;

/** Adds leaves to the tree that has `size`; rewrites the last row of each level and no other. */
export async function addLeaves(db: Db, size: number, leaves: readonly Hash[]): Promise<void> {
  const changed: TileRow[] = [];
  let [level, count, fresh] = [0, size, leaves];
  while (fresh.length > 0) {
    const filled = count % WIDTH;
    const open = filled === 0 ? [] : await openTile(db, { level, n: Math.floor(count / WIDTH) }, filled);
    const all = [...open, ...fresh];
    const first = Math.floor(count / WIDTH);
    const complete: Hash[] = [];
    for (let from = 0; from < all.length; from += WIDTH) {
      const hashes = all.slice(from, from + WIDTH);
      changed.push({ level, n: first + from / WIDTH, hashes: new Uint8Array(Buffer.concat(hashes)) });
      if (hashes.length === WIDTH) complete.push(rootOf(hashes));
    }
    [level, count, fresh] = [level + 1, first, complete];
  }
  await writeTiles(db, changed);
}

async function openTile(db: Db, name: TileName, filled: number): Promise<readonly Hash[]> {
  const hashes = hashesOf((await readTiles(db, [name])).get(keyOf(name)));
  if (hashes.length !== filled) throw new Error(`tile ${keyOf(name)} is not what was written`);
  return hashes;
}

async function writeTiles(db: Db, tiles: readonly TileRow[]): Promise<void> {
  const rows = tiles.map(({ level, n, hashes }) => ({ level, n, hashes: Buffer.from(hashes).toString('hex') }));
  await sql`insert into proof.tiles (level, n, hashes)
    select t.level, t.n, decode(t.hashes, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(level smallint, n bigint, hashes text)
    on conflict (level, n) do update set hashes = excluded.hashes`.execute(db);
}

async function readTiles(db: Db, names: readonly TileName[]): Promise<ReadonlyMap<string, TileRow>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<TileRow>`select level, n, hashes from proof.tiles
    where (level, n) in (select t.level, t.n from json_to_recordset(${JSON.stringify(names)}::json)
      as t(level smallint, n bigint))`.execute(db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function hashesOf(tile: TileRow | undefined): readonly Hash[] {
  if (tile === undefined) return [];
  const { length } = tile.hashes;
  return Array.from(
    { length: length / BYTES },
    (_, at) => new Uint8Array(tile.hashes.subarray(at * BYTES, (at + 1) * BYTES)),
  );
}

/**
 * The root over each range of leaves, as proofs name them: each begins where a tree may. Reads one row for each node
 * needed, a number that grows with the logarithm of the tree. Throws where a row is missing or too short.
 */
export async function hashesOfRanges(db: Db, ranges: readonly Range[]): Promise<readonly Hash[]> {
  const names = new Map(ranges.flatMap(nodesOf).map((node) => [keyOf(tileOf(node)), tileOf(node)]));
  const tiles = await readTiles(db, [...names.values()]);
  return ranges.map((range) => {
    const hashes = nodesOf(range).map((node) => nodeIn(tiles, node));
    return hashes.reduceRight((right, left) => nodeHash(left, right));
  });
}

/** The root of the first `size` leaves. */
export async function rootAt(db: Db, size: number): Promise<Hash> {
  const [root] = size === 0 ? [EMPTY_ROOT] : await hashesOfRanges(db, [{ lo: 0, hi: size }]);
  return root ?? EMPTY_ROOT;
}

/** The whole nodes a range is made of, the largest first. */
function nodesOf({ lo, hi }: Range): readonly Node[] {
  const nodes: Node[] = [];
  for (let from = lo; from < hi;) {
    const leaves = hi - from === 1 ? 1 : largest(hi - from);
    nodes.push({ level: Math.log2(leaves), index: from / leaves });
    from += leaves;
  }
  return nodes;
}

const largest = (count: number): number => (split(count) * 2 === count ? count : split(count));

function tileOf({ level, index }: Node): TileName & { readonly from: number; readonly count: number } {
  const tileLevel = Math.floor(level / HEIGHT);
  const count = 2 ** (level - tileLevel * HEIGHT);
  const first = index * count;
  return { level: tileLevel, n: Math.floor(first / WIDTH), from: first % WIDTH, count };
}

function nodeIn(tiles: ReadonlyMap<string, TileRow>, node: Node): Hash {
  const { from, count, ...name } = tileOf(node);
  const hashes = hashesOf(tiles.get(keyOf(name))).slice(from, from + count);
  if (hashes.length !== count) throw new Error(`tile ${keyOf(name)} is not what was written`);
  return rootOf(hashes);
}
