import type pg from 'pg';

/** The database may not be used. The words are for the person who runs the server. */
export class UnsuitableDatabaseError extends Error {
  override readonly name = 'UnsuitableDatabaseError';
}

const MINIMUM_VERSION = 150_000;

interface Settings {
  readonly version: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly standby: boolean;
}

const QUERY = `
  select current_setting('server_version_num')::int as version,
         current_setting('server_encoding') as encoding,
         current_setting('fsync') as fsync,
         current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit,
         pg_is_in_recovery() as standby
`;

interface Demand {
  readonly met: (settings: Settings) => boolean;
  readonly words: (settings: Settings) => string;
}

/** A served decision that is gone after a power cut was never served: what these switch off is not ours to trade. */
const DEMANDS: readonly Demand[] = [
  {
    met: ({ version }) => version >= MINIMUM_VERSION,
    words: ({ version }) => `PostgreSQL 15 or newer is needed, this is ${String(Math.floor(version / 10_000))}`,
  },
  { met: ({ encoding }) => encoding === 'UTF8', words: ({ encoding }) => `the encoding is ${encoding}, not UTF8` },
  { met: ({ fsync }) => fsync === 'on', words: () => 'fsync is off: a power cut would lose what was decided' },
  {
    met: ({ full_page_writes }) => full_page_writes === 'on',
    words: () => 'full_page_writes is off: a power cut could corrupt the database',
  },
  {
    met: ({ synchronous_commit }) => ['on', 'remote_apply'].includes(synchronous_commit),
    words: ({ synchronous_commit }) => `synchronous_commit is ${synchronous_commit}: an answered act could be lost`,
  },
  { met: ({ standby }) => !standby, words: () => 'this server is a standby and cannot be written to' },
];

/** Throws {@link UnsuitableDatabaseError} naming everything that makes this database unfit to hold records. */
export async function checkDatabase(client: pg.Client | pg.Pool): Promise<void> {
  const { rows } = await client.query<Settings>(QUERY);
  const [settings] = rows;
  if (!settings) throw new UnsuitableDatabaseError('the database did not answer');
  const unmet = DEMANDS.filter((demand) => !demand.met(settings)).map((demand) => demand.words(settings));
  if (unmet.length > 0) throw new UnsuitableDatabaseError(`this database cannot be used: ${unmet.join('; ')}`);
}
