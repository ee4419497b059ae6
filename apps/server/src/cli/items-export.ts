import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isGuideEntry, type PublishedItem } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import { hallItems, writeExchange, writeWorkbook } from '../modules/catalogue/index.ts';
import { writeDmn } from '../platform/dmn/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen items export FILE.xlsx|FILE.json|FILE.dmn --hall 410500 [选项 options]

导出大厅公布的事项：XLSX 供编辑（下拉选项，可原样导回），JSON 供交换（按 GB/T 39554 要素组织）。
Writes what a hall publishes: XLSX to edit (drop-downs; comes back without loss), JSON to exchange (elements as GB/T 39554 has them).

FILE.dmn 把一个事项（--item）的裁量标准写成 DMN 1.3。 FILE.dmn writes one item's (--item) discretion tables as DMN 1.3.

选项 / options
  --item ID                 一个事项 · one item only
  --hall CODE               六位区划代码 · six digits of the division
  --department ID           只导出一个部门 · one department only
${toolHelp}`;

const options = {
  ...toolOptions,
  hall: { type: 'string' },
  department: { type: 'string' },
  item: { type: 'string' },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  if (!/\.(xlsx|json|dmn)$/.test(path))
    throw misuse('FILE', '文件名应以 .xlsx、.json 或 .dmn 结尾', '.xlsx, .json or .dmn');
  const hall = readHall(required(values.hall, '--hall'));
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const all = await hallItems(tool.db, hall.jurisdiction, dayOf(tool.now()));
    const { department, item } = values;
    const items = all.filter(
      ({ id, authority }) =>
        (department === undefined || authority === department) && (item === undefined || id === item),
    );
    await writeFile(path, await fileOf(path, items));
    const told = { file: path, items: items.length };
    await io.write(
      values.json ? `${JSON.stringify(told)}\n` : `已导出 exported ${String(items.length)} 项 items → ${path}\n`,
    );
    return exitCodes.done;
  });
}

/** By the ending of its name. A DMN file is about one item. */
async function fileOf(path: string, items: readonly PublishedItem[]): Promise<string | Uint8Array> {
  if (path.endsWith('.json')) return writeExchange(items);
  if (path.endsWith('.xlsx')) return writeWorkbook(items);
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw misuse('--item', '请用 --item 指定一个事项', 'name one item');
  return writeDmn(isGuideEntry(item) ? [] : (item.discretion ?? []), item);
}

export const itemsExport: Command = { help, run };
