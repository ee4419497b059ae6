import type { CaseEntry, Channel } from '@yimen/core/casework';
import { aCase, cast, commands, filedOnline } from '@yimen/testkit/cases';
import { expect, test } from 'vitest';
import { tell, untold, visitDays } from './index.ts';

const { serving, typical } = commands;
const visits = (entries: readonly CaseEntry[], channel: Channel): number =>
  visitDays(entries.reduce(tell, untold), channel);

test('filed at the counter and fetched on another day is two visits, on the same day one', () => {
  expect(
    visits(
      aCase
        .issued()
        .on('2026-03-04')
        .does(serving({ method: 'inPerson' })).entries,
      'window',
    ),
  ).toBe(2);
  expect(visits(aCase.issued().does(serving({ method: 'inPerson' })).entries, 'window')).toBe(1);
});
test('posted or electronic, the decision is fetched by nobody', () => {
  const posted = aCase
    .issued()
    .on('2026-03-04')
    .does(serving({ method: 'post', proof: 'EMS1' }));
  expect(visits(posted.entries, 'window')).toBe(1);
});
test('filed online, a correction handed over at the counter is the only visit', () => {
  const online = filedOnline('2026-03-02');
  expect(visits(online.entries, 'web')).toBe(0);
  const corrected = online
    .does(typical.notifyCorrection)
    .on('2026-03-03')
    .by(cast.clerk)
    .does(typical.deliverCorrection);
  expect(visits(corrected.entries, 'web')).toBe(1);
});
