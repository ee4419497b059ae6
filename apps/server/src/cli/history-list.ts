import { parseArgs } from 'node:util';
import { listLogs, NO_HALL } from '../modules/history/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { tableOf, timeWords } from './history-words.ts';
import { toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen history list [选项 options]

列出已导入的历史日志。
Lists the logs that were imported.

选项 / options
${toolHelp}`;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: toolOptions, strict: true });
  return withTool(values.data, async ({ db }) => {
    const logs = await listLogs(db);
    const rows = logs.map(({ jurisdiction, name, counts, importedAt }) => [
      name,
      jurisdiction === NO_HALL ? '—' : jurisdiction,
      String(counts.cases),
      String(counts.events),
      String(counts.variants),
      timeWords(counts.duration.median),
      importedAt.slice(0, 10),
    ]);
    const head = [
      '名称 name',
      '大厅 hall',
      '办件 cases',
      '事件 events',
      '路径 variants',
      '中位数 median',
      '导入 imported',
    ];
    if (values.json) await io.write(`${JSON.stringify(logs)}\n`);
    else await io.write(rows.length === 0 ? '还没有历史日志 / no logs yet\n' : tableOf([head, ...rows]));
    return exitCodes.done;
  });
}

export const historyList: Command = { help, run };
