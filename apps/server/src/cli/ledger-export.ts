import { parseArgs } from 'node:util';
import { exportedCases } from '../modules/casework/index.ts';
import { exportedPapers } from '../modules/documents/index.ts';
import { exportLedger } from '../modules/proof/index.ts';
import { exportedRatings } from '../modules/rating/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen ledger export > record.ndjson [选项 options]

把整个账本逐行写成 JSON，供 tools/verify/verify.py 独立核验：检查点、每条记录、流首、办件和文书的投影。
导出含有全部记录内容，请按个人信息保管。运行中的服务不受影响。
Writes the whole ledger as lines of JSON for the independent verifier, tools/verify/verify.py: checkpoints, every entry,
heads, and the rows made from them. It holds everything on record: keep it as personal data is kept.

选项 / options
${toolHelp}`;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: toolOptions, strict: true });
  return withTool(values.data, async ({ db, now, demo }) => {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const projected = [exportedCases, exportedPapers, exportedRatings];
        for await (const lines of exportLedger({ db: tx, at: now(), demo, projected })) await io.write(lines);
      });
    return exitCodes.done;
  });
}

export const ledgerExport: Command = { help, run };
