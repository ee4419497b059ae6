import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dayOf } from '@yimen/kernel';
import { hallItems, writeExchange, writeWorkbook } from '../modules/catalogue/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen items export FILE.xlsx|FILE.json --hall 410500 [选项 options]

导出大厅公布的事项：XLSX 供编辑（下拉选项，可原样导回），JSON 供交换（按 GB/T 39554 要素组织）。
Writes what a hall publishes: XLSX to edit (drop-downs; comes back without loss), JSON to exchange (elements as GB/T 39554 has them).

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
  --department ID           只导出一个部门 · one department only
${toolHelp}`;

const options = { ...toolOptions, hall: { type: 'string' }, department: { type: 'string' } } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  if (!/\.(xlsx|json)$/.test(path)) throw misuse('FILE', '文件名应以 .xlsx 或 .json 结尾', 'ends in .xlsx or .json');
  const hall = readHall(required(values.hall, '--hall'));
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const all = await hallItems(tool.db, hall.jurisdiction, dayOf(tool.now()));
    const items =
      values.department === undefined ? all : all.filter(({ authority }) => authority === values.department);
    await writeFile(path, path.endsWith('.json') ? writeExchange(items) : await writeWorkbook(items));
    const told = { file: path, items: items.length };
    await io.write(
      values.json ? `${JSON.stringify(told)}\n` : `已导出 exported ${String(items.length)} 项 items → ${path}\n`,
    );
    return exitCodes.done;
  });
}

export const itemsExport: Command = { help, run };
