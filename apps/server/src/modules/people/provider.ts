import { provesSecondFactor, type ProviderRefusal } from '@yimen/core/people';
import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Recognised } from '../../platform/oidc/index.ts';
import type { Db } from '../../platform/shell.ts';
import { factorsOf } from './factors.ts';
import { NO_HALL, recordAlone } from './record.ts';
import { beginSession, type SignedIn } from './signIn.ts';
import { beginWay, takeWay, tiesOf } from './ways.ts';
import type { Holder, PeopleWorld, TrustedService } from './world.ts';

/** The world of an installation that has a sign-in service. */
export type TrustingWorld = PeopleWorld & { readonly trusted: TrustedService };

export interface WayOut {
  /** For the cookie that ties this browser's way back to it. */
  readonly secret: string;
  readonly url: string;
}

/** Sends a browser to the sign-in service. */
export async function goToService({ shell, trusted }: TrustingWorld): Promise<Result<WayOut, ProviderRefusal>> {
  const secret = await beginWay(shell);
  const url = await trusted.service.wayOut(tiesOf(secret));
  return url.ok ? ok({ secret, url: url.value }) : url;
}

export interface WayBack {
  /** Of the cookie set on the way out; empty where the browser brought none. */
  readonly secret: string;
  /** What the service sent along, as a query. */
  readonly query: string;
  readonly address: string;
  readonly previous?: string | undefined;
}

/**
 * Signs in whom the service recognised, under the account of that user name. The session is one of this installation,
 * with its own limits. A second factor is asked for here, unless the service proves one the installation accepts. Every
 * refusal is on record; which account a stranger has, and whether there is one, is told to nobody.
 */
export async function comeFromService(world: TrustingWorld, back: WayBack): Promise<Result<SignedIn, ProviderRefusal>> {
  const { shell, trusted } = world;
  if (!(await takeWay(shell, back.secret))) return turnedAway(world, back, { why: 'oidc_refused' });
  const recognised = await trusted.service.wayBack(back.query, tiesOf(back.secret));
  if (!recognised.ok) return turnedAway(world, back, { why: recognised.error });
  const account = await accountNamed(shell.db, recognised.value);
  if (account === undefined || account.disabled) return turnedAway(world, back, { why: 'oidc_unknown', account });
  const holder = { jurisdiction: account.jurisdiction, person: account.person };
  const strong = provesSecondFactor(trusted.secondFactor, recognised.value);
  const wanted = strong ? [] : await factorsOf(shell.db, holder);
  const secret = await beginSession(shell, back, {
    ...holder,
    stage: wanted.length === 0 ? 'open' : 'factor',
    way: 'provider',
    factor: strong ? 'provider' : 'none',
  });
  return ok({ ...holder, secret, wanted });
}

interface Account extends Holder {
  readonly disabled: boolean;
}

/** A disabled account is known to the record, and to the browser no more than none. */
async function accountNamed(db: Db, { username }: Recognised): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select jurisdiction, person, disabled_at is not null as disabled
    from people.account where username = ${username.toLowerCase()}`.execute(db);
  return rows[0];
}

interface Refusing {
  readonly why: ProviderRefusal;
  readonly account?: Holder | undefined;
}

async function turnedAway(
  { shell }: PeopleWorld,
  { address }: WayBack,
  { why, account }: Refusing,
): Promise<Result<never, ProviderRefusal>> {
  const whose =
    account === undefined ? { jurisdiction: NO_HALL } : { jurisdiction: account.jurisdiction, person: account.person };
  await recordAlone(shell, { type: 'signInFailed', ...whose, from: address, detail: { way: 'provider', why } });
  return refuse(why);
}
