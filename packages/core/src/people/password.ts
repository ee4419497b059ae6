import { isCommonPassword } from './commonPasswords.ts';

/** What a hall asks of passwords. A profile is chosen by the security administrator. */
export interface PasswordProfile {
  /** Characters at least, for an account that signs in with the password alone. */
  readonly shortestAlone: number;
  /** Characters at least, where a second factor stands beside it. */
  readonly shortestWithFactor: number;
  /** How many of the four kinds of characters there must be; 1 asks for no mixture. */
  readonly kinds: number;
  /** Days after which it must be changed; never where absent. */
  readonly days?: number;
  /** How many earlier passwords may not come back. */
  readonly notAgain: number;
}

export type PasswordProfileName = 'modern' | 'dengbao';

/**
 * `modern` follows NIST SP 800-63B-4: length and a list of what everybody tries, no mixture demanded, no change by the
 * calendar. `dengbao` is what assessors of GB/T 22239—2019 8.1.4.1 a ask for: mixture and regular change.
 */
export const passwordProfiles: Readonly<Record<PasswordProfileName, PasswordProfile>> = {
  modern: { shortestAlone: 15, shortestWithFactor: 8, kinds: 1, notAgain: 1 },
  dengbao: { shortestAlone: 10, shortestWithFactor: 10, kinds: 3, days: 90, notAgain: 5 },
};

/** Which rule a new password fails; `{}` stands for the number of the profile. */
export const passwordFaults = {
  password_short: { zh: '密码至少需要 {} 个字符。', en: 'The password needs at least {} characters.' },
  password_kinds: {
    zh: '密码须包含大写字母、小写字母、数字、符号中的至少 {} 类。',
    en: 'The password needs at least {} of: capital letters, small letters, digits, signs.',
  },
  password_common: {
    zh: '这个密码（或稍加变化的同一密码）太常用，会被首先猜中。',
    en: 'This password, or nearly the same one, is among the first that are guessed.',
  },
  password_has_name: {
    zh: '密码不得包含用户名、本人姓名或本系统的名称。',
    en: 'The password must not contain the user name, one’s own name or the name of this system.',
  },
  password_monotonous: { zh: '密码用到的不同字符太少。', en: 'The password uses too few different characters.' },
  password_used: { zh: '不得使用最近 {} 次用过的密码。', en: 'One of the last {} passwords cannot be used again.' },
} as const;

export interface PasswordFault {
  readonly code: keyof typeof passwordFaults;
  readonly words: { readonly zh: string; readonly en: string };
}

export interface PasswordOwner {
  readonly username: string;
  /** As colleagues call the person. */
  readonly name: string;
  /** Does the account sign in with a second factor besides? */
  readonly hasFactor: boolean;
}

const FEWEST_DIFFERENT = 5;
/** Words everybody who stands before the door knows (NIST SP 800-63B-4, 3.1.1.2). */
const OF_THE_SYSTEM = ['yimen', '一门'];
const KINDS = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/] as const;

/** What is wrong with a new password under a profile; undefined when nothing is. History is the caller's to check. */
export function passwordFault(
  profile: PasswordProfile,
  password: string,
  { hasFactor, ...owner }: PasswordOwner,
): PasswordFault | undefined {
  const shortest = hasFactor ? profile.shortestWithFactor : profile.shortestAlone;
  const small = password.toLowerCase();
  if (Array.from(password).length < shortest) return fault('password_short', shortest);
  if (KINDS.filter((kind) => kind.test(password)).length < profile.kinds) return fault('password_kinds', profile.kinds);
  if (holdsName(small, owner)) return fault('password_has_name');
  if (new Set(small).size < FEWEST_DIFFERENT) return fault('password_monotonous');
  return isCommonPassword(small) ? fault('password_common') : undefined;
}

/** `zhou.min` is also in `ZhouMin-2026`: case and what stands between the letters hide nothing. */
function holdsName(password: string, { username, name }: Omit<PasswordOwner, 'hasFactor'>): boolean {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const held = bare(password);
  return [username, name, ...OF_THE_SYSTEM].map(bare).some((word) => word.length > 1 && held.includes(word));
}

export function usedBefore(profile: PasswordProfile): PasswordFault {
  return fault('password_used', profile.notAgain);
}

function fault(code: PasswordFault['code'], number = 0): PasswordFault {
  const { zh, en } = passwordFaults[code];
  return { code, words: { zh: zh.replace('{}', String(number)), en: en.replace('{}', String(number)) } };
}
