import { randomBytes, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { instantFromMillis, type Instant } from '@yimen/kernel';
import { openDemoClock, type DemoClock } from './demo/index.ts';
import { openCalendar } from './modules/calendar/index.ts';
import { openMiner, type Miner } from './modules/history/index.ts';
import { openInstallationKeys } from './keys.ts';
import { createLocalCrypto, type Crypto } from './platform/crypto/index.ts';
import {
  connect,
  openDatabase,
  type Database,
  type OpenDatabase,
  type OpenOptions,
} from './platform/database/index.ts';
import { makeDemoCa, openPress, type Press } from './platform/documents/index.ts';
import { evaluateCondition } from './platform/feel/index.ts';
import { createLocalFiles } from './platform/files/index.ts';
import { installJobs } from './platform/jobs/index.ts';
import { createClamd, type ClamdAddress } from './platform/uploads/index.ts';
import { ringPath } from './platform/personal/index.ts';
import type { Log } from './platform/log/index.ts';
import type { OidcSettings } from './platform/oidcConfig.ts';
import { trustedService } from './trusted.ts';
import type { Shell } from './platform/shell.ts';
import type { WiringParts } from './wiring.ts';

export interface PartsOptions extends OpenOptions {
  readonly log: Log;
  /** Where the public reaches the portal, without a slash at the end. */
  readonly origin: string;
  /** Where supervision's board reads, if not here. */
  readonly supervisionDatabaseUrl?: string | undefined;
  /** Where the virus scanner listens, if there is one. */
  readonly clamd?: ClamdAddress | undefined;
  /** The file of the key ring, where it is not in the data folder. */
  readonly keyring?: string | undefined;
  /** The sign-in service staff may come by, if there is one. */
  readonly oidc?: OidcSettings | undefined;
}

/** Everything a running Yimen is made of, before it serves anybody. */
export interface Parts extends WiringParts {
  readonly database: Database<unknown>;
  readonly demoClock: DemoClock | undefined;
  /** The parts again, after the demonstration was loaded: with its clock. */
  readonly withDemoClock: () => Promise<Parts>;
  /** Pools first, then the database itself. */
  readonly close: () => Promise<void>;
}

/** The machine's clock; nothing else in the program reads it. */
const machineNow = (): Instant => instantFromMillis(Date.now());

/** Opens and migrates the database, and makes what stands on it. Only composition roots call it. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const opened = await openDatabase(options);
  try {
    await installJobs(opened.ownerConnectionString);
    const { log } = options;
    const onError = (error: Error): void => log.warn({ err: error }, 'a database connection broke');
    const database = connect<unknown>({
      connectionString: opened.connectionString,
      applicationName: 'yimen',
      max: 20,
      onError,
    });
    const reading = readingOf(options, onError);
    const crypto = createLocalCrypto({ keyFolder: join(resolve(options.dataFolder), 'keys') });
    return await assemble(options, {
      ...opened,
      database,
      reading,
      crypto,
      press: openPress({ crypto }),
      miner: openMiner(),
    });
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

/** The board's own connection; it reads under the supervisor's role, whatever its login may do. */
function readingOf(
  { supervisionDatabaseUrl }: PartsOptions,
  onError: (error: Error) => void,
): Database<unknown> | undefined {
  if (supervisionDatabaseUrl === undefined) return undefined;
  return connect({ connectionString: supervisionDatabaseUrl, applicationName: 'yimen supervision', max: 5, onError });
}

/** What is opened once, also when the demonstration is loaded and the rest made again. */
interface Opened extends OpenDatabase {
  readonly database: Database<unknown>;
  readonly reading: Database<unknown> | undefined;
  readonly crypto: Crypto;
  readonly press: Press;
  readonly miner: Miner;
}

/** Pools first, then the database itself. */
async function closeAll({ press, miner, reading, database, stop }: Opened): Promise<void> {
  await press.close();
  await miner.close();
  await reading?.close();
  await database.close();
  await stop();
}

async function assemble(options: PartsOptions, opened: Opened): Promise<Parts> {
  const { database, reading, crypto, press, miner } = opened;
  const db = database.kysely;
  const demoClock = await openDemoClock(db, machineNow);
  const shell: Shell = {
    db,
    now: demoClock?.now ?? machineNow,
    realNow: machineNow,
    newId: randomUUID,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    evaluate: evaluateCondition,
    log: options.log,
    demo: demoClock !== undefined,
  };
  const folder = resolve(options.dataFolder);
  const path = options.keyring ?? ringPath(folder);
  const keys = await openInstallationKeys({ db, crypto, path, now: machineNow });
  return {
    shell,
    reading: reading?.kysely,
    database,
    demoClock,
    ...keys,
    origin: options.origin,
    calendar: openCalendar(db, machineNow),
    files: createLocalFiles({ folder: join(folder, 'files'), crypto }),
    scanner: options.clamd === undefined ? undefined : createClamd(options.clamd),
    trusted: await trustedService(options),
    press,
    miner,
    ca: await makeDemoCa({ crypto, folder: join(folder, 'certificates'), now: machineNow }),
    withDemoClock: () => assemble(options, opened),
    close: () => closeAll(opened),
  };
}
