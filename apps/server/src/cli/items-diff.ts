import { parseArgs } from 'node:util';
import { diffItems, type ItemChange } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import { hallItems, previewItems, versionsOf } from '../modules/catalogue/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { isItemsFile, readItemsFile } from './items-file.ts';
import { misuse, required, toolHelp, toolOptions, withTool, type Tool } from './tool.ts';

const help = `yimen items diff ITEM|FILE.xlsx|FILE.json --hall 410500 [选项 options]

事项两个版本之间，或者文件与大厅现行事项之间的差异，逐条用文字说明，并标出对办事人更严（▲）还是更宽（▽）。
What differs between two versions of an item, or between a file and what the hall publishes, in words; ▲ asks more of the
citizen, ▽ less.

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
  --from N --to N           版本号，默认最后两个 · versions, the last two unless told
${toolHelp}`;

const options = {
  ...toolOptions,
  hall: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

interface Differing {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly changes: readonly ItemChange[];
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const what = required(positionals[0], 'ITEM');
  const hall = readHall(required(values.hall, '--hall'));
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const { differing, problems } = isItemsFile(what)
      ? await fileDiff(tool, what, hall.jurisdiction)
      : {
          differing: await versionDiff(tool, { ...values, itemId: what, jurisdiction: hall.jurisdiction }),
          problems: [],
        };
    await io.write(values.json ? `${JSON.stringify({ items: differing, problems })}\n` : words(differing, problems));
    return problems.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

async function fileDiff(tool: Tool, path: string, jurisdiction: string) {
  const on = dayOf(tool.now());
  const { items, problems } = await readItemsFile(path, await hallItems(tool.db, jurisdiction, on));
  const preview = await previewItems(tool.db, items, { jurisdiction });
  const differing = preview
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ item, kind, changes }) => ({ id: item.id, name: item.name, kind, changes }));
  return { differing, problems };
}

interface AskedVersions {
  readonly jurisdiction: string;
  readonly itemId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

async function versionDiff(
  tool: Tool,
  { jurisdiction, itemId, from, to }: AskedVersions,
): Promise<readonly Differing[]> {
  const versions = await versionsOf(tool.db, jurisdiction, itemId);
  const pick = (asked: string | undefined, place: number) =>
    asked === undefined ? versions[place] : versions.find(({ version }) => version === Number(asked));
  const [before, after] = [pick(from, 1) ?? versions[0], pick(to, 0)];
  if (before === undefined || after === undefined) throw misuse('ITEM', `没有事项 ${itemId}`, `no item ${itemId}`);
  const kind = `v${String(before.version)} → v${String(after.version)}`;
  return [{ id: itemId, name: after.name, kind, changes: diffItems(before, after) }];
}

const marks = { tighter: '▲', looser: '▽', neutral: '·' } as const;

function words(differing: readonly Differing[], problems: readonly string[]): string {
  const count = differing.reduce((sum, { changes }) => sum + changes.length, 0);
  const lines = differing.flatMap(({ id, name, kind, changes }) => [
    `${name} [${id}] ${kind}`,
    ...changes.map(({ words: said, effect }) => `  ${marks[effect]} ${said.zh} / ${said.en}`),
  ]);
  const total = `${String(differing.length)} 项不同 items differ，${String(count)} 处 changes`;
  return `${[total, ...lines, ...problems.map((line) => `✗ ${line}`)].join('\n')}\n`;
}

export const itemsDiff: Command = { help, run };
