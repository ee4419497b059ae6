import { readFile } from 'node:fs/promises';
import { RETURN_PATH, type TrustedService } from './modules/people/index.ts';
import type { Log } from './platform/log/index.ts';
import { openSignInService } from './platform/oidc/index.ts';
import type { OidcSettings } from './platform/oidcConfig.ts';

/** The file that was named cannot be read, or is empty. */
export class SecretUnreadable extends Error {}

export interface TrustOptions {
  readonly oidc?: OidcSettings | undefined;
  /** Where the public reaches this installation: the service sends browsers back there. */
  readonly origin: string;
  readonly log: Log;
}

/** The sign-in service as it is configured; nothing is connected to before somebody uses it. */
export async function trustedService({ oidc, origin, log }: TrustOptions): Promise<TrustedService | undefined> {
  if (oidc === undefined) return undefined;
  const { clientSecretFile, secondFactor, ...agreed } = oidc;
  const clientSecret = await secretIn(clientSecretFile);
  const acrValues = secondFactor.flatMap(({ claim, value }) => (claim === 'acr' ? [value] : []));
  const returnTo = `${origin}${RETURN_PATH}`;
  const service = openSignInService({ ...agreed, clientSecret, acrValues, returnTo }, log);
  return { service, secondFactor };
}

async function secretIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const secret = text.trim();
  if (secret === '')
    throw new SecretUnreadable(`OIDC_SECRET_FILE 无法读取或为空 / cannot be read, or is empty: ${file}`);
  return secret;
}
