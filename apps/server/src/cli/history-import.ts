import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importLog, offsetOf, problemLine, type LogSource } from '../modules/history/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { logHall } from './history-hall.ts';
import { countsWords } from './history-words.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen history import FILE.xes[.gz]|FILE.csv[.gz] [选项 options]

导入过去的办件日志（XES，即 IEEE 1849；或 CSV，一行一个事件）。要么全部导入，要么一行不留；有问题的给出行号。
只保留办件编号、环节、时间、状态和岗位，其他内容（可能涉及个人）一律不存。不按北京时间的日志只按周一至周五计工作日。
Takes a log of past cases: XES (IEEE 1849) or CSV, a row an event. All of it or nothing; what is wrong is told with its line.
Kept are case, activity, time, transition and resource; nothing else a log may say of people. A log whose clock is not
Beijing's is marked: its working days are Monday to Friday.

选项 / options
  --as NAME                 名称，默认取文件名 · its name; the file's unless told
  --hall CODE               属于哪个大厅（该大厅的工作台可以看到），默认不属于任何大厅 · the hall whose desk sees it; of none unless told
  --zone +08:00             日志的时间没写时区时 · the zone of timestamps that name none
  --encoding gb18030        CSV 的文字编码，默认 utf-8 · of the text
  --max-mb 1024             解压后的上限（MB）· the most it may unpack into
${toolHelp}`;

const options = {
  ...toolOptions,
  as: { type: 'string' },
  hall: { type: 'string' },
  zone: { type: 'string' },
  encoding: { type: 'string' },
  'max-mb': { type: 'string' },
} as const;

interface Asked {
  readonly zone?: string | undefined;
  readonly encoding?: string | undefined;
  readonly 'max-mb'?: string | undefined;
}

const ENCODINGS = ['utf-8', 'gb18030'];

function sourceOf(path: string, { zone, encoding = 'utf-8', 'max-mb': megabytes = '1024' }: Asked): LogSource {
  if (zone !== undefined && offsetOf(zone) === undefined) throw misuse('--zone', '应如 +08:00', 'is like +08:00');
  if (!ENCODINGS.includes(encoding)) throw misuse('--encoding', 'utf-8 或 gb18030', 'utf-8 or gb18030');
  if (!/^[1-9]\d{0,5}$/.test(megabytes)) throw misuse('--max-mb', '应为正整数', 'is a whole number');
  return { path, encoding, maxBytes: Number(megabytes) * 2 ** 20, ...(zone === undefined ? {} : { zone }) };
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  const source = sourceOf(path, values);
  const name = values.as ?? basename(path).replace(/\.(xes|csv)?(\.gz)?$/i, '');
  if (name.trim() === '' || name.length > 100) throw misuse('--as', '名称应为 1 至 100 字', '1 to 100 characters');
  return withTool(values.data, async (tool) => {
    const done = await importLog(tool, { jurisdiction: await logHall(tool, values.hall), name }, source);
    if (!done.ok) {
      if (values.json) await io.write(`${JSON.stringify({ error: done.error })}\n`);
      io.writeError(`未导入，一行未留 / nothing imported: ${problemLine(done.error)}\n`);
      return exitCodes.refused;
    }
    await io.write(
      values.json ? `${JSON.stringify(done.value)}\n` : `已导入 imported ${name}\n${countsWords(done.value)}`,
    );
    return exitCodes.done;
  });
}

export const historyImport: Command = { help, run };
