import { authorityId } from '@yimen/core/people';
import { checkDivision, divisionCode, levelOfDivision, parentOfDivision, type Division } from '@yimen/core/network';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../platform/database/index.ts';
import {
  authorityNames,
  countDivisions,
  departmentsOf,
  findHall,
  listHalls,
  loadDivisions,
  loadNetwork,
  type NetworkData,
} from './index.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;
beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'network test' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

const data: NetworkData = {
  hall: {
    jurisdiction: '410500',
    id: 'hall',
    name: '市民之家',
    division: '410500000000',
    divisionName: '河南省安阳市',
    address: '路',
    hours: '9–17',
    phone: '1',
    complaintPhone: '2',
    demonstration: true,
  },
  departments: [
    {
      id: authorityId('zhujian'),
      name: '住房和城乡建设局',
      shortName: '安建',
      kind: 'department',
      creditCode: '11410500005000001A',
      phone: '3',
    },
    { id: authorityId('unknown'), name: '某局', shortName: '某', kind: 'department' },
  ],
  offices: [{ id: 'o1', authority: authorityId('zhujian'), name: '行政审批服务科', form: 'dedicated' }],
  windows: [
    { id: 'w1', centre: 'hall', number: '1', name: '综合', kind: 'comprehensive', classes: ['project'] },
    { id: 'w2', centre: 'hall', number: '2', name: '住建', kind: 'department', authority: authorityId('zhujian') },
  ],
  stations: [],
};
const load = (more: Partial<NetworkData> = {}): Promise<void> =>
  app.kysely.transaction().execute((tx) => loadNetwork(tx, { ...data, ...more }));

test('a hall with its departments is loaded, and loaded again with what changed', async () => {
  await load();
  await load({ hall: { ...data.hall, phone: '12345' } });
  expect(await listHalls(app.kysely)).toEqual([{ ...data.hall, phone: '12345' }]);
  expect(await findHall(app.kysely, '330500')).toBeUndefined();
  expect(await authorityNames(app.kysely, '410500')).toEqual(
    new Map([
      ['unknown', '某局'],
      ['zhujian', '住房和城乡建设局'],
    ]),
  );
  expect((await departmentsOf(app.kysely, '410500')).get('unknown')).toEqual({
    id: 'unknown',
    name: '某局',
    shortName: '某',
  });
});

test('a window of a department nobody knows is refused by the database', async () => {
  await expect(
    load({
      windows: [
        { id: 'w3', centre: 'hall', number: '3', name: '错', kind: 'department', authority: authorityId('none') },
      ],
    }),
  ).rejects.toThrow('foreign key');
});

test('divisions are loaded to the village, coarse before fine, and again without a change', async () => {
  const codes = ['410502001003', '410502001000', '410502000000', '410500000000', '410000000000'];
  const divisions = codes.map((text): Division => {
    const code = divisionCode(text);
    if (code === undefined) throw new Error(text);
    const parent = parentOfDivision(code);
    return { code, name: `区划${text}`, level: levelOfDivision(code), ...(parent === undefined ? {} : { parent }) };
  });
  expect(divisions.flatMap((division) => checkDivision(division, new Set(codes)))).toEqual([]);
  const run = () => app.kysely.transaction().execute((tx) => loadDivisions(tx, divisions));
  expect(await run()).toEqual({ taken: 5, unchanged: 0 });
  expect(await run()).toEqual({ taken: 0, unchanged: 5 });
  expect(await countDivisions(app.kysely)).toEqual(new Map([1, 2, 3, 4, 5].map((level) => [level, 1])));
});
