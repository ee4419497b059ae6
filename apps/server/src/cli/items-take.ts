import { dayOf } from '@yimen/kernel';
import { basename } from 'node:path';
import { hallItems, previewItems, takeItems, type TakenItem } from '../modules/catalogue/index.ts';
import { exitCodes, type Io } from './command.ts';
import { demandHall, type WantedHall } from './hall.ts';
import { readItemsFile } from './items-file.ts';
import { withTool } from './tool.ts';

interface Wanted {
  readonly path: string;
  readonly hall: WantedHall;
  readonly data: string | undefined;
  readonly json: boolean;
  readonly dryRun: boolean;
}

/** Takes a workbook or an exchange file: all of it, or nothing where one row or one item cannot be taken. */
export async function takeFile({ path, hall, data, json, dryRun }: Wanted, io: Io): Promise<number> {
  return withTool(data, async (tool) => {
    await demandHall(tool, hall);
    const { jurisdiction } = hall;
    const from = dayOf(tool.now());
    const { items, problems } = await readItemsFile(path, await hallItems(tool.db, jurisdiction, from));
    const only = dryRun || problems.length > 0;
    const taking = { jurisdiction, from, source: basename(path) };
    const taken = only ? await previewItems(tool.db, items, taking) : await takeItems(tool.db, items, taking);
    const refused = taken.filter(({ kind }) => kind === 'refused');
    const done = !only && refused.length === 0;
    await io.write(json ? `${JSON.stringify({ done, ...counts(taken), problems })}\n` : words(taken, problems, done));
    return problems.length + refused.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

function counts(taken: readonly TakenItem[]): Readonly<Record<TakenItem['kind'], number>> {
  const count = (wanted: TakenItem['kind']): number => taken.filter(({ kind }) => kind === wanted).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}

function words(taken: readonly TakenItem[], problems: readonly string[], done: boolean): string {
  const { added, changed, unchanged, refused } = counts(taken);
  const head = done ? '已导入 imported' : '未写入任何内容 nothing was written';
  const lines = taken
    .filter(({ kind }) => kind === 'changed' || kind === 'refused')
    .flatMap(({ item, changes, refused: why }) => [
      `  ${item.name} [${item.id}]`,
      ...changes.map(({ words: said }) => `    ${said.zh} / ${said.en}`),
      ...why.map((reason) => `    ✗ ${reason}`),
    ]);
  return `${[
    `${head}：新增 added ${String(added)}，变更 changed ${String(changed)}，未变 unchanged ${String(unchanged)}，不能发布 refused ${String(refused)}，不能读取 unreadable ${String(problems.length)}`,
    ...lines,
    ...problems.map((problem) => `  ✗ ${problem}`),
  ].join('\n')}\n`;
}
