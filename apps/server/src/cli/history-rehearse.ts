import { parseArgs } from 'node:util';
import { mondayToFriday, type Reform, type Rehearsal } from '@yimen/core/history';
import { openCalendar } from '../modules/calendar/index.ts';
import { casesOf, findLog, rehearseCases, type StoredLog } from '../modules/history/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { logHall } from './history-hall.ts';
import { tableOf } from './history-words.ts';
import { misuse, required, toolHelp, toolOptions, withTool, type Tool } from './tool.ts';

const help = `yimen history rehearse NAME --limit 20 --new-limit 10 [选项 options]

改革推演：把一份历史日志中的每个办件按拟议的改变重走一遍，看会有多少超期、提速多少。环节名称与日志一致；多个用逗号隔开，选项可以重复。
Rehearses a reform: replays each case of a log under the proposed change and says what would have been late and how much is
saved. Steps go by their names in the log, with commas between; options may be repeated.

选项 / options
  --hall CODE               哪个大厅的日志，默认是不属于任何大厅的 · whose log; one of no hall unless told
  --limit DAYS              现行时限（工作日） · the limit of now, in working days
  --new-limit DAYS          拟议时限 · the limit proposed
  --drop STEP,…             取消的环节 · steps that fall away
  --merge STEP,STEP         合并办理 · done in one go by one officer
  --parallel STEP,STEP      并行办理 · done side by side
  --cap STEP=DAYS           环节时限 · a limit of a step's own
  --not-counted STEP,…      之前的时间不计入时限（补正、特别程序） · the time before them counts towards no limit
${toolHelp}`;

const many = { type: 'string', multiple: true, default: [] as string[] } as const;
const options = {
  ...toolOptions,
  hall: { type: 'string' },
  limit: { type: 'string' },
  'new-limit': { type: 'string' },
  drop: many,
  merge: many,
  parallel: many,
  cap: many,
  'not-counted': many,
} as const;

function daysOf(text: string | undefined, option: string): number {
  if (!/^\d{1,4}(\.\d)?$/.test(text ?? '') || Number(text) === 0) {
    throw misuse(option, '应为工作日数', 'is a number of working days');
  }
  return Number(text);
}

const namesOf = (text: string): readonly string[] => text.split(/[,，]/).map((name) => name.trim());

function capOf(text: string): readonly [string, number] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw misuse('--cap', '应如 审查=3', 'is like STEP=3');
  return [text.slice(0, at), daysOf(text.slice(at + 1), '--cap')];
}

const percent = (part: number | undefined): string => (part === undefined ? '—' : `${(part * 100).toFixed(1)}%`);

function words({ name, calendar }: StoredLog, reform: Reform, found: Rehearsal): string {
  const row = (what: string, { late, warned, days }: Rehearsal['before']): readonly string[] => [
    what,
    String(late),
    String(warned),
    found.cases === 0 ? '—' : (days / found.cases).toFixed(1),
  ];
  const table = tableOf([
    [`${name}（${String(found.cases)} 件 cases）`, '超期 late', '预警 warned', '平均工作日 mean days'],
    row(`现状 as it was, ≤ ${String(reform.limit)}`, found.before),
    row(`只改时限 limit only, ≤ ${String(reform.newLimit)}`, found.onlyLimit),
    row(`改革后 under the reform, ≤ ${String(reform.newLimit)}`, found.after),
  ]);
  const own =
    calendar === 'cn'
      ? ''
      : '  · 日志自带日历：工作日按周一至周五 / the log’s own calendar: working days are Monday to Friday\n';
  const assumed = found.assumptions.map(({ zh, en }) => `  · ${zh}\n    ${en}\n`).join('');
  return `${table}
  承诺提速率 promised faster: ${percent(found.promised)}
  用时提速率 days saved: ${percent(found.saved)}

假设 / assumptions
${own}${assumed}`;
}

async function rehearse({ db, files, realNow }: Tool, log: StoredLog, reform: Reform): Promise<Rehearsal> {
  const working = log.calendar === 'cn' ? (await openCalendar(db, realNow).current()).working : mondayToFriday;
  const found = await rehearseCases(casesOf(files, log), { reform, working });
  if (!found.ok) throw misuse(found.error.unknown, '日志中没有这个环节', 'the log has no such step');
  return found.value;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const name = required(positionals[0], 'NAME');
  const reform: Reform = {
    limit: daysOf(values.limit, '--limit'),
    newLimit: daysOf(values['new-limit'] ?? values.limit, '--new-limit'),
    dropped: values.drop.flatMap(namesOf),
    merged: values.merge.map(namesOf),
    parallel: values.parallel.map(namesOf),
    capped: Object.fromEntries(values.cap.map(capOf)),
    notCounted: values['not-counted'].flatMap(namesOf),
  };
  return withTool(values.data, async (tool) => {
    const log = await findLog(tool.db, { jurisdiction: await logHall(tool, values.hall), name });
    if (log === undefined) {
      io.writeError(`没有这份历史日志 / no such log: ${name}\n`);
      return exitCodes.refused;
    }
    const found = await rehearse(tool, log, reform);
    await io.write(values.json ? `${JSON.stringify({ log: name, reform, ...found })}\n` : words(log, reform, found));
    return exitCodes.done;
  });
}

export const historyRehearse: Command = { help, run };
