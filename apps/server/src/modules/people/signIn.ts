import type { FactorKind, FactorProof } from '@yimen/contract';
import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Shell } from '../../platform/shell.ts';
import { count, forget, lock, MOST_FAILURES, subject, takeBack } from './attempts.ts';
import { factorsOf, prove, type ProofRefusal } from './factors.ts';
import type { Site } from './passkeys.ts';
import { isPassword } from './password.ts';
import { NO_HALL, record, recordAlone } from './record.ts';
import { closeSession, halfSession, openSession, type SessionFactor, type SessionWay } from './session.ts';
import type { Holder, PeopleWorld } from './world.ts';

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

export interface SignedIn extends Holder {
  readonly secret: string;
  /** Second factors, one of which is wanted before the secret opens anything; empty when it does already. */
  readonly wanted: readonly FactorKind[];
}

type World = Pick<Shell, 'db' | 'now' | 'realNow' | 'random' | 'newId' | 'demo'>;

interface Account extends Holder {
  readonly password_hash: string;
}

/**
 * Signs in by password. Each attempt is counted before the password is looked at, so that many at once get no more tries
 * than one after another; an unknown name is answered, and locked, like a known one. An account with a second factor gets
 * a session that waits for it.
 */
export async function signIn(world: World, attempt: Attempt): Promise<Result<SignedIn, SignInRefusal>> {
  const username = attempt.username.toLowerCase();
  const name = subject('name', username);
  const address = subject('address', attempt.address);
  if ((await count(world, address)) > MOST_FAILURES_OF_ADDRESS) return refuse('too_many');
  const tries = await count(world, name);
  const account = await findAccount(world, username);
  if (tries > MOST_FAILURES) return failed(world, attempt, account, 'locked');
  if (!(await isPassword(account?.password_hash, attempt.password)) || account === undefined) {
    if (tries >= MOST_FAILURES) await lock(world, name);
    return failed(world, attempt, account, tries >= MOST_FAILURES ? 'locking' : 'wrong_password');
  }
  await forget(world, [name]);
  await takeBack(world, address);
  const wanted = await factorsOf(world.db, account);
  const stage = wanted.length === 0 ? 'open' : 'factor';
  const secret = await beginSession(world, attempt, { ...holderOf(account), stage, way: 'password', factor: 'none' });
  return ok({ ...holderOf(account), secret, wanted });
}

const holderOf = ({ jurisdiction, person }: Holder): Holder => ({ jurisdiction, person });

/** The fifth wrong password is answered like the others, and locks. */
async function failed(
  world: World,
  { address }: Attempt,
  account: Account | undefined,
  why: 'wrong_password' | 'locked' | 'locking',
): Promise<Result<never, SignInRefusal>> {
  const whose = account === undefined ? { jurisdiction: NO_HALL } : holderOf(account);
  await recordAlone(world, { type: 'signInFailed', ...whose, from: address, detail: { locked: why === 'locked' } });
  if (why === 'locking') await recordAlone(world, { type: 'locked', ...whose, from: address });
  return refuse(why === 'locked' ? 'locked' : 'wrong_password');
}

interface Beginning extends Holder {
  readonly stage: 'factor' | 'open';
  readonly way: SessionWay;
  readonly factor: SessionFactor;
}

type From = Pick<Attempt, 'address' | 'previous'>;

/** A new session in place of what the browser held; an open one is an entry of the record. */
export function beginSession(world: World, { address, previous }: From, beginning: Beginning): Promise<string> {
  const { stage, way, factor, ...holder } = beginning;
  return world.db.transaction().execute(async (tx) => {
    if (previous !== undefined) await closeSession(tx, previous);
    const detail = { factor, way };
    if (stage === 'open') await record(tx, world, { type: 'signedIn', ...holder, from: address, detail });
    return openSession(tx, world, { ...beginning, address });
  });
}

/** The second step: the factor, in the browser that showed the password. */
export interface SecondStep {
  readonly secret: string;
  readonly proof: FactorProof;
  readonly address: string;
  readonly site: Site | undefined;
}

/** Opens the session the factor was wanted for, under a new secret: whoever saw the first one has nothing. */
export async function signInWithFactor(
  world: PeopleWorld,
  step: SecondStep,
): Promise<Result<SignedIn, ProofRefusal | 'sign_in_expired'>> {
  const { shell } = world;
  const half = await halfSession(shell, step.secret);
  if (half === undefined) return refuse('sign_in_expired');
  const holder = holderOf(half);
  const where = { sessionId: half.id, site: step.site, from: step.address };
  const proved = await prove(world, holder, step.proof, { where, failed: 'factorFailed' });
  if (!proved.ok) {
    if (proved.error === 'locked') await closeSession(shell.db, step.secret);
    return proved;
  }
  const from = { address: step.address, previous: step.secret };
  const beginning = { ...holder, stage: 'open', way: half.way, factor: step.proof.kind } as const;
  const secret = await beginSession(shell, from, beginning);
  return ok({ ...holder, secret, wanted: [] });
}

async function findAccount({ db }: World, username: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select jurisdiction, person, password_hash from people.account
    where username = ${username} and disabled_at is null`.execute(db);
  return rows[0];
}
