import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { divisionReasons, loadDivisions, parseDivisions, type DivisionProblem } from '../modules/network/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { readText } from './text-file.ts';
import { required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen divisions import FILE.csv [选项 options]

导入行政区划（五级，至村）。列：code12, name, level, parent_code12。有误的行及其下级不采用，并说明原因。
Loads divisions to the village. Columns: code12, name, level, parent_code12. A wrong row and what is below it are refused.

选项 / options
${toolHelp}`;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: toolOptions,
    strict: true,
    allowPositionals: true,
  });
  const { divisions, problems } = parseDivisions(await readText(required(positionals[0], 'FILE'), readFile));
  return withTool(values.data, async ({ db }) => {
    const loaded = await db.transaction().execute((tx) => loadDivisions(tx, divisions));
    const rejected = problems.map(inWords);
    if (values.json) await io.write(`${JSON.stringify({ ...loaded, rejected })}\n`);
    else
      await io.write(
        `采用 taken ${String(loaded.taken)}，未变 unchanged ${String(loaded.unchanged)}，未采用 rejected ${String(rejected.length)}\n`,
      );
    if (!values.json)
      for (const { row, message, messageEn } of rejected)
        io.writeError(`第 ${String(row)} 行 line ${String(row)}: ${message} / ${messageEn}\n`);
    return rejected.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

function inWords(problem: DivisionProblem) {
  const { zh, en } = divisionReasons[problem.reason];
  return { ...problem, message: zh, messageEn: en };
}

export const divisionsImport: Command = { help, run };
