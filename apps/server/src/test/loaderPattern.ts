import { canonicalJson, type Instant, type Json } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../platform/shell.ts';

/** What differs from case to case, and what it is in the case that serves as pattern. */
export interface Own {
  readonly case_id: string;
  readonly command_id: string;
  readonly number: string;
  readonly name: string;
  readonly code: string;
  /** Sealed values, in the order of the pattern's. */
  readonly sealed: readonly string[];
}

/** Hashes that no text gives away: keyed, or over the request in the clear. Hex. */
export interface Hashes {
  readonly name_hash: string;
  readonly identity_hash: string;
  readonly look_ups: readonly string[];
  readonly request: string;
}

interface Column {
  readonly name: string;
  readonly type: string;
}
type Row = Readonly<Record<string, string | null>>;

interface Table {
  readonly name: string;
  readonly key: 'case_id' | 'stream' | 'scope';
  /** Columns of a SQL of their own, and those the database fills in. */
  readonly own: Readonly<Record<string, string | null>>;
}

const CASE_TABLES: readonly Table[] = [
  { name: 'ledger.heads', key: 'stream', own: { hash: 'b.last_hash' } },
  { name: 'ledger.commands', key: 'scope', own: { request_hash: `decode(b.request, 'hex')` } },
  {
    name: 'casework.cases',
    key: 'case_id',
    own: { name_hash: `decode(b.name_hash, 'hex')`, identity_hash: `decode(b.identity_hash, 'hex')` },
  },
  { name: 'casework.tasks', key: 'case_id', own: {} },
  { name: 'casework.case_files', key: 'case_id', own: {} },
  { name: 'documents.papers', key: 'case_id', own: { paper_id: 'gen_random_uuid()::text' } },
];
const ENTRIES: Table = { name: 'ledger.entries', key: 'stream', own: { seq: null, xid: null } };

/**
 * Reads all rows of one case and makes of them one statement that writes the cases listed in `$1`. What is the same in every case stays a literal of it; the
 * canonical JSON an entry's hash covers is put together and hashed by the database.
 */
export async function patternOf(db: Db, own: Own, at: Instant): Promise<string> {
  const template = templateOf(own);
  const parts: string[] = [];
  for (const [place, table] of CASE_TABLES.entries()) {
    const columns = await columnsOf(db, table);
    for (const [nth, row] of (await rowsOf(db, { table, columns, own })).entries())
      parts.push(`t${String(place)}_${String(nth)} as (${insertOf(table, columns, { row, template })})`);
  }
  const columns = await columnsOf(db, ENTRIES);
  const entries = await rowsOf(db, { table: ENTRIES, columns, own });
  for (const [nth, row] of entries.entries()) {
    const hashes = { prev_hash: nth === 0 ? 'null' : `b.h${String(nth)}`, hash: `b.h${String(nth + 1)}` };
    const table = { ...ENTRIES, own: { ...ENTRIES.own, ...hashes } };
    parts.push(`e${String(nth)} as (${insertOf(table, columns, { row, template })})`);
  }
  parts.push(`l as (insert into casework.look_ups (jurisdiction, hash, case_id)
    select ${literal(entries[0]?.['jurisdiction'] ?? '')}, decode(hash, 'hex'), b.case_id
    from b cross join lateral unnest(b.look_ups) as hash)`);
  return `with ${[...chained(entries, template, at), ...parts].join(',\n')} select count(*) from b`;
}

/** The batch, and beside each case the hashes of its entries, each over the one before. */
function chained(entries: readonly Row[], template: Template, at: Instant): readonly string[] {
  const steps = entries.map((row, nth) => {
    const covered = literalsOf(canonicalOf(row, at), template);
    const text = nth === 0 ? covered : covered.replace(PREVIOUS, `'||encode(h${String(nth)},'hex')||'`);
    return `cross join lateral (select sha256(convert_to(${text}, 'UTF8')) as h${String(nth + 1)} offset 0) x${String(nth)}`;
  });
  const columns = `case_id text, command_id text, number text, name text, code text, sealed text[], name_hash text,
    identity_hash text, look_ups text[], request text`;
  return [
    `raw as materialized (select * from json_to_recordset($1::json) as r(${columns}))`,
    `b as materialized (select b.*, x.*, h${String(entries.length)} as last_hash from raw b cross join lateral
      (select ${entries.map((_, nth) => `h${String(nth + 1)}`).join(', ')} from (select) nothing ${steps.join(' ')}) x)`,
  ];
}

const PREVIOUS = '@previous@';

/** What the hash of a stored entry covers, word for word, with a mark where the hash before it stands. */
function canonicalOf(row: Row, at: Instant): string {
  const parsed = (name: string): Json => JSON.parse(row[name] ?? 'null') as Json;
  return canonicalJson({
    jurisdiction: row['jurisdiction'] ?? '',
    stream: row['stream'] ?? '',
    revision: Number(row['revision']),
    type: row['type'] ?? '',
    at,
    actor: parsed('actor'),
    body: parsed('body'),
    commandId: row['command_id'] ?? '',
    prevHash: row['prev_hash'] === null ? '' : PREVIOUS,
  });
}

interface Template {
  readonly marks: RegExp;
  readonly columnOf: (mark: string) => string;
}

function templateOf({ sealed, ...own }: Own): Template {
  const marks = new Map(Object.entries(own).map(([column, value]) => [value, `b.${column}`]));
  for (const [at, token] of sealed.entries()) marks.set(token, `b.sealed[${String(at + 1)}]`);
  // The longest first: a command's id may contain the case's.
  const longest = [...marks.keys()].toSorted((left, right) => right.length - left.length);
  return {
    // Letters, digits, `_`, `-` and `:` only: nothing of it means something to an expression.
    marks: new RegExp(`(${longest.join('|')})`, 'u'),
    columnOf: (mark) => marks.get(mark) ?? '',
  };
}

/** A text as SQL: literals, and the columns of what is each case's own. */
function literalsOf(text: string, { marks, columnOf }: Template): string {
  return text
    .split(marks)
    .map((part, at) => (at % 2 === 0 ? literal(part) : columnOf(part)))
    .filter((part) => part !== `''`)
    .join('||');
}

const literal = (text: string): string => `'${text.replaceAll(`'`, `''`)}'`;

async function columnsOf(db: Db, { name, own }: Table): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${name}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db);
  return rows.filter((column) => own[column.name] !== null);
}

interface Asked {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly own: Own;
}

async function rowsOf(db: Db, { table, columns, own }: Asked): Promise<readonly Row[]> {
  const texts = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`));
  const value = table.key === 'case_id' ? own.case_id : `case:${own.case_id}`;
  const order = columns.find(({ name }) => name === 'revision' || name === 'ordinal')?.name ?? table.key;
  const { rows } = await sql<Row>`select ${texts} from ${sql.table(table.name)} t
    where ${sql.ref(table.key)} = ${value} order by ${sql.ref(`t.${order}`)}`.execute(db);
  return rows;
}

interface Copied {
  readonly row: Row;
  readonly template: Template;
}

function insertOf({ name: table, own }: Table, columns: readonly Column[], { row, template }: Copied): string {
  const values = columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    return own[name] ?? (value === null ? 'null' : `(${literalsOf(value, template) || `''`})::${type}`);
  });
  return `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) select ${values.join(', ')} from b`;
}
