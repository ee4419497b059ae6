import { parseArgs } from 'node:util';
import { openMining, type Mined } from '@yimen/core/history';
import { casesOf, findLog, type StoredLog } from '../modules/history/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { logHall } from './history-hall.ts';
import { countsWords, spreadWords, tableOf } from './history-words.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen history show NAME [选项 options]

一份历史日志说了什么。没有选项时只显示规模；时间都是自然时间的中位数。
What a log says; without an option only its size. Times are medians of wall-clock time.

选项 / options
  --variants                最常见的路径 · the most frequent paths
  --map                     先后关系 · what followed what
  --waiting                 各环节的等待与办理 · waiting and working of each step
  --rework                  返工与退回 · what was done again, and returns
  --people                  交接与各时段工作量 · hand-over, and workload by hour
  --hall CODE               哪个大厅的日志，默认是不属于任何大厅的 · whose log; one of no hall unless told
  --top N                   每表行数，默认 20 · rows of each table
${toolHelp}`;

const flag = { type: 'boolean', default: false } as const;
const options = {
  ...toolOptions,
  variants: flag,
  map: flag,
  waiting: flag,
  rework: flag,
  people: flag,
  top: { type: 'string', default: '20' },
  hall: { type: 'string' },
} as const;

type Section = 'variants' | 'map' | 'waiting' | 'rework' | 'people';
const share = (part: number): string => `${(part * 100).toFixed(1)}%`;

/** What each option prints, heading first. */
const sections: Readonly<Record<Section, (mined: Mined, top: number) => string>> = {
  variants: ({ variants }, top) =>
    tableOf([
      ['办件 cases', '占比 share', '中位数 median', '路径 path'],
      ...variants
        .slice(0, top)
        .map(({ count, share: part, duration, path }) => [
          String(count),
          share(part),
          spreadWords(duration),
          path.join(' → '),
        ]),
    ]),
  map: ({ map }, top) =>
    tableOf([
      ['次数 times', '中位数 median', '自 from', '至 to'],
      ...map.arrows.slice(0, top).map(({ count, time, from, to }) => [String(count), spreadWords(time), from, to]),
    ]),
  waiting: ({ steps }, top) =>
    tableOf([
      ['次数 times', '合计 both', '等待 waiting', '办理 working', '环节 activity'],
      ...steps
        .slice(0, top)
        .map(({ count, whole, waiting, working, activity }) => [
          String(count),
          spreadWords(whole),
          spreadWords(waiting),
          spreadWords(working),
          activity,
        ]),
    ]) + (steps.some(({ working }) => working.count > 0) ? '' : NO_STARTS),
  rework: ({ rework }, top) =>
    `  有返工的办件 cases with rework: ${String(rework.cases)}\n` +
    tableOf([
      ['重复 repeats', '办件 cases', '环节 activity'],
      ...rework.repeated.slice(0, top).map(({ count, cases, activity }) => [String(count), String(cases), activity]),
    ]) +
    tableOf([
      ['退回 returns', '自 from', '至 to'],
      ...rework.returns.slice(0, top).map(({ count, from, to }) => [String(count), from, to]),
    ]),
  people: ({ handOvers, hours }, top) =>
    tableOf([
      ['次数 times', '中位数 median', '自 from', '至 to'],
      ...handOvers.slice(0, top).map(({ count, time, from, to }) => [String(count), spreadWords(time), from, to]),
    ]) +
    tableOf([
      ['时 hour', '完成 completed'],
      ...hours.map((count, hour) => [`${String(hour).padStart(2, '0')}:00`, String(count)]),
    ]),
};

const NO_STARTS =
  '  日志没有开始时间：等待与办理无法分开，只列合计 / the log has no starts: waiting and working cannot be told apart\n';

async function mine(cases: ReturnType<typeof casesOf>): Promise<Mined> {
  const mining = openMining();
  for await (const one of cases) mining.take(one);
  return mining.result();
}

function words(log: StoredLog, mined: Mined, wanted: readonly Section[], top: number): string {
  const parts = wanted.map((section) => `\n${sections[section](mined, top)}`);
  return `${log.name}\n${countsWords(log)}${parts.join('')}`;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const name = required(positionals[0], 'NAME');
  if (!/^[1-9]\d{0,6}$/.test(values.top)) throw misuse('--top', '应为正整数', 'is a whole number');
  const wanted = (['variants', 'map', 'waiting', 'rework', 'people'] as const).filter((section) => values[section]);
  return withTool(values.data, async (tool) => {
    const log = await findLog(tool.db, { jurisdiction: await logHall(tool, values.hall), name });
    if (log === undefined) {
      io.writeError(`没有这份历史日志 / no such log: ${name}\n`);
      return exitCodes.refused;
    }
    const mined = await mine(casesOf(tool.files, log));
    await io.write(
      values.json ? `${JSON.stringify({ log, ...mined })}\n` : words(log, mined, wanted, Number(values.top)),
    );
    return exitCodes.done;
  });
}

export const historyShow: Command = { help, run };
