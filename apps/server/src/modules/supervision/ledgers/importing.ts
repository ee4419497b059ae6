import { createHash } from 'node:crypto';
import { dayOf, ok, refuse, type Result } from '@yimen/kernel';
import type { Standing } from '@yimen/core/people';
import {
  coverageRefusal,
  firstDayOf,
  HALL,
  lastDayOf,
  readLedger,
  serialOf,
  whyNotHandIn,
  type Coverage,
  type CoverageRefusal,
  type LedgerFault,
  type LedgerRow,
  type ListedItem,
} from '@yimen/core/supervision';
import { append, openStream, transact } from '../../../platform/ledger/index.ts';
import type { Tx } from '../../../platform/shell.ts';
import { cardActor, officer } from '../handle.ts';
import { todayOf, type Supervision } from '../world.ts';
import { dutyOf } from './duties.ts';
import { feesOf } from './fees.ts';
import { readLines, type SheetFault } from './read.ts';
import { serialsElsewhere, writeLedger } from './rows.ts';
import { readMonth, reconciled, rowsUnder, type LedgerKey } from './store.ts';

export interface Importing extends LedgerKey {
  readonly standing: Standing;
  readonly bytes: Uint8Array;
  /** Why an earlier handing-in is corrected. */
  readonly reason?: string | undefined;
  readonly commandId: string;
}

export interface Imported {
  readonly rows: number;
  readonly faults: readonly (SheetFault | LedgerFault)[];
  readonly coverage?: Coverage;
}

export type LedgerProblem =
  | CoverageRefusal
  | { readonly code: 'command_reused' | 'changed_meanwhile' | 'not_found' }
  | { readonly code: 'ledger_faults'; readonly words: CoverageRefusal['words']; readonly fields: Faulty[] };

interface Faulty {
  readonly field: string;
  readonly code: string;
  readonly words: { readonly zh: string; readonly en: string };
}

interface Checked extends Imported {
  readonly taken: readonly LedgerRow[];
}

async function mayHandIn(world: Supervision, importing: Importing): Promise<CoverageRefusal | undefined> {
  const today = todayOf(world);
  const actor = cardActor(importing.standing, today);
  const { owner } = await dutyOf(world, importing);
  const { kind, authority, month } = importing;
  const barred = whyNotHandIn(actor, { kind, authority, owner });
  if (barred !== undefined) return barred;
  return lastDayOf(month) >= today ? coverageRefusal('ledger_month_running', 'month') : undefined;
}

/** Reads and checks a sheet against what stands; changes nothing. */
async function check(world: Supervision, tx: Tx, importing: Importing): Promise<Result<Checked, CoverageRefusal>> {
  const read = await readLines(importing.kind, importing.bytes);
  if (!read.ok) return read;
  const { lines, faults } = read.value;
  const { jurisdiction, authority, kind, month } = importing;
  const elsewhere = await serialsElsewhere(
    tx,
    importing,
    lines.map((one) => serialOf(kind, one)),
  );
  const before = reconciled(await readMonth(tx, { jurisdiction, month, authorities: rowsUnder(authority) }), {
    authority,
    kind,
  });
  const standing = before.rows
    .filter((one) => one.standing === 'unexplained' || one.standing === 'carded')
    .map(({ row }) => row.serial);
  const items = await itemsByName(world, importing);
  const charged = lines.filter(({ cells }) => cells.amount !== '').flatMap(({ cells }) => items.get(cells.item) ?? []);
  const feesOn = await feesOf(world, jurisdiction, charged);
  const checked = readLedger(lines, { kind, month, items, feesOn, elsewhere, standing });
  return ok({ rows: lines.length, faults: [...faults, ...checked.faults], taken: checked.rows });
}

type ItemsByName = ReadonlyMap<string, readonly ListedItem[]>;

/** The items this ledger may name, by everything it may call them. */
async function itemsByName(world: Supervision, { jurisdiction, authority, month }: LedgerKey): Promise<ItemsByName> {
  const today = await world.near.itemNames(jurisdiction, todayOf(world));
  const then = await world.near.itemNames(jurisdiction, firstDayOf(month));
  const called = [...today, ...then]
    .filter((one) => authority === HALL || one.authority === authority)
    .flatMap((one) => [one.itemId, one.name, ...one.codes].map((text) => ({ text, one })));
  const distinct = (some: typeof called): readonly ListedItem[] => [
    ...new Map(some.map(({ one }) => [one.itemId, one])).values(),
  ];
  return new Map([...Map.groupBy(called, ({ text }) => text)].map(([text, some]) => [text, distinct(some)]));
}

