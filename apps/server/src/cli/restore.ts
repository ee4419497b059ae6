import { parseArgs } from 'node:util';
import { storedUploads } from '../modules/casework/index.ts';
import { storedPapers } from '../modules/documents/index.ts';
import { restoreBackup } from '../platform/backup/index.ts';
import { verifyAll, type Verification } from '../platform/ledger/index.ts';
import { embeddedConfig, inWords } from './backup.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { misuse, toolHelp, toolOptions, withTool, type Tool } from './tool.ts';

const help = `yimen restore --from FOLDER --data FOLDER [选项 options]

把 yimen backup 的备份恢复到一个空的数据目录：逐个文件核对哈希，推进数据库到备份结束的那一刻，再核验整个账本，
并核对账本提到的每个文件都在。有误时退出码为 1。原来的数据目录不受影响。
Restores what yimen backup made into an empty data folder: checks every hash, brings the database to the moment the backup
ended, then verifies the whole ledger and that every file it names is there. Exit code 1 when something is wrong.

选项 / options
  --from FOLDER             备份所在目录 · the folder of the backup
${toolHelp}`;

const options = { ...toolOptions, from: { type: 'string' } } as const;

interface Proof {
  readonly ledger: Verification;
  /** Files a case or a paper names and the store does not have. */
  readonly missing: readonly string[];
  readonly named: number;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const { from, data } = values;
  if (from === undefined) throw misuse('--from', '缺少', 'is missing');
  if (data === undefined) throw misuse('--data', '请写明恢复到哪个空目录', 'name the empty folder to restore into');
  const { dataFolder } = embeddedConfig(data);
  return inWords(io, async () => {
    const { manifest, proof } = await restoreBackup({ from, dataFolder }, prove);
    const restored = { madeAt: manifest.madeAt, withKeys: manifest.withKeys, files: manifest.files.length, ...proof };
    await io.write(values.json ? `${JSON.stringify(restored)}\n` : words(restored));
    return proof.ledger.breaks.length + proof.missing.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

/** Opened as the server would, so that what was proved is what will run. */
function prove(folder: string): Promise<Proof> {
  return withTool(folder, async (tool) => {
    const named = [...new Set([...(await storedPapers(tool.db)), ...(await storedUploads(tool.db))])];
    return { ledger: await verifyAll(tool.db), missing: await missingOf(tool, named), named: named.length };
  });
}

async function missingOf({ files }: Tool, named: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const sha256 of named) if (!(await files.exists(sha256))) missing.push(sha256);
  return missing;
}

function words({
  madeAt,
  withKeys,
  files,
  ledger,
  missing,
  named,
}: Proof & {
  readonly madeAt: string;
  readonly withKeys: boolean;
  readonly files: number;
}): string {
  const { streams, entries, breaks } = ledger;
  const lines = [
    `已恢复 ${madeAt} 的备份，${String(files)} 个文件的哈希都对 / restored the backup of ${madeAt}, the hashes of ${String(files)} files are right`,
    `账本：${String(streams)} 个流，${String(entries)} 条记录，${String(breaks.length)} 处有误 / ledger: ${String(entries)} entries, ${String(breaks.length)} faulty`,
    `文书和材料：${String(named)} 个，缺 ${String(missing.length)} 个 / papers and materials: ${String(named)}, missing ${String(missing.length)}`,
    withKeys
      ? '密钥环和盖章密钥已恢复 / the key ring and the sealing keys are restored'
      : '备份不含密钥：启动前请把原来的 keys/personal.json 放回数据目录；盖章密钥会重新生成，旧文书仍可查验 / without the keys: put the original keys/personal.json back before the start; sealing keys are made anew, older papers still verify',
  ];
  return `${lines.join('\n')}\n`;
}

export const restore: Command = { help, run };
