import { describe, expect, test } from 'vitest';
import { aCase, cast, commands, type GivenCase } from '@yimen/testkit/cases';
import { flowMarks } from './index.ts';

const { typical, completing, refusing, starting } = commands;
const marks = ({ state, item }: GivenCase) => [...flowMarks(state, item)].map(([id, mark]) => `${id} ${mark}`);
const now = (given: GivenCase) => marks(given).filter((mark) => mark.endsWith('current'));

describe('on the flowchart', () => {
  test('a received case waits for the check, a case with a notice for the applicant', () => {
    expect(marks(aCase.received())).toEqual(['start done', 'receive done', 'check current']);
    expect(now(aCase.received().does(typical.notifyCorrection))).toEqual(['correct current']);
  });

  test('an accepted case stands at its open step, and beside it at the procedure that stops its clock', () => {
    expect(now(aCase.accepted())).toEqual(['step:examine current']);
    expect(now(aCase.accepted().does(starting()))).toContain('special:expertReview current');
    expect(now(aCase.accepted().does(completing('examine')))).toEqual(['step:approve current']);
  });

  test('a refusal takes the way of refusals', () => {
    expect(now(aCase.signed(undefined, refusing))).toEqual(['refusal current']);
  });

  test('an ended case has nothing under way', () => {
    const ended = aCase.accepted().by(cast.clerk).does(typical.withdraw);
    expect([now(ended), marks(ended).includes('check done')]).toEqual([[], true]);
    expect(marks(aCase.received().does(typical.declineAcceptance))).toContain('declined done');
  });
});
