import { yearOf, ok, refuse, type Result } from '@yimen/kernel';
import { authorityId, personId } from '@yimen/core/people';
import {
  HALL,
  accountabilityPoints,
  accountabilityRefusal,
  allLedgerKinds,
  cardId,
  decideAccountability,
  evolveAccountability,
  openAccountability,
  type Accountability,
  type AccountabilityCommand,
  type AccountabilityFact,
  type AccountabilityRefusal,
  type Ground,
  type ResponsibilityLevel,
  type Subject,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/shell.ts';
import { findCard } from '../cardStore.ts';
import { cardActor } from '../handle.ts';
import { findProposal } from '../proposals/store.ts';
import { nextSerial, recordDecided, serialOf, type Acting, type RecordProblem } from '../record.ts';
import type { Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { dictionaryOf } from './dictionaries.ts';
import { mayReadAccount } from './sight.ts';

export type AccountProblem = AccountabilityRefusal | RecordProblem | { readonly code: 'not_found' };
export interface AccountDone {
  readonly accountId: string;
  readonly number: string;
}

export interface AccountRecord {
  readonly account_id: string;
  readonly account: Accountability;
}

export const accountStream = (accountId: string): string => `accountability:${accountId}`;

export async function findAccount(
  db: Db,
  jurisdiction: string,
  accountId: string,
): Promise<Accountability | undefined> {
  const { rows } = await sql<AccountRecord>`select account_id, account from supervision.accountability
    where jurisdiction = ${jurisdiction} and account_id = ${accountId}`.execute(db);
  return rows[0]?.account;
}

/** Whom a case would be about, with what they hold today; undefined where the hall has no such person. */
async function subjectOf(world: Supervision, jurisdiction: string, person: string): Promise<Subject | undefined> {
  const standing = await world.near.standingOf(jurisdiction, person);
  if (standing === undefined) return undefined;
  const { name, roles, authorities } = cardActor(standing, todayOf(world));
  return { name, roles, authority: authorities[0] ?? null };
}

/** Is every row named in some ledger of the hall? */
async function rowsKnown(
  { near }: Supervision,
  tx: Tx,
  { jurisdiction, grounds }: Pick<OpeningAccount, 'jurisdiction' | 'grounds'>,
): Promise<boolean> {
  const serials = grounds.flatMap(({ source, reference }) => (source === 'ledgerRow' ? [reference] : []));
  if (serials.length === 0) return true;
  const keepers = [HALL, ...(await near.authorityNames(jurisdiction)).keys()];
  const { rows } = await sql<{ n: number }>`select count(distinct serial)::int as n from supervision.ledger_rows
    where jurisdiction = ${jurisdiction} and authority = any(${keepers}::text[])
      and kind = any(${[...allLedgerKinds]}::text[]) and serial = any(${serials}::text[])`.execute(tx);
  return rows[0]?.n === new Set(serials).size;
}

export interface OpeningAccount extends Acting {
  readonly subject: string;
  readonly level: ResponsibilityLevel;
  readonly lead: string;
  readonly cards: readonly string[];
  readonly proposals: readonly string[];
  readonly grounds: readonly Ground[];
}

/** Opens a case about one person, numbered in a row. The command's id is the case's. */
export async function openAccount(
  world: Supervision,
  opening: OpeningAccount,
): Promise<Result<AccountDone, AccountProblem>> {
  const { jurisdiction, standing, commandId, subject, level, lead, cards, proposals, grounds } = opening;
  const request = { subject, level, lead, cards, proposals, ...(grounds.length === 0 ? {} : { grounds }) };
  const today = todayOf(world);
  const about = await subjectOf(world, jurisdiction, subject);
  return recorded(world, { ...opening, accountId: commandId, request }, async (tx) => {
    const rows = await Promise.all(cards.map((id) => findCard(tx, jurisdiction, id)));
    const papers = await Promise.all(proposals.map((id) => findProposal(tx, jurisdiction, id)));
    if ([...rows, ...papers].includes(undefined)) return refuse({ code: 'not_found' });
    if (!(await rowsKnown(world, tx, opening))) return accountabilityRefusal('account_row_unknown', 'grounds');
    const known = rows.flatMap((row) => (row === undefined ? [] : [{ id: cardId(row.card_id), card: row.card }]));
    const wish = { subject: personId(subject), level, lead, proposals, grounds, cards: known };
    const opened = openAccountability(wish, about, { actor: cardActor(standing, today), today });
    if (!opened.ok) return opened;
    const serial = await nextSerial(tx, { of: 'accountability', jurisdiction, year: yearOf(today) });
    return ok({ ...opened.value, number: `责追〔${String(yearOf(today))}〕${String(serial)}号` });
  });
}

export interface ActingOnAccount extends Acting {
  readonly accountId: string;
  readonly command: AccountabilityCommand;
}

/** One act on a case: decided by the core, appended to its stream. To whom it is hidden there is none. */
export async function actOnAccount(
  world: Supervision,
  acting: ActingOnAccount,
): Promise<Result<AccountDone, AccountProblem>> {
  const { jurisdiction, standing, accountId, command } = acting;
  const today = todayOf(world);
  const calendar = await world.near.calendar();
  const dictionary = await dictionaryOf(world, jurisdiction);
  const asking: Asking = { jurisdiction, actor: cardActor(standing, today) };
  return recorded(world, { ...acting, request: command }, async (tx) => {
    const account = await findAccount(tx, jurisdiction, accountId);
    if (account === undefined || !mayReadAccount(asking.actor, account)) return refuse({ code: 'not_found' });
    return decideAccountability(account, command, { today, calendar, dictionary, actor: asking.actor });
  });
}

interface Recording extends Acting {
  readonly accountId: string;
  readonly request: object;
}

function recorded(
  world: Supervision,
  { accountId, ...recording }: Recording,
  decide: (tx: Tx) => Promise<Result<AccountabilityFact, AccountProblem>>,
): Promise<Result<AccountDone, AccountProblem>> {
  const { jurisdiction } = recording;
  return recordDecided(world, { ...recording, stream: accountStream(accountId) }, async (tx) => {
    const fact = await decide(tx);
    if (!fact.ok) return fact;
    const account = evolveAccountability(await findAccount(tx, jurisdiction, accountId), fact.value);
    const answer: AccountDone = { accountId, number: account.opened.number };
    return ok({ fact: fact.value, answer, write: () => write(tx, { jurisdiction, accountId, account }) });
  });
}

interface Written {
  readonly jurisdiction: string;
  readonly accountId: string;
  readonly account: Accountability;
}

async function write(tx: Tx, { jurisdiction, accountId, account }: Written): Promise<void> {
  const { opened, phase, servedOn = null } = account;
  const points = accountabilityPoints(account);
  await sql`insert into supervision.accountability
      (jurisdiction, account_id, year, serial, subject, authority, cards, opened_on, phase, served_on, points, account)
    values (${jurisdiction}, ${accountId}, ${yearOf(opened.openedOn)}, ${serialOf(opened.number)}, ${opened.subject},
      ${opened.authority}, ${[...opened.cards]}::text[], ${opened.openedOn}::date, ${phase}, ${servedOn}::date,
      ${points}, ${JSON.stringify(account)}::jsonb)
    on conflict (jurisdiction, account_id) do update set phase = excluded.phase, served_on = excluded.served_on,
      points = excluded.points, account = excluded.account`.execute(tx);
}

/** Points that cases about a department's people take off its yearly assessment, by what was served in the year so far. */
export async function pointsInYear(
  tx: Db,
  {
    jurisdiction,
    authority,
    month,
  }: { readonly jurisdiction: string; readonly authority: string; readonly month: string },
): Promise<number> {
  const { rows } = await sql<{ points: number }>`select coalesce(sum(points), 0)::float8 as points
    from supervision.accountability where jurisdiction = ${jurisdiction} and authority = ${authorityId(authority)}
      and served_on >= ${`${month.slice(0, 4)}-01-01`}::date and served_on < (${`${month}-01`}::date + interval '1 month')`.execute(
    tx,
  );
  return rows[0]?.points ?? 0;
}
