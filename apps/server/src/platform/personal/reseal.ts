import type { Json } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../shell.ts';
import { isSealed, type Keeper } from './keeper.ts';

type Keys = Readonly<Record<string, string>>;

/** A column whose values hold sealed numbers: told by the module that owns the table. */
export interface SealedColumn {
  readonly table: string;
  /** The primary key, or any columns that name one row. */
  readonly keys: readonly [string, ...string[]];
  readonly column: string;
  readonly json: boolean;
  /** Sealed as one value; what still rests in the open is left to whoever saves it next. */
  readonly whole?: true;
  readonly place: (keys: Keys) => string;
}

export interface Resealed {
  readonly name: string;
  readonly rows: number;
  readonly renewed: number;
  /** Changed by somebody else meanwhile; another run finds them. */
  readonly busy: number;
}

interface Row {
  readonly keys: Keys;
  readonly value: string | null;
}

const PAGE = 500;

/** Brings a column under the newest key, a page at a time, beside people at work: no row is locked longer than its own update. */
export async function resealColumn(db: Db, keeper: Keeper, column: SealedColumn): Promise<Resealed> {
  let done: Resealed = { name: `${column.table}.${column.column}`, rows: 0, renewed: 0, busy: 0 };
  let last: Row | undefined;
  for (;;) {
    const rows = await pageOf(db, column, last);
    for (const row of rows) {
      const written = await renewRow(db, keeper, column, row);
      done = {
        ...done,
        rows: done.rows + 1,
        renewed: done.renewed + (written === 'renewed' ? 1 : 0),
        busy: done.busy + (written === 'busy' ? 1 : 0),
      };
    }
    last = rows.at(-1);
    if (rows.length < PAGE) return done;
  }
}

async function pageOf(db: Db, { table, keys, column }: SealedColumn, after: Row | undefined): Promise<readonly Row[]> {
  const names = sql.join(keys.map((key) => sql.ref(key)));
  const built = sql.join(keys.flatMap((key) => [sql.lit(key), sql.ref(key)]));
  const beyond =
    after === undefined ? sql`` : sql`where (${names}) > (${sql.join(keys.map((key) => sql`${after.keys[key]}`))})`;
  const { rows } = await sql<Row>`select json_build_object(${built}) as keys, ${sql.ref(column)}::text as value
    from ${sql.table(table)} ${beyond} order by ${names} limit ${PAGE}`.execute(db);
  return rows;
}

async function renewRow(db: Db, keeper: Keeper, column: SealedColumn, row: Row): Promise<'same' | 'renewed' | 'busy'> {
  if (row.value === null) return 'same';
  const renewed = renewedText(keeper, row.value, column.place(row.keys), column);
  if (renewed === undefined) return 'same';
  const typed = (text: string): RawBuilder<unknown> => (column.json ? sql`${text}::jsonb` : sql`${text}`);
  const name = sql.ref(column.column);
  const same = sql.join(
    column.keys.map((key) => sql`${sql.ref(key)} = ${row.keys[key]}`),
    sql` and `,
  );
  const { rows } = await sql`update ${sql.table(column.table)} set ${name} = ${typed(renewed)}
    where ${same} and ${name} = ${typed(row.value)} returning 1`.execute(db);
  return rows.length === 1 ? 'renewed' : 'busy';
}

/** Undefined where nothing is to be done. A value sealed whole is renewed as it is; in any other the known fields are sealed. */
function renewedText(keeper: Keeper, text: string, place: string, { json, whole }: SealedColumn): string | undefined {
  const value = json ? (JSON.parse(text) as Json) : text;
  if (whole === true && typeof value !== 'string') return undefined;
  const sealed = keeper.sealWithin(sealFields(keeper, value, place), place);
  const before = json ? JSON.stringify(value) : text;
  const after = keeper.renew(typeof sealed === 'string' && !json ? sealed : JSON.stringify(sealed), place);
  return after === before ? undefined : after;
}

/** Numbers by the names of their fields, as they rested before there were keys. */
function sealFields(keeper: Keeper, value: Json, place: string): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((member) => sealFields(keeper, member, place));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const known = (key === 'paperNumber' || key === 'phone') && typeof member === 'string';
      if (known) return [key, isSealed(member) ? member : keeper.seal(member, place)];
      return [key, member === undefined ? member : sealFields(keeper, member, place)];
    }),
  );
}
