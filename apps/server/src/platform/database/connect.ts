import { createHash, createHmac } from 'node:crypto';
import { instant, type Instant } from '@yimen/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** The role the application works as. It owns nothing; migrations grant it what it may do. */
const APP_ROLE = 'yimen_app';

export interface ConnectOptions {
  readonly connectionString: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** How many connections at most; 10 when not told. */
  readonly max?: number;
  /** An idle connection broke. The pool replaces it; the log should know. */
  readonly onError?: (error: Error) => void;
}

/** A pool and the query builder over it. Only composition roots make one. */
export interface Database<Tables> {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/;

/** `timestamptz` as PostgreSQL writes it in UTC, as an Instant; finer than a millisecond is cut off. */
export function instantFromDatabase(text: string): Instant {
  const match = TIMESTAMP.exec(text);
  if (!match) throw new RangeError(`the database wrote a time Yimen does not keep: ${text}`);
  return instant(`${match[1] ?? ''}T${match[2] ?? ''}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`);
}

/** `bigint` as a number: revisions and counts stay far below 2^53; one beyond it must not be rounded silently. */
function integerFromDatabase(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database wrote a number too large to be exact: ${text}`);
  return value;
}

/** Days stay text and times become Instants: a `Date` would bring the machine's own time zone back in. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, integerFromDatabase],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, instantFromDatabase],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) => {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    // pg types its own table of parsers as `any`.
    return own ?? (pg.types.getTypeParser(oid, format) as (value: string) => unknown);
  },
};

const IDLE_MS = 600_000;

/** Opens a pool. Sessions keep UTC, give up a statement after 30 s and a forgotten transaction after 60 s. */
export function connect<Tables>(options: ConnectOptions): Database<Tables> {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    application_name: options.applicationName,
    max: options.max ?? 10,
    // A new connection prepares and plans every statement anew, five times before it keeps a plan.
    idleTimeoutMillis: IDLE_MS,
    types,
    options: '-c TimeZone=UTC',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  const onError = (error: Error): void => options.onError?.(error);
  pool.on('error', onError);
  // The pool listens to idle connections only. One that breaks between two statements of a transaction (the database was
  // killed) would end the whole process; whoever holds it is told by its next statement.
  pool.on('connect', (client) => {
    client.on('error', onError);
    prepareStatements(client);
  });
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { pool, kysely, close: () => kysely.destroy() };
}

/** A hall's program has some hundred statements; more than this come of lists of changing length and are not kept. */
const MOST_PREPARED = 500;
/** Its result changes with the table, and PostgreSQL then refuses the prepared one: a release may add a column meanwhile. */
const WITH_STAR = /\b(select|returning)( distinct)? \*|\.\*/i;
const QUOTED = /'[^']*'|"[^"]*"/g;
const BRACKETS = /\([^()]*\)/g;
const names = new Map<string, string | undefined>();

function nameOf(text: string): string | undefined {
  if (names.has(text)) return names.get(text);
  if (names.size >= MOST_PREPARED) return undefined;
  const name = WITH_STAR.test(outermost(text))
    ? undefined
    : `y${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** A statement without what stands in brackets: a star there is resolved within it, and only the outermost makes the result. */
function outermost(text: string): string {
  let [before, left] = ['', text.replaceAll(QUOTED, '')];
  while (left !== before) [before, left] = [left, left.replaceAll(BRACKETS, '')];
  return left;
}

/**
 * Lets a connection parse each statement once and call it by name afterwards. Measured on the statements of an act: the
 * database does a quarter to a third more of them in the same time (docs/benchmarks.md).
 */
function prepareStatements(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
  const prepared = (...args: readonly unknown[]): unknown => {
    const [text, values] = args;
    const named = args.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const name = named ? nameOf(text) : undefined;
    return name === undefined ? query(...args) : query({ name, text, values });
  };
  // The overloads of `query` are the driver's own; a wrapper that passes everything on keeps them.
  client.query = prepared as typeof client.query;
}

/**
 * The application role's password, from the owner's secret: every server that is given the same owner connection comes to
 * the same one, and nothing has to be stored or handed round.
 */
export function appPassword(ownerSecret: string): string {
  return createHmac('sha256', ownerSecret).update('yimen_app password v1').digest('base64url');
}

/** The same database, as the application's role. */
export function asAppRole(ownerConnectionString: string, password: string): string {
  const url = new URL(ownerConnectionString);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

/** Servers starting together change the same role: PostgreSQL answers all but one with an error unless they take turns. */
const ROLE_LOCK = 4_105_002_027;

/** Lets the application's role sign in with this password. Runs as the owner, who made the role. */
export async function allowAppRole(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = pg.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`
    begin;
    select pg_advisory_xact_lock(${String(ROLE_LOCK)});
    alter role ${APP_ROLE} login password ${pg.escapeLiteral(password)};
    grant connect on database ${database} to ${APP_ROLE};
    commit;
  `);
}
