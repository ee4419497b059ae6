import { expect, test } from 'vitest';
import { changeOf, reformOf, stepsChanged } from './reform.ts';

const STEPS = ['受理', '审查', '勘验', '决定'];

test('each step is changed as its row says; groups are those of one letter', () => {
  const typed = {
    limit: '20',
    newLimit: '10.5',
    'change-0': 'keep',
    'change-1': 'parallelA',
    'change-2': 'parallelA',
    'change-3': 'notCounted',
    'cap-1': '3',
    'cap-2': '',
  };
  expect(reformOf(typed, STEPS)).toEqual({
    limit: 20,
    newLimit: 10.5,
    dropped: [],
    notCounted: ['决定'],
    merged: [],
    parallel: [['审查', '勘验']],
    capped: { 审查: 3 },
  });
});

test('a group of one is sent as it is, for the server to say that it takes two', () => {
  expect(reformOf({ limit: '5', newLimit: '5', 'change-1': 'mergedB' }, STEPS).merged).toEqual([['审查']]);
});

test('a reform read off a draft fills the form, and the form says the same reform again', () => {
  const reform = {
    limit: 20,
    newLimit: 10,
    dropped: ['勘验'],
    notCounted: ['决定'],
    merged: [],
    parallel: [['受理', '审查']],
    capped: { 审查: 3 },
  };
  expect(stepsChanged(reform)).toEqual(['勘验', '决定', '受理', '审查']);
  const typed = Object.fromEntries(STEPS.map((step, index) => [`change-${String(index)}`, changeOf(reform, step)]));
  expect(reformOf({ limit: '20', newLimit: '10', 'cap-1': '3', ...typed }, STEPS)).toEqual(reform);
});
