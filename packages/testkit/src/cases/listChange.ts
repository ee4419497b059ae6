import { itemId, type ChangeLine } from '@yimen/core/catalogue';
import { authorityId } from '@yimen/core/people';

/** The department whose list is changed. */
export const waterBureau = authorityId('shuili');
export const waterSeat = { authority: waterBureau, level: 'city' } as const;

/** One line of a change: a published item whose draft is ready. */
export const revisedLine: ChangeLine = {
  itemId: itemId('water'),
  name: '取水许可',
  act: 'revise',
  base: 1,
  draft: 3,
  content: 'ab',
  from: waterSeat,
  to: waterSeat,
  touchesFee: false,
};
