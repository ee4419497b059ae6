import { broughtTables } from '../modules/catalogue/index.ts';
import { partCommand } from './items-part.ts';
import { toolHelp } from './tool.ts';

const help = `yimen items discretion FILE.dmn --hall 410500 --item ITEM [选项 options]

把 DMN 1.3 决策表（命中策略 U A F C）作为事项草稿的裁量标准；不能表示的按行说明并拒绝。写入的是草稿，经清单调整后生效。
Takes the decision tables of a DMN 1.3 file (hit policies U A F C) as the discretion of an item's draft; what cannot be represented is refused by its
line. What is written is a draft, in force only after a change of the list.

选项 / options
  --dry-run                 只看结果 · show what it would change
  --hall CODE               六位区划代码 · six digits of the division
  --item ID                 事项编号 · the item
${toolHelp}`;

/** Discretion tables by a DMN file. */
export const itemsDiscretion = partCommand(help, ({ db }, key, bytes) => broughtTables(db, key, bytes));
