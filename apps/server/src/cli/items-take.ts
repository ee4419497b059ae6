import { dayOf } from '@yimen/kernel';
import { basename } from 'node:path';
import {
  draftItems,
  hallItems,
  isFounding,
  previewItems,
  takeItems,
  type BroughtItem,
} from '../modules/catalogue/index.ts';
import { exitCodes, type Io } from './command.ts';
import { demandHall, ensureHall, type WantedHall } from './hall.ts';
import { readItemsFile } from './items-file.ts';
import { withTool } from './tool.ts';

interface Wanted {
  readonly path: string;
  readonly hall: WantedHall;
  readonly data: string | undefined;
  readonly json: boolean;
  readonly dryRun: boolean;
}

/**
 * Takes a workbook or an exchange file: all of it, or nothing where one row or one item cannot be taken. It becomes law only
 * where the hall has no list yet; else it becomes drafts.
 */
export async function takeFile({ path, hall, data, json, dryRun }: Wanted, io: Io): Promise<number> {
  return withTool(data, async (tool) => {
    await demandHall(tool, hall);
    const { jurisdiction } = hall;
    const from = dayOf(tool.now());
    const { items, problems } = await readItemsFile(path, await hallItems(tool.db, jurisdiction, from));
    const founding = await isFounding(tool.db, jurisdiction);
    const only = dryRun || problems.length > 0;
    // A list nobody can find is none: the hall it founds is made with it.
    if (!only) await ensureHall(tool, hall);
    const source = basename(path);
    const take = () =>
      founding
        ? takeItems(tool.db, items, { jurisdiction, from, source })
        : draftItems(tool.db, items, { jurisdiction, by: `import:${source}`, at: tool.now() });
    const taken = only ? await previewItems(tool.db, items, { jurisdiction }) : await take();
    const refused = taken.filter(({ kind }) => kind === 'refused');
    const done = only || refused.length > 0 ? 'nothing' : founding ? 'published' : 'drafted';
    await io.write(json ? `${JSON.stringify({ done, ...counts(taken), problems })}\n` : words(taken, problems, done));
    return problems.length + refused.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

const outcomes = {
  published: '已建立清单并发布 the list is founded and published',
  drafted:
    '已存为草稿，经清单调整或者更正后生效 kept as drafts, in force only after a change of the list or a correction',
  nothing: '未写入任何内容 nothing was written',
} as const;

function counts(taken: readonly BroughtItem[]): Readonly<Record<BroughtItem['kind'], number>> {
  const count = (wanted: BroughtItem['kind']): number => taken.filter(({ kind }) => kind === wanted).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}

function words(taken: readonly BroughtItem[], problems: readonly string[], done: keyof typeof outcomes): string {
  const { added, changed, unchanged, refused } = counts(taken);
  const lines = taken
    .filter(({ kind }) => kind === 'changed' || kind === 'refused')
    .flatMap(({ item, changes, refused: why }) => [
      `  ${item.name} [${item.id}]`,
      ...changes.map(({ words: said }) => `    ${said.zh} / ${said.en}`),
      ...why.map(({ zh, en }) => `    ✗ ${zh} / ${en}`),
    ]);
  return `${[
    `${outcomes[done]}：新增 added ${String(added)}，变更 changed ${String(changed)}，未变 unchanged ${String(unchanged)}，不能采用 refused ${String(refused)}，不能读取 unreadable ${String(problems.length)}`,
    ...lines,
    ...problems.map((problem) => `  ✗ ${problem}`),
  ].join('\n')}\n`;
}
