import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calendarOf } from '@yimen/core/calendar';
import { addDays, addMonths, dayOf, millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { readNotices } from '../modules/calendar/index.ts';
import { countAccounts } from '../modules/people/index.ts';
import { lastBackup } from '../platform/backup/index.ts';
import { checkDatabase, MIGRATIONS_FOLDER, UnsuitableDatabaseError } from '../platform/database/index.ts';
import { KeysMissing } from '../platform/personal/index.ts';
import { createClamd } from '../platform/uploads/index.ts';
import { proof, witnesses } from './doctor-proof.ts';
import type { Seen } from './doctor-seen.ts';
import type { Tool } from './tool.ts';

export type Finding = Seen & { readonly check: string };
type Check = (tool: Tool) => Promise<Seen>;

const ok = (zh: string, en: string): Seen => ({ state: 'ok', zh, en });
const warning = (zh: string, en: string): Seen => ({ state: 'warning', zh, en });
const failed = (zh: string, en: string): Seen => ({ state: 'failed', zh, en });

const GIB = 1024 ** 3;
const MOST_SKEW_MS = 2000;
/** The notice for the next year comes out in November; without it by mid-December deadlines shown are provisional. */
const CALENDAR_AHEAD_DAYS = 30;
/** Daily, with a day of grace. */
const BACKUP_FRESH_MS = 2 * 86_400_000;

/** Everything an installation stands on, in the order in which a fault would be looked for. */
export const checks: Readonly<Record<string, Check>> = {
  runtime: () => {
    const [major = 0] = process.versions.node.split('.').map(Number);
    const words = `Node ${process.versions.node}, ${process.platform}-${process.arch}`;
    return Promise.resolve(major >= 24 ? ok(words, words) : failed(`${words}，需要 24`, `${words}: 24 is needed`));
  },
  database: databaseSettings,
  migrations,
  clock,
  disk,
  backup,
  ledger,
  proof,
  witnesses,
  restored,
  calendar,
  accounts,
  keys,
  certificate,
  demo,
  jobs,
  scanner,
  web,
};

async function databaseSettings({ database }: Tool): Promise<Seen> {
  try {
    await checkDatabase(database.pool);
  } catch (error) {
    if (error instanceof UnsuitableDatabaseError) return failed(error.message, error.message);
    throw error;
  }
  const version = await one<string>(database.kysely, sql`select current_setting('server_version') as value`);
  return ok(`PostgreSQL ${version}，写入持久`, `PostgreSQL ${version}, writes are durable`);
}

async function migrations({ db }: Tool): Promise<Seen> {
  const files = (await readdir(MIGRATIONS_FOLDER)).filter((name) => name.endsWith('.sql'));
  const { rows } = await sql<{ name: string }>`select name from platform.migration`.execute(db);
  const done = new Set(rows.map(({ name }) => name));
  const pending = files.filter((name) => !done.has(name));
  if (pending.length > 0) return failed(`待执行：${pending.join(', ')}`, 'pending; start the server to apply them');
  return ok(`${String(done.size)} 个，均已执行`, `${String(done.size)}, all applied`);
}

async function clock({ db, realNow }: Tool): Promise<Seen> {
  const theirs = await one<Instant>(db, sql`select date_trunc('milliseconds', clock_timestamp()) as value`);
  const skew = Math.abs(millisOf(theirs) - millisOf(realNow()));
  const words = `${String(skew)} ms`;
  return skew > MOST_SKEW_MS
    ? failed(`本机与数据库的时钟相差 ${words}`, `the machine and the database differ by ${words}`)
    : ok(`本机与数据库相差 ${words}`, `the machine and the database differ by ${words}`);
}

async function disk({ config }: Tool): Promise<Seen> {
  await mkdir(config.dataFolder, { recursive: true });
  const { bavail, bsize } = await statfs(config.dataFolder);
  const free = (bavail * bsize) / GIB;
  const words = `${free.toFixed(1)} GiB`;
  if (free < 1) return failed(`数据目录只剩 ${words}`, `only ${words} left`);
  return free < 10 ? warning(`数据目录剩余 ${words}`, `${words} left`) : ok(`数据目录剩余 ${words}`, `${words} left`);
}

async function backup({ config, realNow }: Tool): Promise<Seen> {
  if (config.databaseUrl !== undefined)
    return warning('数据库由单位自行备份，此处未检查', 'the database is backed up by its own means: not checked here');
  const last = await lastBackup(config.dataFolder);
  if (last === undefined)
    return warning('从未备份：yimen backup --to 目录', 'never backed up: yimen backup --to FOLDER');
  return millisOf(realNow()) - millisOf(last) > BACKUP_FRESH_MS
    ? warning(`上次备份在 ${last}，已超过两天`, `the last backup is of ${last}, more than two days old`)
    : ok(`上次备份在 ${last}`, `last backup ${last}`);
}

async function ledger({ db, now }: Tool): Promise<Seen> {
  const next = addMonths(dayOf(now()), 1).slice(0, 7).replace('-', '');
  const there = await one<boolean>(db, sql`select to_regclass(${`ledger.entries_${next}`}) is not null as value`);
  const open = await one<boolean>(
    db,
    sql`select has_table_privilege('ledger.entries', 'update') or has_table_privilege('ledger.entries', 'delete')
      or has_table_privilege('ledger.entries', 'truncate') as value`,
  );
  if (open) return failed('应用角色可以改写账本', 'the application’s role could rewrite the ledger');
  return there
    ? ok('只能追加；下月分区已备', 'append-only; next month is prepared')
    : warning('下月分区尚未建立，请确认后台任务在运行', 'next month is not prepared: is the worker running?');
}

/** Readers of the ledger wait for the numbers of transactions; a restored database begins them anew. */
async function restored({ db }: Tool): Promise<Seen> {
  const ahead = await one<boolean>(
    db,
    sql`select coalesce(max(xid) >= pg_snapshot_xmax(pg_current_snapshot()), false) as value from ledger.entries`,
  );
  return ahead
    ? failed(
        '账本来自恢复：请先用 pg_resetwal 推进事务号',
        'the ledger was restored: advance the transaction number with pg_resetwal',
      )
    : ok('事务号连续', 'transaction numbers are continuous');
}

async function calendar({ db, now }: Tool): Promise<Seen> {
  const { publishedThrough, version } = calendarOf(await readNotices(db));
  const today = dayOf(now());
  if (publishedThrough < today)
    return failed(
      `节假日安排只到 ${publishedThrough}，期限均为暂定`,
      `published through ${publishedThrough}: every deadline is provisional`,
    );
  return publishedThrough < addDays(today, CALENDAR_AHEAD_DAYS)
    ? warning(
        `请导入下一年的通知（已公布至 ${publishedThrough}，版本 ${version}）`,
        `import the next notice (published through ${publishedThrough}, version ${version})`,
      )
    : ok(`已公布至 ${publishedThrough}，版本 ${version}`, `published through ${publishedThrough}, version ${version}`);
}

async function accounts({ db, demo }: Tool): Promise<Seen> {
  const { all, demonstration } = await countAccounts({ db });
  if (!demo && demonstration > 0)
    return failed(
      `有 ${String(demonstration)} 个密码公开的演示账号`,
      'accounts of the demonstration, whose password is public',
    );
  if (all === 0) return warning('还没有账号：yimen admin create', 'no account yet: yimen admin create');
  return ok(`${String(all)} 个账号`, `${String(all)} accounts`);
}

/** The key ring: there, readable by this user alone, and the one this database was sealed with. */
async function keys({ db, ringPath, keys: openKeys }: Tool): Promise<Seen> {
  const ring = await stat(ringPath).catch(() => undefined);
  const folder = await stat(dirname(ringPath)).catch(() => undefined);
  if (ring === undefined || folder === undefined) {
    const sealed = await one<boolean>(db, sql`select exists (select from platform.key_prints) as value`);
    return sealed
      ? failed(
          `没有密钥环 ${ringPath}，证件号和电话无法读出`,
          `the key ring ${ringPath} is missing: no number can be read`,
        )
      : warning('首次启动时生成密钥环', 'the key ring is made at the first start');
  }
  const open = [ring, folder].some(({ mode }) => (mode & 0o077) !== 0);
  if (open)
    return failed(
      `密钥环可被其他用户读取：chmod 600 ${ringPath}，目录 700`,
      `others can read the key ring: chmod 600 ${ringPath}, its folder 700`,
    );
  try {
    const { ring: own } = await openKeys();
    const { id, algorithm } = own.current();
    return ok(
      `密钥环只有本用户可读，现用 ${id}（${algorithm}）`,
      `readable by this user alone, sealing with ${id} (${algorithm})`,
    );
  } catch (error) {
    if (error instanceof KeysMissing) return failed(error.message, error.message);
    throw error;
  }
}

/** There is no other signer yet than the demonstration's certificate authority. */
function certificate({ demo: isDemo }: Tool): Promise<Seen> {
  return Promise.resolve(
    isDemo
      ? ok('演示文书由演示证书签名', 'papers of the demonstration bear its certificate')
      : warning(
          '文书由演示证书机构签名，没有法律效力；正式使用前须换成本机关的电子印章',
          'papers are signed by the demonstration’s certificate authority and have no legal force: the authority’s own seal is needed',
        ),
  );
}

async function demo({ demo: isDemo, now, realNow }: Tool): Promise<Seen> {
  if (!isDemo) return Promise.resolve(ok('不是演示', 'not a demonstration'));
  const ahead = Math.round((millisOf(now()) - millisOf(realNow())) / 86_400_000);
  return Promise.resolve(
    warning(
      `演示大厅，时间提前 ${String(ahead)} 天；账号密码公开，不得用于真实办件`,
      `a demonstration, ${String(ahead)} days ahead; its passwords are public, not for real cases`,
    ),
  );
}

async function jobs({ db }: Tool): Promise<Seen> {
  const dead = await one<number>(
    db,
    sql`select count(*)::int as value from graphile_worker.jobs where attempts >= max_attempts`,
  );
  return dead > 0
    ? warning(`${String(dead)} 个后台任务多次失败`, `${String(dead)} jobs failed for good`)
    : ok('没有失败的后台任务', 'no failed jobs');
}

async function scanner({ config: { clamd } }: Tool): Promise<Seen> {
  if (clamd === undefined)
    return warning('未配置 CLAMD：上传的文件不做病毒扫描', 'CLAMD is not set: uploads are not scanned for viruses');
  return (await createClamd(clamd).ping())
    ? ok('clamd 应答正常', 'clamd answers')
    : failed('clamd 没有应答，无法接收上传', 'clamd does not answer: no upload is taken');
}

function web(): Promise<Seen> {
  const apps = fileURLToPath(new URL('../../../', import.meta.url));
  const missing = ['portal/build/server/index.js', 'desk/dist/index.html'].filter(
    (file) => !existsSync(`${apps}${file}`),
  );
  return Promise.resolve(
    missing.length > 0
      ? warning(`尚未构建：${missing.join(', ')}（npm run build:web）`, 'not built yet')
      : ok('门户与工作台已构建', 'portal and desk are built'),
  );
}

async function one<T>(db: Tool['db'], query: ReturnType<typeof sql>): Promise<T> {
  const { rows } = await query.execute(db);
  const [row] = rows as readonly { readonly value: T }[];
  if (row === undefined) throw new Error('the database did not answer');
  return row.value;
}
