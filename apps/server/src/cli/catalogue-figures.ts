import { parseArgs } from 'node:util';
import { catalogueCuts, catalogueFigures, type CatalogueFigure, type PublishedItem } from '@yimen/core/catalogue';
import { dayOf, parseDay, type Day } from '@yimen/kernel';
import { hallItems } from '../modules/catalogue/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, readHall } from './hall.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen catalogue figures --hall 410500 [选项 options]

大厅事项的统计数字：进驻率、即办率、承诺提速率、全程网办率、两个过半；给出基期时，另列精简的事项、材料、时限、证明。
每个数字后附计算方法；--rows 列出计入的事项。
Figures of a hall's catalogue as of any day, each with its formula; with --base what was cut since; --rows names the items.

选项 / options
  --hall CODE               六位区划代码 · six digits of the division
  --as-of YYYY-MM-DD        统计日，默认今天 · as of this day, today unless told
  --base YYYY-MM-DD         基期 · what was cut since this day
  --rows                    列出计入的事项 · name the items counted
${toolHelp}`;

const options = {
  ...toolOptions,
  hall: { type: 'string' },
  'as-of': { type: 'string' },
  base: { type: 'string' },
  rows: { type: 'boolean' },
} as const;

function dayGiven(text: string | undefined, option: string): Day | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDay(text);
  if (!parsed.ok) throw misuse(option, `${text} 不是日期（YYYY-MM-DD）`, `${text} is no day (YYYY-MM-DD)`);
  return parsed.value;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const hall = readHall(required(values.hall, '--hall'));
  const asOf = dayGiven(values['as-of'], '--as-of');
  const base = dayGiven(values.base, '--base');
  return withTool(values.data, async (tool) => {
    await demandHall(tool, { ...hall, name: undefined });
    const on = asOf ?? dayOf(tool.now());
    const items = await hallItems(tool.db, hall.jurisdiction, on);
    const then = base === undefined ? undefined : await hallItems(tool.db, hall.jurisdiction, base);
    const figures = [...catalogueFigures(items), ...(then === undefined ? [] : catalogueCuts(then, items))];
    const names = new Map([...(then ?? []), ...items].map(({ id, name }: PublishedItem) => [id as string, name]));
    await io.write(
      values.json
        ? `${JSON.stringify({ hall: hall.jurisdiction, asOf: on, base, figures })}\n`
        : words(figures, values.rows === true ? names : undefined, on),
    );
    return exitCodes.done;
  });
}

function words(figures: readonly CatalogueFigure[], names: ReadonlyMap<string, string> | undefined, on: Day): string {
  const lines = figures.map((figure) => {
    const rows = names === undefined ? [] : figure.rows.map((id) => `      ${id}  ${names.get(id) ?? ''}`);
    return [
      `${figure.name.zh} / ${figure.name.en}：${valueOf(figure)}`,
      `    ${figure.formula.zh}`,
      `    ${figure.formula.en}`,
      ...rows,
    ].join('\n');
  });
  return `${on}\n${lines.join('\n')}\n`;
}

function valueOf({ count, of, half }: CatalogueFigure): string {
  if (of === undefined) return String(count);
  const share = of === 0 ? '—' : `${((count / of) * 100).toFixed(1)} %`;
  const reached = half === undefined ? '' : half ? '，已过半 / more than half' : '，未过半 / not more than half';
  return `${share}（${String(count)} / ${String(of)}）${reached}`;
}

export const figuresCommand: Command = { help, run };
