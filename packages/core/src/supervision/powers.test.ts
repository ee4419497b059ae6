import { authorityId } from '@yimen/core/people';
import { expect, test } from 'vitest';
import { powerFigures } from './index.ts';

const [zhujian, gongan] = [authorityId('zhujian'), authorityId('gongan')];
const permit = { itemId: 'permit', authority: zhujian };
const visa = { itemId: 'visa', authority: gongan };
const window = { authority: zhujian, acts: ['accept'], items: 'all' } as const;
const office = { authority: zhujian, acts: ['examine', 'approve'], items: ['permit'] } as const;
const chief = { authority: zhujian, acts: ['sign'], items: ['permit'] } as const;

test('an item is authorised where some post may sign it, and received and handled where every act of it is covered', () => {
  const [authorised, handled] = powerFigures([permit, visa], [window, office, chief]);
  expect(authorised).toMatchObject({ count: 1, of: 2, others: ['visa'] });
  expect(handled).toMatchObject({ count: 1, of: 2, others: ['visa'] });
  const [signed, whole] = powerFigures([permit], [window, chief]);
  expect([signed?.count, whole?.count]).toEqual([1, 0]);
});
test('another department’s paper and one for another item give no power', () => {
  const strangers = [
    { ...chief, authority: gongan },
    { ...chief, items: ['other'] },
  ];
  expect(powerFigures([permit], strangers).map(({ count }) => count)).toEqual([0, 0]);
});
