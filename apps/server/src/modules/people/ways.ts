import { createHash, createHmac } from 'node:crypto';
import { instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Ties } from '../../platform/oidc/index.ts';
import type { Db, Shell } from '../../platform/shell.ts';

/** Long enough to find one's phone; the service itself gives up before. */
const WAY_MS = 10 * 60_000;

type World = Pick<Shell, 'db' | 'realNow' | 'random'>;

/** Begins a browser's way to the sign-in service and answers the secret for its cookie. */
export async function beginWay({ db, realNow, random }: World): Promise<string> {
  const secret = Buffer.from(random(32)).toString('base64url');
  await sql`insert into people.provider_way (secret_hash, begun_at)
    values (${hashed(secret)}, ${realNow()}::timestamptz)`.execute(db);
  return secret;
}

/** Takes the way of this cookie: true once, and within ten minutes. Whoever comes back a second time began no way. */
export async function takeWay({ db, realNow }: Omit<World, 'random'>, secret: string): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`delete from people.provider_way where secret_hash = ${hashed(secret)}
    returning begun_at > ${since(realNow())}::timestamptz as begun`.execute(db);
  return rows[0]?.begun === true;
}

/** What ties the way back to this browser, each from the secret of its cookie: nothing of it is stored. */
export function tiesOf(secret: string): Ties {
  const tie = (use: string): string => createHmac('sha256', secret).update(use, 'utf8').digest('base64url');
  return { state: tie('state'), nonce: tie('nonce'), verifier: tie('verifier') };
}

/** Removes ways nobody came back from. */
export async function sweepWays(db: Db, at: Instant): Promise<void> {
  await sql`delete from people.provider_way where begun_at < ${since(at)}::timestamptz`.execute(db);
}

const since = (at: Instant): Instant => instantFromMillis(millisOf(at) - WAY_MS);
const hashed = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest();
