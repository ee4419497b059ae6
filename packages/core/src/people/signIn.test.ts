import { describe, expect, test } from 'vitest';
import {
  breaksSeparation,
  isAdministrator,
  needsFreshProof,
  needsSecondFactor,
  officerActs,
  passwordFault,
  passwordProfiles,
  roles,
  type PasswordProfileName,
} from './index.ts';

const alone = { username: 'li.qing', name: '李青', hasFactor: false };
const withFactor = { ...alone, hasFactor: true };
const codeOf = (profile: PasswordProfileName, password: string, owner = alone): string =>
  passwordFault(passwordProfiles[profile], password, owner)?.code ?? 'fine';

describe('who needs what', () => {
  test('whoever signs, seals or administers has two factors; whoever receives may do without', () => {
    expect(roles.filter((role) => needsSecondFactor([role]))).toEqual([
      'approver',
      'chiefRepresentative',
      'authorityHead',
      'sealKeeper',
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
    ]);
    expect(needsSecondFactor(['windowClerk', 'approver'])).toBe(true);
  });

  test('a signature and a seal ask who one is again', () => {
    expect(officerActs.filter(needsFreshProof)).toEqual(['sign', 'seal']);
  });

  test('the three administrators exclude one another and every office (三员分立)', () => {
    expect(breaksSeparation(['systemAdministrator'])).toBe(false);
    expect(breaksSeparation(['windowClerk', 'examiner'])).toBe(false);
    expect(breaksSeparation(['systemAdministrator', 'auditAdministrator'])).toBe(true);
    expect(breaksSeparation(['securityAdministrator', 'windowClerk'])).toBe(true);
    expect(isAdministrator(['supervisor'])).toBe(false);
  });
});

describe('passwords under the profile modern', () => {
  test.each([
    ['一二三四五六七八九十天地玄黄宇', 'fine'],
    ['four plain words here', 'fine'],
    ['fourteen chars', 'password_short'],
    ['my li.qing password', 'password_has_name'],
    ['Li-Qing drinks tea', 'password_has_name'],
    ['我是李青今天也在窗口上班很高兴', 'password_has_name'],
    ['I work with YiMen', 'password_has_name'],
    ['aaaaaaaaaaaaaaaaaaaaa', 'password_monotonous'],
    ['qwertyqwertyqwerty', 'password_common'],
    ['Password1234567890', 'password_common'],
    ['P@ssw0rd!!!!!!!!', 'password_common'],
    ['1234567890123456', 'password_common'],
    ['correcthorsebatterystaple', 'password_common'],
  ])('%s: %s', (password, code) => expect(codeOf('modern', password)).toBe(code));

  test('eight characters do beside a second factor, and seven do not', () => {
    expect(codeOf('modern', 'kd8vn2xe', withFactor)).toBe('fine');
    expect(codeOf('modern', 'kd8vn2x', withFactor)).toBe('password_short');
  });

  test('the words name the number', () => {
    expect(passwordFault(passwordProfiles.modern, 'short', alone)?.words.zh).toBe('密码至少需要 15 个字符。');
  });
});

describe('passwords under the profile 等保', () => {
  test.each([
    ['kd8Vn2xe7q', 'fine'],
    ['kd8vn2xe7q', 'password_kinds'],
    ['Kd8vn2xe7', 'password_short'],
    ['Qwertyuiop123', 'password_common'],
  ])('%s: %s', (password, code) => expect(codeOf('dengbao', password)).toBe(code));
});
