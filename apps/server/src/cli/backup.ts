import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError, makeBackup, type BackupMade } from '../platform/backup/index.ts';
import { configForTool, type Config } from '../platform/config.ts';
import { EmbeddedDatabaseError } from '../platform/database/index.ts';
import { exitCodes, UsageError, type Command, type Io } from './command.ts';
import { misuse, refusedConfig, toolHelp, toolOptions } from './tool.ts';

const help = `yimen backup --to FOLDER [--with-keys] [选项 options]

备份数据库和文件库；不必停止服务，备份里是复制结束那一刻的全部办件。完成后请把目录移到另一台机器。
备份含有全部个人信息，目录只有本用户可读。恢复用 yimen restore。
Copies the database and the stored files; a running server need not stop, and every act acknowledged before the copying
began is in the copy. It holds all personal data and is readable by this user only. Move it to another machine.

选项 / options
  --to FOLDER               新目录或空目录 · a folder that is new or empty
  --with-keys               连同密钥环、盖章密钥和证书 · the key ring, the keys that seal papers and their certificates as well
${toolHelp}`;

const options = { ...toolOptions, to: { type: 'string' }, 'with-keys': { type: 'boolean', default: false } } as const;

const MIB = 1_048_576;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  if (values.to === undefined) throw misuse('--to', '缺少', 'is missing');
  const config = embeddedConfig(values.data);
  const to = values.to;
  const order = { dataFolder: config.dataFolder, to, withKeys: values['with-keys'], now: io.now };
  return inWords(io, async () => {
    const made = await makeBackup(order);
    await io.write(values.json ? `${JSON.stringify({ to, ...made })}\n` : words(made, order));
    for (const path of made.damaged)
      io.writeError(`文件已损坏，原样备份 / damaged before, copied as it is: ${join(config.dataFolder, path)}\n`);
    return made.damaged.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

function words(
  { files, bytes }: BackupMade,
  { to, withKeys }: { readonly to: string; readonly withKeys: boolean },
): string {
  const size = `${String(files)} 个文件，${(bytes / MIB).toFixed(1)} MiB`;
  const keys = withKeys
    ? '含密钥：得到它的人可以读出全部证件号和电话，也可以伪造文书，请加密后另处保管 / WITH the keys: whoever gets them can read every identity number and phone, and forge papers'
    : '不含密钥（--with-keys）：请把 keys/personal.json 另处保管，没有它，恢复后无法启动，证件号和电话无法读出；盖章密钥会重新生成，旧文书仍可查验 / without the keys: keep keys/personal.json elsewhere; without it a restored hall does not start and its numbers and phones cannot be read. Sealing keys are made anew';
  return `已备份到 / backed up to ${to}: ${size}\n${keys}\n`;
}

/** A database of one's own is backed up by its own means; the copy here is one of PostgreSQL's files. */
export function embeddedConfig(data: string | undefined): Config {
  const asked = configForTool(data);
  if (asked.kind !== 'run') throw new UsageError(refusedConfig(asked.text));
  if (asked.config.databaseUrl !== undefined)
    throw misuse(
      'DATABASE_URL',
      '使用自己的 PostgreSQL 时，请用它自己的备份（pg_basebackup、pgBackRest），并另外复制数据目录里的 files、keys、certificates',
      'with a PostgreSQL of your own, use its own backup (pg_basebackup, pgBackRest), and copy files, keys and certificates of the data folder',
    );
  return asked.config;
}

/** Says what a person can put right; everything else is a bug and shows where. */
export async function inWords(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupError) io.writeError(`${error.zh} / ${error.message}\n`);
    else if (error instanceof EmbeddedDatabaseError) io.writeError(`${error.message}\n`);
    else throw error;
    return exitCodes.refused;
  }
}

export const backup: Command = { help, run };
