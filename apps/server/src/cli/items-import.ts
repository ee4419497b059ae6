import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@yimen/kernel';
import { importItems, importReasons, type ImportedItems, type ImportFinding } from '../modules/catalogue/index.ts';
import { loadDepartments } from '../modules/network/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { ensureHall, readHall } from './hall.ts';
import { isItemsFile } from './items-file.ts';
import { takeFile } from './items-take.ts';
import { readText } from './text-file.ts';
import { required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen items import FILE.csv|FILE.xlsx|FILE.json --hall 511602:广安区政务服务中心 [选项 options]

把一份公布的事项清单导入大厅，作为仅供查询的办事指南。能采用的行被采用；其余逐行说明行号、列和原因。再次运行不作改变。
Takes a published list of items into a hall, as guides to read. Rows that can be taken are; of each other the line, the
column and the reason are told. A second run changes nothing. Exit code 1 when a row was refused.

CSV 名单是他处公布清单的抄本：改动按抄本更正；本大厅已有完整要素的事项不受影响，逐行说明。可为 UTF-8 或 GB18030。
A CSV list is a copy of what was published elsewhere: what it changes corrects the copy. Items the hall has in full are left
alone, and told. UTF-8 or GB18030.

XLSX 工作簿和 JSON 交换文件（items export 写出的格式）：大厅还没有清单时，据此建立清单并发布；已有清单的，存为草稿，
经清单调整五个环节或者更正后才生效。有一行不能采用则全部不写入。
A workbook or exchange file as items export writes it founds the list of a hall that has none. Where there is one, it makes
drafts, which take effect by the five steps or as a correction. One row that cannot be taken, and nothing is written.

CSV 列 / columns: department, main_item, item_name, task_type_code, task_type, area_code12, item_code_raw, catalog_code,
  dept_uscc, source_url

选项 / options
  --dry-run                 只预览 XLSX/JSON 的变更 · show what an XLSX or JSON would change
  --hall CODE[:NAME]        六位区划代码[:大厅名称] · six digits of the division[: name of the hall]
${toolHelp}`;

const options = { ...toolOptions, hall: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  const hall = readHall(required(values.hall, '--hall'));
  if (isItemsFile(path)) {
    return takeFile({ path, hall, data: values.data, json: values.json, dryRun: values['dry-run'] }, io);
  }
  const text = await readText(path, readFile);
  return withTool(values.data, async (tool) => {
    await ensureHall(tool, hall);
    const { jurisdiction } = hall;
    const list = { text, source: basename(path), jurisdiction, from: dayOf(tool.now()) };
    const imported = await importItems(tool.db, list);
    await tool.db.transaction().execute((tx) => loadDepartments(tx, jurisdiction, imported.departments));
    await io.write(values.json ? `${JSON.stringify(report(imported))}\n` : words(imported));
    return imported.findings.some(({ taken }) => !taken) ? exitCodes.refused : exitCodes.done;
  });
}

function report({ added, changed, unchanged, findings }: ImportedItems) {
  const rejected = findings.filter(({ taken }) => !taken).map(inWords);
  const incomplete = findings.filter(({ taken }) => taken).map(inWords);
  return { taken: added + changed, added, changed, unchanged, rejected, incomplete };
}

function inWords({ taken: _taken, ...finding }: ImportFinding) {
  const { zh, en } = importReasons[finding.reason];
  return { ...finding, message: zh, messageEn: en };
}

function words(imported: ImportedItems): string {
  const { added, changed, unchanged, rejected, incomplete } = report(imported);
  const lines = [
    `采用 taken ${String(added + changed)}（新增 added ${String(added)}，变更 changed ${String(changed)}），未变 unchanged ${String(unchanged)}，` +
      `未采用 rejected ${String(rejected.length)}，采用但有缺项 taken incomplete ${String(incomplete.length)}`,
    ...rejected.map(
      ({ row, column, value, message, messageEn }) =>
        `  第 ${String(row)} 行 line ${String(row)}${column === undefined ? '' : ` · ${column}`}: ${message} / ${messageEn}${value === undefined ? '' : ` (${value})`}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

export const itemsImport: Command = { help, run };
