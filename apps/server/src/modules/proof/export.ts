import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { logState, storedCheckpoints } from '../../platform/checkpoint/index.ts';
import { pagesOfLedger, readHeads } from '../../platform/ledger/index.ts';
import type { Db } from '../../platform/shell.ts';
import { entryLine } from './lines.ts';

/** What a module wrote beside the ledger and can be recomputed from it: one object a row, `kind` first. */
type Projected = (db: Db) => AsyncIterable<readonly object[]>;

interface ExportParts {
  /** One snapshot: rows of a hall at work must fit together. */
  readonly db: Db;
  readonly at: Instant;
  /** Dates of entries mean nothing beside those of checkpoints where a demonstration's clock was moved. */
  readonly demo: boolean;
  readonly projected: readonly Projected[];
}

const FORMAT = 'yimen-ledger/1';

/**
 * The whole record as lines of JSON, for the verifier: header, checkpoints, entries by stream and revision with their
 * leaf, heads, projections, end. Memory does not grow with the ledger.
 */
export async function* exportLedger({ db, at, demo, projected }: ExportParts): AsyncGenerator<string> {
  let lines = 0;
  const written = (objects: readonly object[]): string => {
    lines += objects.length;
    return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
  };
  const { origin, verifierKey, size } = await logState(db);
  yield written([{ kind: 'header', format: FORMAT, at, demo, origin, verifierKey, size }]);
  for await (const page of storedCheckpoints(db)) {
    yield written(page.map(({ note }) => ({ kind: 'checkpoint', note })));
  }
  for await (const page of pagesOfLedger(db)) {
    const leaves = await leavesOf(
      db,
      page.map(({ hash }) => hash),
    );
    yield written(page.map((entry) => entryLine(entry, leaves.get(entry.hash) ?? null)));
  }
  for await (const page of readHeads(db)) yield written(page.map((head) => ({ kind: 'head', ...head })));
  for (const rows of projected) for await (const page of rows(db)) yield written(page);
  yield `${JSON.stringify({ kind: 'end', lines })}\n`;
}

/** The leaf of each entry, by its hash; the first where a forger made two. */
async function leavesOf(db: Db, hashes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ hash: string; index: number }>`select encode(hash, 'hex') as hash, min(index) as index
    from proof.leaves where hash in (select decode(h, 'hex') from unnest(${hashes}::text[]) as h)
    group by hash`.execute(db);
  return new Map(rows.map(({ hash, index }) => [hash, index]));
}
