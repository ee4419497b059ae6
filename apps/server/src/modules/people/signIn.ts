import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Shell } from '../../platform/shell.ts';
import { isPassword } from './password.ts';
import { before, closeSession, openSession } from './session.ts';

const MOST_FAILURES = 5;
const LOCK_MS = 30 * 60_000;
/** Everybody in a hall may share one address: it is slowed down only by what no hall mistypes in half an hour. */
const MOST_FAILURES_OF_ADDRESS = 100;

export interface Attempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** What the browser already held; it is ended, so that nobody can plant a session (fixation). */
  readonly previous?: string | undefined;
}

export type SignInRefusal = 'wrong_password' | 'locked' | 'too_many';

export interface SignedIn {
  readonly secret: string;
  readonly jurisdiction: string;
  readonly person: string;
}

type World = Pick<Shell, 'db' | 'now' | 'realNow' | 'random' | 'newId'>;

interface Account {
  readonly jurisdiction: string;
  readonly person: string;
  readonly password_hash: string;
}

/**
 * Signs in by password. Each attempt is counted before the password is looked at, so that many at once get no more tries
 * than one after another; an unknown name is answered, and locked, like a known one.
 */
export async function signIn(world: World, attempt: Attempt): Promise<Result<SignedIn, SignInRefusal>> {
  const name = subject('name', attempt.username.toLowerCase());
  const address = subject('address', attempt.address);
  if ((await count(world, address)) > MOST_FAILURES_OF_ADDRESS) return refuse('too_many');
  const tries = await count(world, name);
  if (tries > MOST_FAILURES) return refuse('locked');
  const account = await findAccount(world, attempt.username.toLowerCase());
  if (!(await isPassword(account?.password_hash, attempt.password)) || account === undefined) {
    if (tries >= MOST_FAILURES) await lock(world, name);
    return refuse('wrong_password');
  }
  await forget(world, name, address);
  if (attempt.previous !== undefined) await closeSession(world, attempt.previous);
  const { jurisdiction, person } = account;
  return ok({ secret: await openSession(world, jurisdiction, person), jurisdiction, person });
}

/** Counts one try and answers how many there were; more than the most while it is locked. */
async function count({ db, realNow }: World, counted: Buffer): Promise<number> {
  const at = realNow();
  const { rows } = await sql<{ tries: number }>`
    insert into people.sign_in_failure as f (subject, failures, last_at) values (${counted}, 1, ${at}::timestamptz)
    on conflict (subject) do update set
      failures = case when f.locked_until > ${at}::timestamptz then f.failures
        when f.locked_until is not null or f.last_at < ${before(at, LOCK_MS)}::timestamptz then 1
        else f.failures + 1 end,
      locked_until = case when f.locked_until > ${at}::timestamptz then f.locked_until end,
      last_at = ${at}::timestamptz
    returning case when locked_until is null then failures else 1000000 end as tries`.execute(db);
  return rows[0]?.tries ?? 0;
}

async function lock({ db, realNow }: World, locked: Buffer): Promise<void> {
  await sql`update people.sign_in_failure set locked_until = ${before(realNow(), -LOCK_MS)}::timestamptz
    where subject = ${locked}`.execute(db);
}

/** The right password forgets the name's failures; the address's only this try, or one account would unlock guessing. */
async function forget({ db }: World, name: Buffer, address: Buffer): Promise<void> {
  await sql`with cleared as (delete from people.sign_in_failure where subject = ${name})
    update people.sign_in_failure set failures = greatest(failures - 1, 0) where subject = ${address}`.execute(db);
}

async function findAccount({ db }: World, username: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select jurisdiction, person, password_hash from people.account
    where username = ${username} and disabled_at is null`.execute(db);
  return rows[0];
}

function subject(kind: 'name' | 'address', value: string): Buffer {
  return createHash('sha256').update(`${kind}/${value}`, 'utf8').digest();
}
