import { parseArgs } from 'node:util';
import { addDays, dayOf } from '@yimen/kernel';
import { advanceDemo } from '../demo/clock.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { misuse, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen demo advance --days N [选项 options]

把演示大厅的时间向前推进 N 天（1–400）；到期的事项随即发生。只对演示数据库有效，真实大厅的时间不能改动。
Moves the demonstration's time on by N days (1–400); what becomes due happens at once. Only in a demonstration: the time
of a real hall cannot be moved.

选项 / options
  --days N                  天数 · days
${toolHelp}`;

const options = { ...toolOptions, days: { type: 'string' } } as const;
const MOST = 400;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST)
    throw misuse('--days', '须为 1 至 400 的整数', 'must be 1 to 400');
  return withTool(values.data, async ({ db, realNow }) => {
    const moved = await advanceDemo(db, days);
    if (!moved.ok) {
      if (values.json) await io.write(`${JSON.stringify({ error: { code: moved.error } })}\n`);
      io.writeError('这不是演示数据库，时间不能推进 / this is no demonstration: its time cannot be moved\n');
      return exitCodes.refused;
    }
    const today = addDays(dayOf(realNow()), moved.value);
    await io.write(values.json ? `${JSON.stringify({ today })}\n` : `演示日期 / the demonstration's day: ${today}\n`);
    return exitCodes.done;
  });
}

export const demoAdvance: Command = { help, run };
