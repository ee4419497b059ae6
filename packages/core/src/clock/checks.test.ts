import { describe, expect, test } from 'vitest';
import { day, instantAt } from '@yimen/kernel';
import {
  checkExtension,
  checkSpecialProcedure,
  checkSuspension,
  clockRefusals,
  isListedByArticle45,
  licensingLimits,
  namedExclusions,
  specialProcedures,
  type ExtensionRequest,
  type Suspension,
} from './index.ts';

const codeOf = (
  result:
    ReturnType<typeof checkExtension> | ReturnType<typeof checkSuspension> | ReturnType<typeof checkSpecialProcedure>,
): string => (result.ok ? 'lawful' : result.error.code);

describe('what may stop the statutory clock (Art. 45)', () => {
  test('are eight procedures and no more', () => {
    expect(specialProcedures.filter(isListedByArticle45)).toEqual([
      'hearing',
      'tender',
      'auction',
      'inspection',
      'testing',
      'quarantine',
      'appraisal',
      'expertReview',
    ]);
  });

  test.each(specialProcedures)('%s: only if the article lists it', (procedure) => {
    const use = { procedure, stopsStatutory: true, stopsPromise: true, guideSays: true };
    expect(codeOf(checkSpecialProcedure(use))).toBe(
      isListedByArticle45(procedure) ? 'lawful' : 'statutory_clock_not_stopped',
    );
  });

  test('also those a law names: consultation for water abstraction (取水条例第十九条)', () => {
    const namedLaw = namedExclusions.find((exclusion) => exclusion.procedure === 'consultation')?.basis;
    const use = {
      procedure: 'consultation',
      stopsStatutory: true,
      stopsPromise: true,
      guideSays: false,
      namedLaw,
    } as const;
    expect(namedLaw).toMatchObject({ article: '第十九条' });
    expect(codeOf(checkSpecialProcedure(use))).toBe('lawful');
  });

  test.each(['siteVisit', 'consultation', 'publicNotice', 'payment'] as const)(
    '%s stops the promise only where the guide says so',
    (procedure) => {
      const use = { procedure, stopsStatutory: false, stopsPromise: true };
      expect(codeOf(checkSpecialProcedure({ ...use, guideSays: true }))).toBe('lawful');
      expect(codeOf(checkSpecialProcedure({ ...use, guideSays: false }))).toBe('promise_not_stopped');
    },
  );
});

describe('a suspension', () => {
  const lawful: Suspension = {
    procedure: 'expertReview',
    served: day('2026-03-06'),
    plannedEnd: day('2026-03-13'),
    notice: '安住建特告〔2026〕3号',
    stopsStatutory: true,
    stopsPromise: true,
  };
  test.each([
    ['a served notice that names the time', {}, 'lawful'],
    ['no notice', { notice: ' ' }, 'notice_missing'],
    ['no planned time', { plannedEnd: undefined }, 'planned_end_missing'],
    ['a planned end before service', { plannedEnd: day('2026-03-05') }, 'planned_end_before_service'],
    ['a result before service', { received: day('2026-03-05') }, 'received_before_service'],
  ])('with %s is %s', (_, change, code) => {
    expect(codeOf(checkSuspension({ ...lawful, ...change }))).toBe(code);
  });
});

describe('an extension (Art. 42)', () => {
  const lawful: ExtensionRequest = {
    extension: { count: 10 },
    allowed: licensingLimits.extension,
    alreadyExtended: false,
    now: instantAt(day('2026-03-30'), '17:30'),
    dueAt: instantAt(day('2026-03-30'), '17:30'),
    joint: false,
    approver: 'headOfAuthority',
    reason: '需补充环境影响专题论证',
  };
  test.each<readonly [string, Partial<ExtensionRequest>, string]>([
    ['by the head, in time, with a reason', {}, 'lawful'],
    [
      'of a joint case by the head of the government',
      { joint: true, approver: 'headOfGovernment', extension: { count: 15 }, allowed: licensingLimits.jointExtension },
      'lawful',
    ],
    ['of a joint case by the head of the authority', { joint: true }, 'extension_wrong_approver'],
    ['by the examiner', { approver: 'other' }, 'extension_wrong_approver'],
    ['a second time', { alreadyExtended: true }, 'extended_already'],
    ['a minute late', { now: instantAt(day('2026-03-30'), '17:31') }, 'extension_after_expiry'],
    ['without a reason', { reason: '' }, 'extension_reason_missing'],
    ['longer than the law allows', { extension: { count: 11 } }, 'extension_too_long'],
    ['by nothing', { extension: { count: 0 } }, 'extension_too_long'],
    ['in another unit than the law’s', { extension: { count: 1, unit: 'month' } }, 'extension_too_long'],
    ['where the law allows none', { allowed: undefined }, 'extension_not_allowed'],
  ])('%s is %s', (_, change, code) => {
    expect(codeOf(checkExtension({ ...lawful, ...change }))).toBe(code);
  });
});

test('every refusal cites an article and has words in both languages', () => {
  for (const refusal of clockRefusals.values()) {
    expect(refusal.article).toMatch(/^行政许可法第.+条$/);
    expect(refusal.message.length * refusal.messageEn.length).toBeGreaterThan(0);
  }
});
