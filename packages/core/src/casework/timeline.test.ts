import { describe, expect, test } from 'vitest';
import { aCase, cast, commands, type GivenCase } from '@yimen/testkit/cases';
import { holderOf, holders, publicWords, timelineOf } from './index.ts';

const { typical, starting, ending, serving, completing } = commands;
const words = ({ entries }: GivenCase): readonly string[] => timelineOf(entries).map(({ zh }) => zh);

describe('the citizen reads', () => {
  test('a whole case in plain words, none twice in a row', () => {
    expect(words(aCase.closed())).toEqual(['已收件', '已受理', '审查中', '已决定', '已送达']);
  });
  test('a correction and a stop of time', () => {
    const stopped = aCase
      .corrected()
      .does(typical.accept)
      .by(cast.examiner)
      .does(starting())
      .on('2026-03-09')
      .does(ending());
    expect(words(stopped)).toEqual(['已收件', '需补正', '已收件', '已受理', '审查中', '暂停计时', '审查中']);
  });
  test('nothing of a return that was proposed and not confirmed, of claims, opinions or reviews', () => {
    const inner = aCase
      .received()
      .does(typical.proposeReturn)
      .by(cast.windowHead)
      .does({ ...typical.confirmReturn, agreed: false });
    expect(words(inner)).toEqual(['已收件']);
    expect(words(aCase.signed())).toEqual(['已收件', '已受理', '审查中']);
  });
  test.each([
    ['已退回', aCase.received().does(typical.proposeReturn).by(cast.windowHead).does(typical.confirmReturn)],
    ['已撤回', aCase.accepted().by(cast.applicant).does(typical.withdraw)],
    ['不予受理', aCase.received().does(typical.declineAcceptance)],
    ['不需办理许可', aCase.received().does(typical.declareLicenceNotRequired)],
    ['已终止', aCase.accepted().by(cast.chief).does(typical.terminate)],
    ['已作废', aCase.accepted().by(cast.supervisor).does(typical.void)],
  ])('how it ended otherwise: %s', (ending_, given) => {
    expect(words(given).at(-1)).toBe(ending_);
  });
  test('at most seven words on the way, and no code of ours among them', () => {
    const onTheWay = ['received', 'correctionNeeded', 'accepted', 'examining', 'paused', 'decided', 'served'];
    expect(Object.keys(publicWords).slice(0, 7)).toEqual(onTheWay);
    for (const { zh } of Object.values(publicWords)) expect(zh).toMatch(/^[一-鿿]{3,7}$/);
  });
});

describe('who has it now', () => {
  test.each([
    ['window', aCase.received()],
    ['applicant', aCase.awaitingCorrection()],
    ['examination', aCase.accepted()],
    ['specialProcedure', aCase.accepted().does(starting())],
    ['decision', aCase.examined()],
    ['decision', aCase.signed()],
    ['delivery', aCase.issued()],
    ['nobody', aCase.issued().does(serving())],
    ['nobody', aCase.accepted().does(completing('examine')).by(cast.chief).does(typical.terminate)],
  ] as const)('%s', (holder, { state }) => {
    expect(holderOf(state)).toBe(holder);
    expect(holders[holder].zh).not.toBe('');
  });
});
