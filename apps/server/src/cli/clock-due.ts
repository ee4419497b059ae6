import { dueAfter, type Deadline } from '@yimen/core/clock';
import { runBatch } from './clock-batch.ts';
import { clockOptionsHelp, readClockFlags, type ClockFlags } from './clock-flags.ts';
import { ask, readQuestion } from './clock-input.ts';
import { exitCodes, UsageError, type Command, type Io } from './command.ts';

const help = `yimen clock due --start 2024-09-30 --days 5 [选项 options]

期限何时届满。不需要数据库。
When a limit ends. Needs no database.

${clockOptionsHelp}
  --batch                   从标准输入逐行读取 {start,days,unit?,suspend?:[["送达","收到"]],extend?}，逐行输出 JSON
                            read one JSON object a line from standard input, print one a line, in order

例 / example
  yimen clock due --start 2024-09-30 --days 5 --json
  {"due":"2024-10-12","provisional":false,…}
`;

/** What is printed of a deadline; the same alone and in a batch. */
export function dueAsJson(deadline: Deadline): string {
  const { due, provisional, dueAt, lastDay, running, calendarVersion } = deadline;
  return JSON.stringify({ due, provisional, dueAt, lastDay, running, calendarVersion });
}

async function one(flags: ClockFlags, io: Io): Promise<number> {
  const question = readQuestion(flags.raw);
  if (!question.ok) throw new UsageError({ ...question.error, field: `--${question.error.field}` });
  const answer = ask(question.value, (counting, options) => dueAfter(counting, flags.calendar, options), flags.options);
  if (!answer.ok) throw new UsageError({ ...answer.error, field: `--${answer.error.field}` });
  const { due, provisional, running } = answer.value;
  const marks = [provisional ? '暂定 provisional' : '', running ? '' : '预计（特别程序未结束）projected'].filter(
    Boolean,
  );
  await io.write(flags.json ? `${dueAsJson(answer.value)}\n` : `${[due, ...marks].join('  ')}\n`);
  return exitCodes.done;
}

export const clockDue: Command = {
  help,
  run: (args, io) => {
    const flags = readClockFlags(args, io.now);
    return flags.batch ? runBatch(flags, io, dueAsJson) : one(flags, io);
  },
};
