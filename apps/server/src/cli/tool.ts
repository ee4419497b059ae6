import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { instantFromMillis, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { openDemoClock } from '../demo/clock.ts';
import { configForTool, type Config } from '../platform/config.ts';
import { openInstallationKeys, type OpenKeys } from '../keys.ts';
import { createLocalCrypto, type Crypto } from '../platform/crypto/index.ts';
import { connect, openForTool, type Database } from '../platform/database/index.ts';
import { createLocalFiles, type FileStore } from '../platform/files/index.ts';
import { installJobs } from '../platform/jobs/install.ts';
import { ringPath } from '../platform/personal/index.ts';
import { UsageError } from './command.ts';

/** What a command that needs the database works with. */
export interface Tool {
  readonly config: Config;
  readonly database: Database<unknown>;
  readonly db: Database<unknown>['kysely'];
  readonly files: FileStore;
  readonly crypto: Crypto;
  /** The file of the key ring. */
  readonly ringPath: string;
  /** Opens it; only commands that read or seal personal data need it there. */
  readonly keys: () => Promise<OpenKeys>;
  /** The application's clock: the demonstration's, where this database is one. */
  readonly now: () => Instant;
  readonly realNow: () => Instant;
  readonly demo: boolean;
  readonly newId: () => string;
}

/** Options every such command has. */
export const toolOptions = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

export const toolHelp = `  --data PATH               数据目录，默认 ./data；设置了 DATABASE_URL 时用该数据库
                            folder of the data, ./data unless told; DATABASE_URL names another database
  --json                    输出 JSON · print JSON
`;

/** Opens the database, beside a running server or alone, does the work as the application's role, and closes it again. */
export async function withTool<T>(dataFolder: string | undefined, work: (tool: Tool) => Promise<T>): Promise<T> {
  const asked = configForTool(dataFolder);
  if (asked.kind !== 'run') throw new UsageError(refusedConfig(asked.text));
  const opened = await openForTool(asked.config);
  try {
    const database = connect<unknown>({
      connectionString: opened.connectionString,
      applicationName: 'yimen tool',
      max: 4,
    });
    try {
      await ensureJobs(database, opened.ownerConnectionString);
      const realNow = (): Instant => instantFromMillis(Date.now());
      const demoClock = await openDemoClock(database.kysely, realNow);
      const clocks = { now: demoClock?.now ?? realNow, realNow, demo: demoClock !== undefined };
      const crypto = createLocalCrypto({ keyFolder: join(asked.config.dataFolder, 'keys') });
      const path = asked.config.keyring ?? ringPath(asked.config.dataFolder);
      return await work({
        config: asked.config,
        database,
        db: database.kysely,
        files: filesIn(asked.config, crypto),
        crypto,
        ringPath: path,
        newId: randomUUID,
        keys: () => openInstallationKeys({ db: database.kysely, crypto, path, now: realNow }),
        ...clocks,
      });
    } finally {
      await database.close();
    }
  } finally {
    await opened.stop();
  }
}

function filesIn({ dataFolder }: Config, crypto: Crypto): FileStore {
  return createLocalFiles({ folder: join(dataFolder, 'files'), crypto });
}

/** A tool may be the first to use a database; the server brings the queue up to date at every start. */
async function ensureJobs({ kysely }: Database<unknown>, ownerConnectionString: string): Promise<void> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('graphile_worker.migrations') is not null as there`.execute(kysely);
  if (rows[0]?.there !== true) await installJobs(ownerConnectionString);
}

/** What the settings are refused for, as a usage error. */
export function refusedConfig(text: string) {
  return { code: 'bad_configuration', field: 'configuration', message: text, messageEn: text };
}

/** A usage error in one line. */
export function misuse(field: string, message: string, messageEn: string): UsageError {
  return new UsageError({ code: 'bad_value', field, message, messageEn });
}

/** The one value before the options; a command that was given none says which it wants. */
export function required(value: string | undefined, field: string): string {
  if (value === undefined || value === '') throw misuse(field, '缺少', 'is missing');
  return value;
}
