import type { FactorKind, Proof } from '@yimen/contract';
import { refuse, ok, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import { count, forget, lock, MOST_FAILURES, subject } from './attempts.ts';
import { takePasskey, type Site } from './passkeys.ts';
import { isPassword } from './password.ts';
import { record, recordAlone } from './record.ts';
import { takeRecoveryCode } from './recovery.ts';
import { takeTotp } from './totp.ts';
import type { Holder, PeopleWorld } from './world.ts';

interface Row {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recovery: number;
}

/** The second factors an account has, the strongest first; recovery codes only beside another. */
export async function factorsOf(db: Db, { jurisdiction, person }: Holder): Promise<readonly FactorKind[]> {
  const { rows } = await sql<Row>`select
    exists (select from people.totp where jurisdiction = ${jurisdiction} and person = ${person} and confirmed_at is not null) as totp,
    (select count(*)::int from people.passkey where jurisdiction = ${jurisdiction} and person = ${person}) as passkeys,
    (select count(*)::int from people.recovery_code where jurisdiction = ${jurisdiction} and person = ${person}
      and used_at is null) as recovery`.execute(db);
  const { totp = false, passkeys = 0, recovery = 0 } = rows[0] ?? {};
  const kinds: FactorKind[] = [...(passkeys > 0 ? (['passkey'] as const) : []), ...(totp ? (['totp'] as const) : [])];
  return kinds.length > 0 && recovery > 0 ? [...kinds, 'recovery'] : kinds;
}

/** Where a proof was given: in which session, in a browser at which address. */
export interface Where {
  readonly sessionId: string;
  readonly site: Site | undefined;
  readonly from: string;
}

export type ProofRefusal = 'wrong_proof' | 'locked';

/** Why a proof is asked for; written into the record. */
export interface Asked {
  readonly where: Where;
  readonly failed: 'factorFailed' | 'proofFailed';
}

const subjectOf = ({ jurisdiction, person }: Holder): Buffer => subject('factor', `${jurisdiction}/${person}`);

/**
 * Is this really the holder? Counted before it is looked at, so that many tries at once are no more than one after
 * another; five wrong ones lock for half an hour. What is taken (a code, a challenge) is taken whether or not `then`
 * succeeds.
 */
export async function prove(
  world: PeopleWorld,
  holder: Holder,
  proof: Proof,
  { where, failed }: Asked,
): Promise<Result<Proof['kind'], ProofRefusal>> {
  const { shell } = world;
  const counted = subjectOf(holder);
  const tries = await count(shell, counted);
  if (tries > MOST_FAILURES) return refuse('locked');
  const right = await shell.db.transaction().execute((tx) => isRight(world, tx, holder, { proof, where }));
  if (right) {
    await forget(shell, [counted]);
    return ok(proof.kind);
  }
  const told = { ...holder, from: where.from, detail: { with: proof.kind } };
  await recordAlone(shell, { type: failed, ...told });
  if (tries < MOST_FAILURES) return refuse('wrong_proof');
  await lock(shell, counted);
  await recordAlone(shell, { type: 'locked', ...told });
  return refuse('locked');
}

interface Given {
  readonly proof: Proof;
  readonly where: Where;
}

function isRight(world: PeopleWorld, db: Db, holder: Holder, { proof, where }: Given): Promise<boolean> {
  switch (proof.kind) {
    case 'password':
      return isOwnPassword(db, holder, proof.password);
    case 'totp':
      return takeTotp(world, db, holder, { code: proof.code, confirmed: true });
    case 'recovery':
      return takeRecoveryCode(db, world.shell, holder, proof.code);
    case 'passkey':
      return takePasskey(world, db, holder, { ...where, answer: proof.answer });
  }
}

/** Is this the account's password? */
async function isOwnPassword(db: Db, { jurisdiction, person }: Holder, password: string): Promise<boolean> {
  const { rows } = await sql<{ password_hash: string }>`select password_hash from people.account
    where jurisdiction = ${jurisdiction} and person = ${person}`.execute(db);
  return isPassword(rows[0]?.password_hash, password);
}

/** How this account proves who is there: its factors, or the password where it has none. */
export async function proofsOf(db: Db, holder: Holder): Promise<readonly Proof['kind'][]> {
  const kinds = await factorsOf(db, holder);
  return kinds.length === 0 ? ['password'] : kinds;
}

/** Says again who is there: for ten minutes the session may sign. A password alone does not do where there is a factor. */
export async function proveAgain(
  world: PeopleWorld,
  holder: Holder,
  proof: Proof,
  where: Where,
): Promise<Result<Proof['kind'], ProofRefusal>> {
  const { shell } = world;
  const wanted = await proofsOf(shell.db, holder);
  if (!wanted.includes(proof.kind)) return refuse('wrong_proof');
  const proved = await prove(world, holder, proof, { where, failed: 'proofFailed' });
  if (!proved.ok) return proved;
  await shell.db.transaction().execute(async (tx) => {
    await sql`update people.session set proved_at = ${shell.realNow()}::timestamptz where id = ${where.sessionId}`.execute(
      tx,
    );
    await record(tx, shell, { type: 'proved', ...holder, from: where.from, detail: { with: proof.kind } });
  });
  return proved;
}
