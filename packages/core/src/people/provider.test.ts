import { expect, test } from 'vitest';
import { provesSecondFactor, type FactorEvidence } from './index.ts';

const accepted: readonly FactorEvidence[] = [
  { claim: 'amr', value: 'otp' },
  { claim: 'acr', value: 'urn:level:3' },
];

test.each([
  ['a one-time code, as was agreed', { amr: ['pwd', 'otp'] }, true],
  ['the level that was agreed', { amr: [], acr: 'urn:level:3' }, true],
  ['a password alone', { amr: ['pwd'] }, false],
  ['a value nobody here has named', { amr: ['pwd', 'mfa'], acr: 'urn:level:9' }, false],
  ['the right value under the other claim', { amr: ['urn:level:3'], acr: 'otp' }, false],
  ['nothing at all', { amr: [] }, false],
])('%s: %#', (_what, said, proved) => {
  expect(provesSecondFactor(accepted, said)).toBe(proved);
});

test('an installation that names nothing takes nothing as a second factor', () => {
  expect(provesSecondFactor([], { amr: ['otp', 'hwk'], acr: 'urn:level:3' })).toBe(false);
});
