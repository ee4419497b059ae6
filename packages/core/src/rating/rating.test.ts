import { describe, expect, test } from 'vitest';
import { day, instant } from '@yimen/kernel';
import { caseId, stages } from '../casework/index.ts';
import { rate, ratingRefusals, type RateCommand, type RatingContext, type RatingRefusal } from './index.ts';

const served: RatingContext = {
  caseId: caseId('c1'),
  stage: 'served',
  byApplicant: true,
  rated: false,
  now: instant('2026-03-02T01:00:00.000Z'),
  today: day('2026-03-02'),
};
const good: RateCommand = { type: 'rate', level: 5, comment: ' 很快 ', dimensions: { efficiency: 4 } };

describe('a rating', () => {
  test('is given by the applicant once the decision is served, and kept as given', () => {
    expect(rate(good, served)).toEqual({
      ok: true,
      value: {
        type: 'ratingGiven',
        caseId: 'c1',
        level: 5,
        comment: '很快',
        dimensions: { efficiency: 4 },
        source: 'given',
        ratedOn: '2026-03-02',
        at: served.now,
      },
    });
  });
  test('needs neither comment nor dimensions', () => {
    expect(rate({ type: 'rate', level: 1 }, served)).toMatchObject({ ok: true, value: { level: 1, dimensions: {} } });
  });
  test('follows every end but a data error', () => {
    const open = stages.filter((stage) => rate(good, { ...served, stage }).ok);
    expect(open).toEqual(['served', 'closed', 'declined', 'notRequired', 'returned', 'withdrawn', 'terminated']);
  });

  const met: Readonly<Record<RatingRefusal['code'], readonly [Partial<RateCommand>, Partial<RatingContext>]>> = {
    not_the_applicant: [{}, { byApplicant: false }],
    too_early: [{}, { stage: 'examining' }],
    case_void: [{}, { stage: 'void' }],
    already_rated: [{}, { rated: true }],
    level_unknown: [{ level: 6 }, {}],
    comment_too_long: [{ comment: '好'.repeat(501) }, {}],
  };
  test.each(Object.entries(met))('is refused: %s', (code, [command, context]) => {
    expect(rate({ ...good, ...command }, { ...served, ...context })).toMatchObject({ ok: false, error: { code } });
    expect(Object.keys(ratingRefusals)).toContain(code);
  });
  test('counts characters as people do, and knows no half level and no sixth in any dimension', () => {
    expect(rate({ ...good, comment: '𠮷'.repeat(500) }, served).ok).toBe(true);
    expect(rate({ ...good, level: 4.5 }, served)).toMatchObject({ error: { code: 'level_unknown', field: 'level' } });
    expect(rate({ ...good, dimensions: { ease: 0 } }, served)).toMatchObject({
      error: { code: 'level_unknown', field: 'dimensions.ease' },
    });
  });
});
