import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authorityId, jurisdiction } from '../people/index.ts';
import {
  checkDivision,
  checkNetwork,
  divisionCode,
  jurisdictionOfDivision,
  levelOfDivision,
  parentOfDivision,
  type DivisionCode,
  type Network,
} from './index.ts';

const code = (text: string): DivisionCode => {
  const read = divisionCode(text);
  if (read === undefined) throw new Error(text);
  return read;
};

describe('division codes', () => {
  test.each([
    ['410000000000', 1, undefined],
    ['410500000000', 2, '410000000000'],
    ['410502000000', 3, '410500000000'],
    ['410502001000', 4, '410502000000'],
    ['410502001003', 5, '410502001000'],
    ['441900003000', 4, '441900000000'],
  ])('%s is of level %i under %s', (text, level, parent) => {
    expect(levelOfDivision(code(text))).toBe(level);
    expect(parentOfDivision(code(text))).toBe(parent);
  });
  test.each(['', '4105', '41050000000x', '000000000000', '4105020010030'])('“%s” is none', (text) => {
    expect(divisionCode(text)).toBeUndefined();
  });
  test('a row says what is wrong with it', () => {
    const county = { code: code('410502000000'), name: '文峰区', level: 3, parent: code('410500000000') } as const;
    expect(checkDivision(county, new Set(['410500000000']))).toEqual([]);
    expect(checkDivision({ ...county, name: ' ', level: 4 }, new Set())).toEqual([
      'name_missing',
      'wrong_level',
      'parent_missing',
    ]);
    expect(checkDivision({ ...county, parent: code('410000000000') }, new Set(['410500000000']))).toEqual([
      'wrong_parent',
    ]);
    expect(jurisdictionOfDivision(county.code)).toBe('410502');
  });

  const TABLES = new URL('../../../../../shared/data/divisions/', import.meta.url);
  test.skipIf(!existsSync(TABLES)).each(['anyang', 'huzhou', 'ziyang', 'haimen', 'huiji'])(
    'the table of %s holds together (skipped where shared data is absent)',
    (place) => {
      const lines = readFileSync(new URL(`${place}.csv`, TABLES), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      const rows = lines.map((line) => line.trim().split(','));
      const known = new Set(rows.map(([first = '']) => first));
      expect(rows.length).toBeGreaterThan(10);
      for (const [text = '', , level, parent] of rows) {
        expect(levelOfDivision(code(text))).toBe(Number(level));
        expect(parentOfDivision(code(text)) ?? '').toBe(parent);
        if (parent !== undefined && parent !== '') expect(known).toContain(parent);
      }
    },
  );
});

describe('a network', () => {
  const anyang = jurisdiction('410500');
  const network: Network = {
    centres: [
      {
        id: 'c1',
        jurisdiction: anyang,
        division: code('410500000000'),
        name: '安阳市市民之家',
        address: '文明大道',
        phone: '1',
      },
    ],
    stations: [{ id: 's1', centre: 'c1', division: code('410502001000'), name: '便民服务中心' }],
    departments: [
      {
        id: authorityId('zhujian'),
        jurisdiction: anyang,
        name: '住建局',
        shortName: '安住建',
        creditCode: '11440100007483172Q',
        kind: 'department',
      },
    ],
    offices: [{ id: 'o1', authority: authorityId('zhujian'), name: '审批科', form: 'dedicated' }],
    windows: [
      { id: 'w1', centre: 'c1', number: '1', name: '住建窗口', kind: 'department', authority: authorityId('zhujian') },
      { id: 'w2', centre: 'c1', number: '2', name: '综合窗口', kind: 'comprehensive', classes: ['项目建设'] },
    ],
  };
  test('that holds together has no findings', () => {
    expect(checkNetwork(network)).toEqual([]);
  });
  test('names everything that does not', () => {
    const [department] = network.departments;
    if (department === undefined) throw new Error('one is there');
    const broken: Network = {
      ...network,
      centres: [],
      departments: [{ ...department, id: authorityId('x'), creditCode: 'x', shortName: '' }],
      windows: [...network.windows, ...network.windows.slice(1)],
    };
    expect(checkNetwork(broken)).toEqual([
      { rule: 'duplicate_id', on: 'w2' },
      { rule: 'unknown_centre', on: 's1' },
      { rule: 'unknown_centre', on: 'w1' },
      { rule: 'unknown_centre', on: 'w2' },
      { rule: 'unknown_centre', on: 'w2' },
      { rule: 'unknown_department', on: 'o1' },
      { rule: 'unknown_department', on: 'w1' },
      { rule: 'bad_credit_code', on: 'x' },
      { rule: 'short_name_missing', on: 'x' },
    ]);
  });
});
