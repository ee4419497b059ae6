import { drawnProcedure } from '../modules/catalogue/index.ts';
import { authorityNames } from '../modules/network/index.ts';
import { partCommand } from './items-part.ts';
import { toolHelp } from './tool.ts';

const help = `yimen items procedure FILE.bpmn --hall 410500 --item ITEM [选项 options]

把 bpmn.io、Camunda Modeler 画的流程（BPMN 2.0）作为事项草稿的办理流程。违反法律规定的（未审先决、一人核查、受审不分、
不送达、不予许可不说明理由等）按元素和条款说明并拒绝；写入的是草稿，经清单调整后生效。
Takes a procedure drawn in BPMN 2.0 into an item's draft. What the law forbids is refused at its element, with the article; what is
written is a draft, in force only after a change of the list.

选项 / options
  --dry-run                 只看结果 · show what it would change
  --hall CODE               六位区划代码 · six digits of the division
  --item ID                 事项编号 · the item
${toolHelp}`;

/** A procedure by its drawing. */
export const itemsProcedure = partCommand(help, async ({ db }, key, bytes) =>
  drawnProcedure(db, key, bytes, await authorityNames(db, key.jurisdiction)),
);
