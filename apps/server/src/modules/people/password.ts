import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP recommends for interactive sign-in: 19 MiB, two passes, one lane (about 25 ms here). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified in place of an account that does not exist, so that both take the same time. */
const NOBODY = hash('nobody has this password', COST);

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await NOBODY), password.normalize('NFC'));
  return right && stored !== undefined;
}
