import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDivisions, stationsOf } from './index.ts';

const header = 'code12,name,level,parent_code12';
const folder = fileURLToPath(new URL('../../../../../../../shared/data/divisions/', import.meta.url));

const province = '410000000000,河南省,1,';
const city = '410500000000,安阳市,2,410000000000';
const district = '410502000000,文峰区,3,410500000000';
const town = '410502001000,东大街街道,4,410502000000';
const problemsOf = (...rows: readonly string[]) => parseDivisions([header, ...rows].join('\n')).problems;

describe('a table of divisions', () => {
  it('is read coarse before fine, in whatever order it stands', () => {
    const { divisions, problems } = parseDivisions([header, town, district, city, province].join('\n'));
    expect(problems).toEqual([]);
    expect(divisions.map(({ name }) => name)).toEqual(['河南省', '安阳市', '文峰区', '东大街街道']);
    expect(divisions[0]).toEqual({ code: '410000000000', name: '河南省', level: 1 });
    expect(divisions[3]).toMatchObject({ parent: '410502000000', level: 4 });
  });

  it.each([
    ['code12', 'bad_code', '41050200100,东大街街道,4,410502000000'],
    ['code12', 'duplicate_code', district],
    ['name', 'name_missing', '410502001000,,4,410502000000'],
    ['level', 'bad_level', '410502001000,东大街街道,镇,410502000000'],
    ['level', 'wrong_level', '410502001000,东大街街道,5,410502000000'],
    ['parent_code12', 'wrong_parent', '410502001000,东大街街道,4,410500000000'],
    ['parent_code12', 'parent_missing', '410503001000,红旗路街道,4,410503000000'],
  ] as const)('refuses a row for its %s: %s', (column, reason, row) => {
    expect(problemsOf(province, city, district, row)).toMatchObject([{ row: 5, column, reason }]);
  });

  it('refuses what stands under a refused row', () => {
    const problems = problemsOf(province, city, '410502000000,,3,410500000000', town);
    expect(problems).toMatchObject([
      { row: 4, reason: 'name_missing' },
      { row: 5, reason: 'parent_missing' },
    ]);
  });

  it('tells which column is missing', () => {
    expect(parseDivisions('code12,name\n').problems).toEqual([{ row: 1, column: 'level', reason: 'column_missing' }]);
  });

  it('gives every town a centre and every village a station', () => {
    const village = '410502001001,东大街社区,5,410502001000';
    const { divisions } = parseDivisions([header, province, city, district, town, village].join('\n'));
    expect(stationsOf(divisions, 'anyang-hall').map(({ name }) => name)).toEqual([
      '东大街街道便民服务中心',
      '东大街社区便民服务站',
    ]);
  });
});

describe.skipIf(!existsSync(folder))('the divisions of the five places (skipped without the shared data)', () => {
  it.each([
    ['anyang', 3436],
    ['huzhou', 1380],
    ['ziyang', 227],
    ['haimen', 332],
    ['huiji', 103],
  ] as const)('%s is read whole: %i divisions', (place, count) => {
    const { divisions, problems } = parseDivisions(readFileSync(`${folder}${place}.csv`, 'utf8'));
    expect(problems).toEqual([]);
    expect(divisions.length).toBe(count);
  });
});
