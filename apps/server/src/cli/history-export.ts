import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import type { HistoryCase } from '@yimen/core/history';
import { instantAt, parseDay, type Instant } from '@yimen/kernel';
import { selectedCases, type CaseSelection } from '../modules/casework/index.ts';
import { loggedCases, writeCsv, writeXes } from '../modules/history/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { misuse, required, toolHelp, toolOptions, withTool, type Tool } from './tool.ts';

const help = `yimen history export FILE.xes[.gz]|FILE.csv[.gz] --hall 410500 [选项 options]

把本大厅账本中的办件写成日志（XES，即 IEEE 1849；或 CSV），供分析或导入。只含环节、时间和岗位：没有姓名、证件、电话、办件编号和任何文字内容。
Writes the hall's own cases as a log, XES (IEEE 1849) or CSV: steps, times and posts. No name, number, phone, case number
or anything anybody wrote.

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
  --item ID                 只要一个事项 · one item only
  --department ID           只要一个部门决定的 · cases one department decides
  --from DAY --to DAY       提交日期，含首尾两天 · filed on these days, both included
${toolHelp}`;

const text = { type: 'string' } as const;
const options = { ...toolOptions, hall: text, item: text, department: text, from: text, to: text } as const;

function momentOf(day: string | undefined, option: string, time: '00:00' | '24:00'): Instant | undefined {
  if (day === undefined) return undefined;
  const parsed = parseDay(day);
  if (!parsed.ok) throw misuse(option, '应为日期，如 2026-03-02', 'is a day such as 2026-03-02');
  return instantAt(parsed.value, time);
}

interface Wanted {
  readonly path: string;
  readonly selection: CaseSelection;
}

/** One snapshot, written as it is read; answers how many cases. */
async function write({ db }: Tool, { path, selection }: Wanted): Promise<number> {
  let cases = 0;
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const counted = async function* (): AsyncGenerator<HistoryCase> {
        for await (const one of loggedCases(tx, selection.jurisdiction, selectedCases(tx, selection))) {
          cases += 1;
          yield one;
        }
      };
      const lines = Readable.from(/\.csv(\.gz)?$/i.test(path) ? writeCsv(counted()) : writeXes(counted()));
      const file = createWriteStream(path);
      await (path.endsWith('.gz') ? pipeline(lines, createGzip(), file) : pipeline(lines, file));
    });
  return cases;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  if (!/\.(xes|csv)(\.gz)?$/.test(path)) throw misuse('FILE', '应以 .xes 或 .csv 结尾', 'ends in .xes or .csv');
  const hall = readHall(required(values.hall, '--hall'));
  const [from, before] = [momentOf(values.from, '--from', '00:00'), momentOf(values.to, '--to', '24:00')];
  const selection: CaseSelection = {
    jurisdiction: hall.jurisdiction,
    ...(values.item === undefined ? {} : { itemId: values.item }),
    ...(values.department === undefined ? {} : { authority: values.department }),
    ...(from === undefined ? {} : { from }),
    ...(before === undefined ? {} : { before }),
  };
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const told = { file: path, cases: await write(tool, { path, selection }) };
    const words = `已导出 exported ${String(told.cases)} 件 cases → ${path}\n`;
    await io.write(values.json ? `${JSON.stringify(told)}\n` : words);
    return exitCodes.done;
  });
}

export const historyExport: Command = { help, run };
