import { parseArgs } from 'node:util';
import { dayOf } from '@yimen/kernel';
import { hallItems, lintItems, type LintedItem } from '../modules/catalogue/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen items lint --hall 511602 [选项 options]

逐项检查大厅公布的事项：错误阻止发布，提示供编辑核对。退出码 1 表示有错误。
Checks every item a hall publishes: errors bar publishing, warnings are for an editor to look at. Exit code 1: errors.

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
  --rule NAME               只列一条规则 · one rule only
  --all                     逐项列出（默认每条规则列三项） · every finding, not three a rule
${toolHelp}`;

const options = {
  ...toolOptions,
  hall: { type: 'string' },
  rule: { type: 'string' },
  all: { type: 'boolean', default: false },
} as const;
const SHOWN = 3;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const hall = readHall(required(values.hall, '--hall'));
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const linted = lintItems(await hallItems(tool.db, hall.jurisdiction, dayOf(tool.now())));
    const found = findingsIn(linted, values.rule);
    await io.write(values.json ? `${JSON.stringify(found)}\n` : words(found, linted.length, values.all));
    return found.some(({ severity }) => severity === 'error') ? exitCodes.refused : exitCodes.done;
  });
}

type Found = LintedItem['findings'][number] & { readonly id: string; readonly name: string };

function findingsIn(linted: readonly LintedItem[], rule: string | undefined): readonly Found[] {
  const all = linted.flatMap(({ item, findings }) =>
    findings.map((finding) => ({ id: item.id, name: item.name, ...finding })),
  );
  return rule === undefined ? all : all.filter((finding) => finding.rule === rule);
}

function words(found: readonly Found[], items: number, all: boolean): string {
  const groups = [...Map.groupBy(found, ({ rule }) => rule)].toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  const count = (severity: Found['severity']): string =>
    String(found.filter((one) => one.severity === severity).length);
  const lines = groups.flatMap(([rule, own]) => [
    `${own[0]?.severity === 'error' ? '✗ 错误 error' : '! 提示 warning'} ${rule} × ${String(own.length)} · ${own[0]?.article ?? ''}`,
    `  怎么改 mend: ${own[0]?.mend.zh ?? ''} / ${own[0]?.mend.en ?? ''}`,
    ...own.slice(0, all ? own.length : SHOWN).map(lineOf),
  ]);
  const total = `${String(items)} 项 items · ${count('error')} 个错误 errors · ${count('warning')} 个提示 warnings`;
  return `${[total, ...lines].join('\n')}\n`;
}

function lineOf({ id, name, field, words: said, accepted }: Found): string {
  const reason = accepted === undefined ? '' : `（已说明理由 accepted: ${accepted.reason}）`;
  return `    ${name} [${id}] ${field}: ${said.zh} / ${said.en}${reason}`;
}

export const itemsLint: Command = { help, run };
