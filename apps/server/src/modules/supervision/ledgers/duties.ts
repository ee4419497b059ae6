import { dayOf, type Day } from '@yimen/kernel';
import {
  allLedgerKinds,
  HALL,
  keeperOf,
  ledgerDuty,
  LEDGER_DUE,
  monthBefore,
  monthOf,
  owesLedger,
  type LedgerDuty,
  type LedgerKind,
  type Month,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import type { Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import type { Ledger, LedgerName } from './store.ts';

export interface Duty {
  readonly owner?: string;
  readonly dueDay: number;
}

interface DutyRow {
  readonly authority: string;
  readonly kind: LedgerKind;
  readonly owner: string | null;
  readonly due_day: number;
}

async function dutyRows(db: Db, jurisdiction: string): Promise<readonly DutyRow[]> {
  const { rows } = await sql<DutyRow>`select authority, kind, owner, due_day from supervision.ledger_duties
    where jurisdiction = ${jurisdiction}`.execute(db);
  return rows;
}

const kept = ({ owner, due_day: dueDay }: DutyRow): Duty => (owner === null ? { dueDay } : { owner, dueDay });

/** Who hands this ledger in and by when; the head, by the fifth working day, where nothing was laid down. */
export async function dutyOf({ shell }: Supervision, { jurisdiction, authority, kind }: LedgerName): Promise<Duty> {
  const rows = await dutyRows(shell.db, jurisdiction);
  const row = rows.find((one) => one.authority === authority && one.kind === kind);
  return row === undefined ? usualDuty : kept(row);
}

/** A duty nobody laid down. */
export const usualDuty: Duty = { dueDay: LEDGER_DUE };

/** All duties of a hall, by `authority kind`. */
export async function dutiesOf({ shell }: Supervision, jurisdiction: string): Promise<ReadonlyMap<string, Duty>> {
  const rows = await dutyRows(shell.db, jurisdiction);
  return new Map(rows.map((row) => [`${row.authority} ${row.kind}`, kept(row)]));
}

export interface LaidDown extends LedgerName {
  readonly owner?: string | undefined;
  readonly dueDay: number;
}

/** Whom whoever watches the hall may name as the owner: people of the department, or officers of the hall. */
export function ownersOf(
  { near, shell }: Supervision,
  { jurisdiction, authority, kind }: LedgerName,
): Promise<readonly { readonly person: string; readonly name: string; readonly post: string }[]> {
  const on = dayOf(shell.now());
  return authority === HALL
    ? near.hallOfficers(jurisdiction, keeperOf(kind).handsIn, on)
    : near.colleaguesOf(jurisdiction, authority, on);
}

export async function layDownDuty({ shell }: Supervision, laid: LaidDown): Promise<void> {
  await sql`insert into supervision.ledger_duties (jurisdiction, authority, kind, owner, due_day)
    values (${laid.jurisdiction}, ${laid.authority}, ${laid.kind}, ${laid.owner ?? null}, ${laid.dueDay})
    on conflict (jurisdiction, authority, kind) do update set owner = excluded.owner, due_day = excluded.due_day`.execute(
    shell.db,
  );
}

/** Where the duty of a month stands for one ledger. */
export async function standOf(
  world: Supervision,
  { month, duty, ledger }: { readonly month: Month; readonly duty: Duty; readonly ledger: Ledger | undefined },
): Promise<LedgerDuty> {
  const asked = { today: todayOf(world), dueDay: duty.dueDay, importedOn: ledger?.first_on };
  return ledgerDuty(month, asked, await world.near.calendar());
}

/** The month whose ledgers are due now. */
export const monthDue = (today: Day): Month => monthBefore(monthOf(today));

/** Ledgers of the month before that wait for this person: the reminder in the desk's menu. */
export async function ledgersAwaited(world: Supervision, { jurisdiction, actor }: Asking): Promise<number> {
  const month = monthDue(dayOf(world.shell.now()));
  const duties = await dutiesOf(world, jurisdiction);
  const owed = allLedgerKinds.flatMap((kind) =>
    keeperOf(kind)
      .placesOf(actor)
      .map((authority) => `${authority} ${kind}`)
      .filter((name) => owesLedger(actor, kind, duties.get(name))),
  );
  if (owed.length === 0) return 0;
  const { rows } = await sql<{ name: string }>`select authority || ' ' || kind as name from supervision.ledgers
    where jurisdiction = ${jurisdiction} and month = ${month}`.execute(world.shell.db);
  const there = new Set(rows.map(({ name }) => name));
  return owed.filter((name) => !there.has(name)).length;
}
