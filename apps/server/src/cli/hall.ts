import { jurisdiction, type Jurisdiction } from '@yimen/core/people';
import { divisionNameOf, findHall, loadHall } from '../modules/network/index.ts';
import { misuse, type Tool } from './tool.ts';

export interface WantedHall {
  readonly jurisdiction: Jurisdiction;
  readonly name: string | undefined;
}

/** `511602:广安区政务服务中心`, or the six digits alone for a hall that is there. */
export function readHall(text: string): WantedHall {
  const [code = '', ...rest] = text.split(/[:：]/);
  const name = rest.join(':').trim();
  if (!/^[1-9]\d{5}$/.test(code)) {
    throw misuse(
      '--hall',
      '应为六位区划代码，新大厅再加冒号和名称',
      'six digits of the division, for a new hall with a colon and its name',
    );
  }
  return { jurisdiction: jurisdiction(code), name: name === '' ? undefined : name };
}

/** Whether the hall is there; one that is not can only be made under a name. */
export async function demandHall({ db }: Tool, { jurisdiction, name }: WantedHall): Promise<'there' | 'wanted'> {
  if ((await findHall(db, jurisdiction)) !== undefined) return 'there';
  if (name !== undefined) return 'wanted';
  throw misuse('--hall', `没有 ${jurisdiction} 的大厅，请写明名称`, `there is no hall ${jurisdiction}; give its name`);
}

/** Makes the hall if it is not there. What a list does not say of it stays open for an administrator to fill in. */
export async function ensureHall(tool: Tool, wanted: WantedHall): Promise<'there' | 'made'> {
  if ((await demandHall(tool, wanted)) === 'there') return 'there';
  const { db } = tool;
  const { jurisdiction, name = '' } = wanted;
  const division = `${jurisdiction}000000`;
  const divisionName = (await divisionNameOf(db, division)) ?? name;
  const unsaid = '未提供';
  const hall = { jurisdiction, id: `hall-${jurisdiction}`, name, division, divisionName, demonstration: false };
  await db
    .transaction()
    .execute((tx) => loadHall(tx, { ...hall, address: unsaid, hours: unsaid, phone: unsaid, complaintPhone: unsaid }));
  return 'made';
}