/** Takes back what a preview wrote. */
class Undone extends Error {}

/** What handing this file in would do: its faults, or how it would be covered. Nothing is kept. */
export async function previewLedger(
  world: Supervision,
  importing: Importing,
): Promise<Result<Imported, LedgerProblem>> {
  const barred = await mayHandIn(world, importing);
  if (barred !== undefined) return refuse(barred);
  let answer: Result<Imported, LedgerProblem> = refuse({ code: 'changed_meanwhile' });
  await world.shell.db
    .transaction()
    .execute(async (tx) => {
      const checked = await check(world, tx, importing);
      answer = checked.ok ? ok(await tried(world, tx, importing, checked.value)) : checked;
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return answer;
}

async function tried(world: Supervision, tx: Tx, importing: Importing, checked: Checked): Promise<Imported> {
  const { rows, faults } = checked;
  if (faults.length > 0) return { rows, faults };
  return { rows, faults, coverage: await written(world, tx, importing, checked) };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function written(
  world: Supervision,
  tx: Tx,
  importing: Importing,
  { taken }: Pick<Checked, 'taken'>,
): Promise<Coverage> {
  const { jurisdiction, authority, kind, month, bytes, standing } = importing;
  const at = world.shell.now();
  const known = (await readMonth(tx, { jurisdiction, month, authorities: rowsUnder(authority) })).ledgers.find(
    (one) => one.kind === kind,
  );
  const revision = (known?.revision ?? 0) + 1;
  const by = standing.person;
  await writeLedger(tx, {
    jurisdiction,
    authority,
    kind,
    month,
    revision,
    sha256: sha256(bytes),
    by,
    at,
    on: dayOf(at),
    rows: taken,
  });
  return reconciled(await readMonth(tx, { jurisdiction, month, authorities: rowsUnder(authority) }), {
    authority,
    kind,
  }).total;
}

/** Takes the ledger of a month, whole or not at all. Sent again, the first answer is given. */
export async function importLedger(world: Supervision, importing: Importing): Promise<Result<Imported, LedgerProblem>> {
  const barred = await mayHandIn(world, importing);
  if (barred !== undefined) return refuse(barred);
  const { jurisdiction, authority, kind, month, commandId, reason } = importing;
  const stream = { jurisdiction, stream: `ledger:${authority}:${kind}:${month}` };
  const request = { sha256: sha256(importing.bytes), ...(reason === undefined ? {} : { reason }) };
  const done = await transact(world.shell.db, async (tx): Promise<Result<Imported, LedgerProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as Imported);
    if (opened.value.head.revision > 0 && (reason ?? '').trim() === '') {
      return refuse(coverageRefusal('ledger_there', 'reason'));
    }
    const checked = await check(world, tx, importing);
    if (!checked.ok) return checked;
    if (checked.value.faults.length > 0) return refuse(faulty(checked.value));
    const answer = {
      rows: checked.value.rows,
      faults: [],
      coverage: await written(world, tx, importing, checked.value),
    };
    const at = world.shell.now();
    const appended = await append(tx, {
      ...stream,
      after: opened.value.head,
      entries: [{ type: 'ledgerHandedIn', body: { authority, kind, month, rows: answer.rows, ...request } }],
      stamp: { at, actor: officer(cardActor(importing.standing, dayOf(at))), commandId },
      remember: { request, answer },
    });
    return appended.ok ? ok(answer) : appended;
  });
  if (done.ok) return done;
  return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
}

const MOST_TOLD = 100;

function faulty({ faults }: Imported): LedgerProblem {
  const { words } = coverageRefusal('ledger_faults');
  const fields = faults.slice(0, MOST_TOLD).map((one) => ({
    field: `rows.${String(one.line)}`,
    code: 'code' in one ? one.code : 'sheet',
    words: { ...one.words },
  }));
  return { code: 'ledger_faults', words, fields };
}
