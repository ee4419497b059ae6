import type { FactorEvidence } from '@yimen/core/people';
import { z } from 'zod';

/** The sign-in service (统一身份认证) staff may come by; the secret stays in its file until a server starts. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecretFile: string;
  /** The claim that holds the user name of an account here. */
  readonly usernameClaim: string;
  /** What counts as a second factor; nothing where empty. */
  readonly secondFactor: readonly FactorEvidence[];
}

export const OIDC_HELP = `  OIDC_ISSUER       统一身份认证（OpenID Connect）的地址 / the sign-in service staff may come by; needs the next two
  OIDC_CLIENT_ID    本系统在其中的编号 / what this installation is called there
  OIDC_SECRET_FILE  存放密钥的文件 / file of the secret agreed with it
  OIDC_USER_CLAIM   对应用户名的声明，默认 preferred_username / the claim that is the user name here
  OIDC_FACTOR       视为第二因素的声明值，逗号分隔 / what counts as a second factor: amr=otp,acr=urn:…, separated by commas
`;

const MACHINE = /^(127\.0\.0\.1|\[::1\]|localhost)$/;

/** Secrets and identities go through it: plain HTTP is for this machine alone. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && MACHINE.test(url.hostname));
}

const evidence = z
  .string()
  .regex(/^(amr|acr)=[^,=\s]+(,(amr|acr)=[^,=\s]+)*$/, 'must be amr=VALUE or acr=VALUE, separated by commas')
  .transform((text) =>
    text.split(',').map((one): FactorEvidence => {
      const [claim, value = ''] = one.split('=');
      return { claim: claim === 'acr' ? 'acr' : 'amr', value };
    }),
  );

export const oidcShape = {
  OIDC_ISSUER: z.string().refine(isIssuer, 'must be https://host, without a query').optional(),
  OIDC_CLIENT_ID: z.string().max(200).optional(),
  OIDC_SECRET_FILE: z.string().optional(),
  OIDC_USER_CLAIM: z
    .string()
    .regex(/^[\w:./-]{1,200}$/, 'must be the name of a claim')
    .optional(),
  OIDC_FACTOR: evidence.optional(),
};

type Values = z.infer<z.ZodObject<typeof oidcShape>>;

/** All three of the first, or none: half a configuration is a mistake, and says so. */
export function oidcFault(values: Values): string | undefined {
  const first = [values.OIDC_ISSUER, values.OIDC_CLIENT_ID, values.OIDC_SECRET_FILE];
  const given = first.filter((value) => value !== undefined).length;
  if (given === first.length) return undefined;
  const more = values.OIDC_USER_CLAIM !== undefined || values.OIDC_FACTOR !== undefined;
  return given > 0 || more ? 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_SECRET_FILE belong together' : undefined;
}

export function oidcSettings(values: Values): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_SECRET_FILE: clientSecretFile } = values;
  if (issuer === undefined || clientId === undefined || clientSecretFile === undefined) return undefined;
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecretFile,
    usernameClaim: values.OIDC_USER_CLAIM ?? 'preferred_username',
    secondFactor: values.OIDC_FACTOR ?? [],
  };
}
