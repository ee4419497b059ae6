import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { HallFile, hallFaults, takeHall, type HallFault } from '../hallFile/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { readHall } from './hall.ts';
import { readText } from './text-file.ts';
import { required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen hall import FILE.json --hall 410500 [--dry-run]

按文件建立或者更新一个大厅：地址和开放时间、部门、审批科室、窗口、便民服务站、岗位、授权书。人员和账号不在文件中，由安全管理员、
系统管理员在工作台上登记。有一处不对则全部不写入，逐处说明；再次运行只改变不同之处，并留下记录。
Sets up or updates a hall by a file: address and hours, departments, offices, windows, stations, posts, authorisations. People and
accounts are not in it: administrators enter them at the desk. One fault, and nothing is written; each is told with its place.
Taken again it changes what differs, on record. Begin with what hall export writes.

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
  --dry-run                 只检查 · only check
${toolHelp}`;

const options = { ...toolOptions, hall: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  const { jurisdiction } = readHall(required(values.hall, '--hall'));
  const read = readFaults(await readText(path, readFile));
  if (read.faults.length > 0 || read.file === undefined) return refused(read.faults, values.json, io);
  const { file } = read;
  if (!values['dry-run']) await withTool(values.data, (tool) => takeHall(tool, jurisdiction, file));
  const { departments, windows, posts, authorisations } = file;
  const counts = [departments, windows, posts, authorisations].map(({ length }) => String(length));
  await io.write(
    values.json
      ? `${JSON.stringify({ jurisdiction, taken: !values['dry-run'] })}\n`
      : `${values['dry-run'] ? '可以导入 / can be taken' : '已导入 / taken'}：部门 departments ${counts[0] ?? ''}，窗口 windows ${counts[1] ?? ''}，岗位 posts ${counts[2] ?? ''}，授权书 authorisations ${counts[3] ?? ''}\n`,
  );
  return exitCodes.done;
}

interface ReadHallFile {
  readonly file?: HallFile;
  readonly faults: readonly HallFault[];
}

function readFaults(text: string): ReadHallFile {
  const json = parsed(text);
  if (json === undefined) {
    return { faults: [{ field: 'FILE', zh: '不是 JSON 文件。', en: 'This is no JSON file.' }] };
  }
  const shaped = HallFile.safeParse(json);
  if (shaped.success) return { file: shaped.data, faults: hallFaults(shaped.data) };
  return { faults: shaped.error.issues.map(({ path, message }) => ({ field: path.join('.'), zh: message, en: '' })) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function refused(faults: readonly HallFault[], json: boolean, io: Io): Promise<number> {
  if (json) await io.write(`${JSON.stringify({ faults })}\n`);
  else for (const { field, zh, en } of faults) io.writeError(`${field}: ${zh}${en === '' ? '' : ` / ${en}`}\n`);
  return exitCodes.refused;
}

export const hallImport: Command = { help, run };
