/** What a sign-in service says of how somebody proved who they are (RFC 8176 `amr`, OpenID Connect `acr`). */
export interface ProvedBy {
  readonly amr: readonly string[];
  readonly acr?: string;
}

/** One value that this installation takes as proof of a second factor. */
export interface FactorEvidence {
  readonly claim: 'amr' | 'acr';
  readonly value: string;
}

/**
 * Does what the service says prove a second factor? Only what the installation has named counts: services use these
 * values each in their own way, and one nobody looked at proves nothing.
 */
export function provesSecondFactor(accepted: readonly FactorEvidence[], { amr, acr }: ProvedBy): boolean {
  return accepted.some(({ claim, value }) => (claim === 'amr' ? amr.includes(value) : acr === value));
}

/** Why signing in through a sign-in service (统一身份认证) did not work. What exactly failed is in the log, for no stranger. */
export const providerRefusals = {
  oidc_unavailable: {
    zh: '统一身份认证暂时无法连接。请改用用户名和密码登录，或稍后再试。',
    en: 'The unified sign-in service cannot be reached just now. Use your name and password, or try again later.',
  },
  oidc_refused: {
    zh: '统一身份认证没有完成：已取消、已超时，或链接已用过。请重新登录。',
    en: 'The unified sign-in was not completed: cancelled, too slow, or used already. Please start again.',
  },
  oidc_unknown: {
    zh: '统一身份认证已通过，但您在本系统没有可用的账号。请联系本单位的系统管理员。',
    en: 'You were recognised, but you have no active account here. Please ask your system administrator.',
  },
} as const;
export type ProviderRefusal = keyof typeof providerRefusals;
