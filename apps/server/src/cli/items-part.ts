import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ItemChange } from '@yimen/core/catalogue';
import type { Result } from '@yimen/kernel';
import { faultsOf, keepPart, type BroughtPart, type PartProblem } from '../modules/catalogue/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { misuse, required, toolOptions, withTool, type Tool } from './tool.ts';

type Bring = (
  tool: Tool,
  key: { readonly jurisdiction: string; readonly itemId: string },
  bytes: Uint8Array,
) => Promise<Result<BroughtPart, PartProblem> | undefined>;

const options = {
  ...toolOptions,
  hall: { type: 'string' },
  item: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** A command that brings one part of an item from a file into its draft, or says why not. */
export function partCommand(help: string, bring: Bring): Command {
  return { help, run: (args, io) => run(bring, args, io) };
}

async function run(bring: Bring, args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const path = required(positionals[0], 'FILE');
  const itemId = required(values.item, '--item');
  const hall = readHall(required(values.hall, '--hall'));
  const bytes = await readFile(path).catch((error: unknown) => {
    throw misuse('FILE', `无法读取 ${path}`, error instanceof Error ? error.message : String(error));
  });
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const key = { jurisdiction: hall.jurisdiction, itemId };
    const brought = await bring(tool, key, bytes);
    if (brought === undefined) throw misuse('--item', `没有事项 ${itemId}`, `no item ${itemId}`);
    if (!brought.ok) return refused(io, linesOf(brought.error), values.json);
    const { changes } = brought.value;
    const done = !values['dry-run'] && changes.length > 0;
    if (done) await keepPart(tool.db, key, brought.value, { by: `import:${basename(path)}`, at: tool.now() });
    await io.write(values.json ? `${JSON.stringify({ done, changes })}\n` : words(changes, done));
    return exitCodes.done;
  });
}

async function refused(io: Io, faults: readonly string[], json: boolean): Promise<number> {
  await io.write(json ? `${JSON.stringify({ done: false, faults })}\n` : `${faults.join('\n')}\n`);
  return exitCodes.refused;
}

function linesOf(problem: PartProblem): readonly string[] {
  return faultsOf(problem).map(
    ({ place, words: { zh, en }, article = '' }) =>
      `✗ [${place.zh} ${place.en}] ${zh} / ${en}${article === '' ? '' : ` · ${article}`}`,
  );
}

function words(changes: readonly ItemChange[], done: boolean): string {
  const head = done ? '已存为草稿 kept as a draft' : '未写入任何内容 nothing was written';
  return `${[`${head}：${String(changes.length)} 处 changes`, ...changes.map(({ words: { zh, en } }) => `  ${zh} / ${en}`)].join('\n')}\n`;
}
