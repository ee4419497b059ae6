import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeHall } from '../hallFile/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { readHall } from './hall.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen hall export FILE.json --hall 410500

把一个大厅的设置写成 hall import 读取的文件。
Writes how a hall is set up, as hall import reads it.

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
${toolHelp}`;

const options = { ...toolOptions, hall: { type: 'string' } } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  const { jurisdiction } = readHall(required(values.hall, '--hall'));
  return withTool(values.data, async ({ db }) => {
    const file = await writeHall(db, jurisdiction);
    if (file === undefined) throw misuse('--hall', `没有 ${jurisdiction} 的大厅`, `there is no hall ${jurisdiction}`);
    await writeFile(path, `${JSON.stringify(file, undefined, 2)}\n`);
    await io.write(values.json ? `${JSON.stringify({ jurisdiction, file: path })}\n` : `已写入 / written: ${path}\n`);
    return exitCodes.done;
  });
}

export const hallExport: Command = { help, run };
