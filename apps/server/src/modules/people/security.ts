import {
  breaksSeparation,
  termFault,
  type PasswordProfileName,
  type Role,
  type Term,
  type TermFault,
} from '@yimen/core/people';
import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { subjectsOf, type By } from './accounts.ts';
import { forget } from './attempts.ts';
import { record } from './record.ts';
import { removeRecoveryCodes } from './recovery.ts';
import { endSessions } from './session.ts';
import { removeTotp } from './totp.ts';
import type { Holder, PeopleWorld } from './world.ts';

/** Opens what wrong passwords and wrong proofs have locked. */
export function unlockAccount({ shell }: PeopleWorld, holder: Holder, how: By): Promise<Result<void, 'not_found'>> {
  return transact(shell.db, async (tx) => {
    const { rows } = await sql<{ username: string }>`select username from people.account
      where jurisdiction = ${holder.jurisdiction} and person = ${holder.person}`.execute(tx);
    const [account] = rows;
    if (account === undefined) return refuse('not_found');
    await forget({ db: tx }, subjectsOf(holder, account.username));
    await record(tx, shell, { type: 'accountUnlocked', ...holder, ...how });
    return ok(undefined);
  });
}

/** Takes away every second factor, for somebody who has lost theirs; their sessions end, and the next one enrols anew. */
export function resetFactors({ shell }: PeopleWorld, holder: Holder, how: By): Promise<Result<void, 'not_found'>> {
  return transact(shell.db, async (tx) => {
    if (!(await hasAccount(tx, holder))) return refuse('not_found');
    await removeTotp(tx, holder);
    await sql`delete from people.passkey where jurisdiction = ${holder.jurisdiction} and person = ${holder.person}`.execute(
      tx,
    );
    await removeRecoveryCodes(tx, holder);
    await endSessions(tx, holder);
    await record(tx, shell, { type: 'factorsReset', ...holder, ...how });
    return ok(undefined);
  });
}

async function hasAccount(tx: Tx, { jurisdiction, person }: Holder): Promise<boolean> {
  const { rows } =
    await sql`select from people.account where jurisdiction = ${jurisdiction} and person = ${person}`.execute(tx);
  return rows.length > 0;
}

export interface Ending extends By {
  readonly post: string;
  readonly today: Day;
}

export interface Giving extends Ending {
  readonly term: Term;
}

export type GivingRefusal = TermFault | 'not_found' | 'powers_separated';

/**
 * Gives a post for a term. The first holder has rank A, everybody beside them is a deputy (B 岗). The three administrations exclude one another and every other post: refused here in words,
 * and by the database whoever writes.
 */
export function givePost(
  { shell }: PeopleWorld,
  holder: Holder,
  { post, today, term, ...how }: Giving,
): Promise<Result<void, GivingRefusal>> {
  const { jurisdiction, person } = holder;
  const fault = termFault(term, today);
  if (fault !== undefined) return Promise.resolve(refuse(fault));
  return transact<void, GivingRefusal>(shell.db, async (tx) => {
    const { rows: wanted } = await sql<{ roles: Role[] }>`select roles from people.post
      where jurisdiction = ${jurisdiction} and id = ${post}`.execute(tx);
    const [given] = wanted;
    if (given === undefined || !(await hasAccount(tx, holder))) return refuse('not_found');
    // The same lock as the database's own check takes: of two grants at once the second sees the first.
    await sql`select from people.person where jurisdiction = ${jurisdiction} and id = ${person} for no key update`.execute(
      tx,
    );
    if (breaksSeparation([...given.roles, ...(await rolesFrom(tx, holder, today))])) return refuse('powers_separated');
    await sql`insert into people.posting (jurisdiction, person, post, rank, from_day, to_day)
      select ${jurisdiction}, ${person}, ${post}, case when exists (select from people.posting g
          where g.jurisdiction = ${jurisdiction} and g.post = ${post} and g.rank = 'A' and g.person <> ${person}
            and daterange(g.from_day, g.to_day, '[]') && daterange(${term.from}::date, ${term.to ?? null}::date, '[]')) then 'B' else 'A' end,
        ${term.from}::date, ${term.to ?? null}::date
      on conflict (jurisdiction, post, person, from_day) do update set to_day = excluded.to_day`.execute(tx);
    await record(tx, shell, { type: 'postGiven', ...holder, ...how, detail: { post, ...detailOf(term) } });
    return ok(undefined);
  });
}

const detailOf = ({ from, to }: Term): Readonly<Record<string, string>> =>
  to === undefined ? { begins: from } : { begins: from, ends: to };

/** Roles of the posts held or stood in for on this day or later. */
async function rolesFrom(tx: Tx, { jurisdiction, person }: Holder, today: Day): Promise<readonly Role[]> {
  const { rows } = await sql<{ role: Role }>`select distinct r.role from (
      select post from people.posting where jurisdiction = ${jurisdiction} and person = ${person}
        and (to_day is null or to_day >= ${today}::date)
      union select post from people.delegation where jurisdiction = ${jurisdiction} and to_person = ${person}
        and to_day >= ${today}::date
    ) held join people.post o on o.jurisdiction = ${jurisdiction} and o.id = held.post, unnest(o.roles) as r(role)`.execute(
    tx,
  );
  return rows.map(({ role }) => role);
}

/** Ends a post with yesterday: from now on it gives no power. Sessions go on with what is left. */
export function endPost(
  { shell }: PeopleWorld,
  holder: Holder,
  { post, today, ...how }: Ending,
): Promise<Result<void, 'not_found'>> {
  const { jurisdiction, person } = holder;
  return transact(shell.db, async (tx) => {
    const { rows: begun } = await sql`update people.posting set to_day = ${today}::date - 1
      where jurisdiction = ${jurisdiction} and person = ${person} and post = ${post} and from_day < ${today}::date
        and (to_day is null or to_day >= ${today}::date) returning 1`.execute(tx);
    const { rows: begins } = await sql`delete from people.posting where jurisdiction = ${jurisdiction}
      and person = ${person} and post = ${post} and from_day >= ${today}::date returning 1`.execute(tx);
    if (begun.length + begins.length === 0) return refuse('not_found');
    await record(tx, shell, { type: 'postEnded', ...holder, ...how, detail: { post } });
    return ok(undefined);
  });
}

export interface ProfileChoice extends By {
  readonly jurisdiction: string;
  readonly profile: PasswordProfileName;
}

export function chooseProfile({ shell }: PeopleWorld, { jurisdiction, profile, ...how }: ProfileChoice): Promise<void> {
  return shell.db.transaction().execute(async (tx) => {
    await sql`insert into people.sign_in_policy (jurisdiction, password_profile) values (${jurisdiction}, ${profile})
      on conflict (jurisdiction) do update set password_profile = excluded.password_profile`.execute(tx);
    const whose = how.by === undefined ? {} : { person: how.by };
    await record(tx, shell, { type: 'passwordProfileChosen', jurisdiction, ...whose, ...how, detail: { profile } });
  });
}
