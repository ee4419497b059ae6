import { passwordFaults, providerRefusals } from '@yimen/core/people';

interface Told {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly field?: string;
  readonly article?: string;
}

const PRIVILEGE = 'GB/T 22239—2019 8.1.4.2 d)';

/** Refusals of signing in, of one's own account and of the administration. Those shared with the edge are in its table. */
export const accountRefusals = {
  sign_in_expired: {
    code: 'sign_in_expired',
    zh: '两步登录须在五分钟内完成，请重新输入用户名和密码。',
    en: 'The second step has to follow within five minutes; enter your name and password again.',
  },
  wrong_proof: {
    code: 'wrong_proof',
    zh: '验证未通过：口令不正确、已用过或已过时。请换用新的口令再试。',
    en: 'This was not right, was used already, or is too old. Please try again with a new code.',
  },
  last_factor: {
    code: 'last_factor',
    zh: '您的岗位须使用第二因素，最后一个不能删除；请先登记另一个。',
    en: 'Your posts need a second factor: the last one cannot be removed. Set up another first.',
    article: 'GB/T 22239—2019 8.1.4.1 d)',
  },
  no_factor: {
    code: 'no_factor',
    zh: '尚未登记第二因素。',
    en: 'There is no second factor yet.',
  },
  passkey_unavailable: {
    code: 'passkey_unavailable',
    zh: '通行密钥只能在以域名打开的工作台使用，当前地址不行；请改用动态口令。',
    en: 'Passkeys work only where the desk is opened by its host name, which this address is not; use one-time codes.',
  },
  powers_separated: {
    code: 'powers_separated',
    zh: '系统管理、安全管理、审计管理三种权限互斥，也不得与业务岗位由同一人兼任（三员分立）。',
    en: 'System, security and audit administration exclude one another, and every post that handles cases.',
    article: PRIVILEGE,
  },
  not_oneself: {
    code: 'not_oneself',
    zh: '不得对自己的账号进行这项操作，请由其他管理员办理。',
    en: 'Nobody does this to their own account; another administrator has to.',
    article: PRIVILEGE,
  },
  begins_in_the_past: {
    code: 'begins_in_the_past',
    zh: '岗位不得倒签，起始日不能早于今天。',
    en: 'A post is not given back in time: it begins today or later.',
    field: 'from',
  },
  ends_before_it_begins: {
    code: 'ends_before_it_begins',
    zh: '截止日不能早于起始日。',
    en: 'It cannot end before it begins.',
    field: 'to',
  },
  username_taken: {
    code: 'username_taken',
    zh: '用户名已存在。',
    en: 'The user name is taken.',
    field: 'username',
  },
} as const satisfies Readonly<Record<string, Told>>;
export type AccountRefusal = keyof typeof accountRefusals;

/** For the table of refusals in the documents. */
export const peopleRefusals: readonly (Told & { readonly words: { readonly zh: string; readonly en: string } })[] = [
  ...Object.values(accountRefusals),
  ...Object.entries(providerRefusals).map(([code, words]) => ({ code, ...words })),
  ...Object.entries(passwordFaults).map(([code, words]) => ({ code, field: 'next', ...words })),
].map((told) => ({ ...told, words: { zh: told.zh, en: told.en } }));
