import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandOf, findBinaries, planLaunch, type Binaries, type Launch } from './binaries.ts';

/** A data folder of PostgreSQL that exists, and what is needed to start it. */
export interface Cluster {
  readonly folder: string;
  readonly launch: Launch;
  readonly binaries: Binaries;
  readonly secrets: Secrets;
}

export const SUPERUSER = 'postgres';
/** Owns the database `yimen`; migrates. */
export const OWNER_ROLE = 'yimen_owner';

const secretsShape = z.object({ superuser: z.string(), owner: z.string() });
type Secrets = z.infer<typeof secretsShape>;

/**
 * Sorting by code point: the same on every machine and after every upgrade of the system, so no index ever lies.
 * Chinese order (pinyin, strokes) is asked for by name where a list is shown.
 */
const INITDB = [
  '--data-checksums',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${SUPERUSER}`,
];

function readSecrets(path: string): Secrets {
  if (existsSync(path)) return secretsShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  const fresh = (): string => randomBytes(24).toString('base64url');
  const secrets = { superuser: fresh(), owner: fresh() };
  writeFileSync(path, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  return secrets;
}

function initialise(cluster: Cluster, passwordFile: string): void {
  const { folder, launch, binaries, secrets } = cluster;
  // What an interrupted first start left behind is no database yet.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  try {
    for (const path of launch.owner ? [folder, passwordFile] : [])
      chownSync(path, launch.owner?.uid ?? 0, launch.owner?.gid ?? 0);
    const [program, args] = commandOf(launch, binaries.initdb, [
      ...INITDB,
      `--pgdata=${folder}`,
      `--pwfile=${passwordFile}`,
    ]);
    const { status, stderr, error } = spawnSync(program, args, { ...launch.ids, encoding: 'utf8', cwd: '/' });
    if (status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${error?.message ?? stderr}`);
    writeFileSync(join(folder, 'yimen'), 'initialised\n');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The major version of the PostgreSQL that came with this release. */
export async function postgresVersion(): Promise<number> {
  const { postgres } = await findBinaries();
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(stdout)?.[1]);
}

/**
 * Makes a database folder that was put in place the property of whoever runs it, with passwords made here: a copy must
 * not open the original. PostgreSQL itself changes them, alone and without listening to anybody.
 */
export async function adoptCluster(dataFolder: string): Promise<void> {
  const cluster = await openCluster(dataFolder, () => undefined);
  const { folder, launch, binaries, secrets } = cluster;
  if (launch.owner) own(folder, launch.owner);
  const statements = [
    `alter role ${SUPERUSER} password '${secrets.superuser}'`,
    `alter role ${OWNER_ROLE} password '${secrets.owner}'`,
  ];
  const [program, args] = commandOf(launch, binaries.postgres, ['--single', '-D', folder, 'postgres']);
  const { status, stderr, error } = spawnSync(program, args, {
    ...launch.ids,
    cwd: '/',
    encoding: 'utf8',
    input: `${statements.join('\n')}\n`,
  });
  if (status !== 0 || /\bERROR:/.test(stderr))
    throw new Error(`the restored database could not be opened: ${error?.message ?? stderr}`);
}

function own(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), uid, gid);
}

/**
 * Finds the cluster in `<dataFolder>/postgres` or makes it (about 1.5 s). Its secrets are kept in
 * `<dataFolder>/postgres.json`, readable by the owner of the data folder only.
 */
export async function openCluster(dataFolder: string, onInitialise: () => void): Promise<Cluster> {
  mkdirSync(dataFolder, { recursive: true });
  const binaries = await findBinaries();
  const folder = join(dataFolder, 'postgres');
  const launch = planLaunch([dataFolder, binaries.initdb]);
  const cluster = { folder, launch, binaries, secrets: readSecrets(join(dataFolder, 'postgres.json')) };
  if (!existsSync(join(folder, 'yimen'))) {
    onInitialise();
    initialise(cluster, join(dataFolder, 'postgres.password'));
  }
  return cluster;
}
