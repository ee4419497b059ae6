import { expect, test } from 'vitest';
import { tablePlace, type DecisionTable } from './index.ts';

const table: DecisionTable = {
  id: 'fine',
  name: '罚款裁量',
  hitPolicy: 'U',
  inputs: [
    { id: 'times', label: '次数', expression: 'times' },
    { id: 'harm', label: '', expression: 'harm' },
  ],
  outputs: [{ id: 'amount', label: '金额' }],
  rules: [
    { id: 'r1', when: ['1', '-'], then: ['100'] },
    { id: 'r2', when: ['> 1', '-'], then: ['200'] },
  ],
};

test.each([
  ['discretion.0', { table: '罚款裁量' }],
  ['discretion.0.inputs.0', { table: '罚款裁量', column: '次数' }],
  ['discretion.0.rules.1.when.0', { table: '罚款裁量', row: 2, column: '次数' }],
  ['discretion.0.rules.0.when.1', { table: '罚款裁量', row: 1, column: 'harm' }],
  ['discretion.0.rules.1.then.0', { table: '罚款裁量', row: 2, column: '金额' }],
  ['discretion.7.rules.1.then.0', undefined],
  ['materials.0.name', undefined],
])('%s is said as the person sees it', (field, place) => {
  expect(tablePlace([table], field)).toEqual(place);
});
