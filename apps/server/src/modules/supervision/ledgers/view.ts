import type { CoverageView, DutyLine, LedgerRowView, LedgerView } from '@yimen/contract';
import {
  coverageFormula,
  dutyStates,
  ledgerKinds,
  mismatches,
  openRow,
  rowActs,
  standings,
  type Coverage,
  type LedgerKind,
  type Month,
  type ReconciledRow,
  type RowState,
} from '@yimen/core/supervision';
import { scopeOf } from '../asking.ts';
import { asSupervisor } from '../asSupervisor.ts';
import { watchesHall, type Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { dutiesOf, dutyOf, kindsOf, standOf } from './duties.ts';
import { rowContext } from './follow.ts';
import { readMonth, reconciled, type Ledger, type LedgerKey, type MonthOnRecord } from './store.ts';

/** The departments whose ledgers this person sees: all, or those they work for. */
function ledgersSeen(asking: Asking): readonly string[] | undefined {
  return scopeOf(asking) === undefined ? undefined : asking.actor.authorities;
}

/** 对账总览: each department's ledgers of a month, where the duty stands, and how they are covered. */
export async function coverageOf(world: Supervision, asking: Asking, month: Month): Promise<CoverageView> {
  const { jurisdiction } = asking;
  const authorities = ledgersSeen(asking);
  const on = await asSupervisor(world, (tx) => readMonth(tx, { jurisdiction, month, authorities }));
  const names = await world.near.authorityNames(jurisdiction);
  const seen = [...names].filter(([authority]) => authorities === undefined || authorities.includes(authority));
  const duties = await dutiesOf(world, jurisdiction);
  const lines = await Promise.all(
    seen.flatMap(([authority, name]) =>
      kindsOf
        .filter((kind) => kind === 'licence' || duties.has(`${authority} ${kind}`) || isThere(on, authority, kind))
        .map((kind) => dutyLine(world, { on, month, authority, name, kind, jurisdiction })),
    ),
  );
  return { month, formula: coverageFormula, total: sum(lines.flatMap(({ coverage }) => coverage ?? [])), lines };
}

const isThere = ({ ledgers }: MonthOnRecord, authority: string, kind: LedgerKind): boolean =>
  ledgers.some((one) => one.authority === authority && one.kind === kind);

interface Lined extends LedgerKey {
  readonly on: MonthOnRecord;
  readonly name: string;
}

async function dutyLine(
  world: Supervision,
  { on, month, authority, name, kind, jurisdiction }: Lined,
): Promise<DutyLine> {
  const ledger = on.ledgers.find((one) => one.authority === authority && one.kind === kind);
  const duty = await dutyOf(world, { jurisdiction, authority, kind });
  const { dueOn, state } = await standOf(world, { month, duty, ledger });
  const people = duty.owner === undefined ? undefined : await world.near.peopleNames(jurisdiction, [duty.owner]);
  return {
    authority,
    name,
    kind,
    kindName: ledgerKinds[kind].name,
    dueOn,
    state,
    stateName: dutyStates[state],
    dueDay: duty.dueDay,
    ...(duty.owner === undefined ? {} : { owner: people?.get(duty.owner) ?? duty.owner }),
    ...(ledger === undefined ? {} : { coverage: reconciled(on, { authority, kind }).total }),
  };
}

function sum(all: readonly Coverage[]): Coverage {
  const add = (name: Exclude<keyof Coverage, 'ratio'>): number => all.reduce((total, one) => total + one[name], 0);
  const [covered, laterEntry, of] = [add('covered'), add('laterEntry'), add('of')];
  return {
    rows: add('rows'),
    covered,
    laterEntry,
    explained: add('explained'),
    carded: add('carded'),
    unexplained: add('unexplained'),
    of,
    ratio: of === 0 ? null : (covered + laterEntry) / of,
  };
}

/** One ledger whole: its rows against the record, and what may be done about each. */
export async function viewLedger(world: Supervision, asking: Asking, key: LedgerKey): Promise<LedgerView | undefined> {
  const authorities = ledgersSeen(asking);
  const names = await world.near.authorityNames(key.jurisdiction);
  const name = names.get(key.authority);
  if (name === undefined || (authorities !== undefined && !authorities.includes(key.authority))) return undefined;
  const on = await asSupervisor(world, (tx) => readMonth(tx, { ...key, authorities: [key.authority] }));
  const ledger = on.ledgers.find(({ kind }) => kind === key.kind);
  const found = reconciled(on, key);
  const items = new Map(
    (await world.near.itemNames(key.jurisdiction, todayOf(world))).map((one) => [one.itemId, one.name]),
  );
  const line = await dutyLine(world, { ...key, on, name });
  const drawing = { world, asking, key, on, items, importedBy: ledger?.imported_by ?? '' };
  return {
    ...line,
    month: key.month,
    formula: coverageFormula,
    columns: Object.values(ledgerKinds[key.kind].columns),
    ...(await handedIn(world, key, ledger)),
    mayHandIn: asking.actor.authorities.some((one) => one === key.authority),
    items: [...found.byItem].map(([item, coverage]) => ({ itemId: item, name: items.get(item) ?? item, coverage })),
    rows: found.rows.map((row) => rowView(row, drawing)),
    notInLedger: found.notInLedger.map((one) => ({ ...one, itemName: items.get(one.itemId) ?? one.itemId })),
    ...(await ownersOf(world, asking, key)),
  };
}

async function handedIn(
  world: Supervision,
  { jurisdiction }: LedgerKey,
  ledger: Ledger | undefined,
): Promise<Pick<LedgerView, 'handedIn'>> {
  if (ledger === undefined) return {};
  const { imported_by: by, imported_at: at, revision: times } = ledger;
  const names = await world.near.peopleNames(jurisdiction, [by]);
  return { handedIn: { at, by: names.get(by) ?? by, times } };
}

/** Whom whoever watches the hall may name. */
async function ownersOf(
  world: Supervision,
  { actor }: Asking,
  { jurisdiction, authority }: LedgerKey,
): Promise<Pick<LedgerView, 'people'>> {
  if (!watchesHall(actor)) return {};
  return { people: [...(await world.near.colleaguesOf(jurisdiction, authority, todayOf(world)))] };
}

interface Drawing {
  readonly world: Supervision;
  readonly asking: Asking;
  readonly key: LedgerKey;
  readonly on: MonthOnRecord;
  readonly items: ReadonlyMap<string, string>;
  readonly importedBy: string;
}

function rowView(one: ReconciledRow, { world, asking, key, on, items, importedBy }: Drawing): LedgerRowView {
  const { row, standing, mismatch, caseId, caseNumber } = one;
  const followed = on.follow.find(({ kind, serial }) => kind === key.kind && serial === row.serial);
  const state = followed?.state ?? openRow;
  const context = rowContext(asking.actor, todayOf(world), { row: one, importedBy, authority: key.authority });
  return {
    line: row.line,
    serial: row.serial,
    itemName: items.get(row.itemId) ?? row.itemId,
    issuedOn: row.issuedOn,
    standing,
    standingName: standings[standing],
    ...(mismatch === undefined || standing !== 'unexplained' ? {} : { mismatch: mismatches[mismatch] }),
    ...(caseId === undefined || caseNumber === undefined ? {} : { caseId, caseNumber }),
    ...followView(state, followed?.card_id ?? undefined),
    acts: [...rowActs(state, context)],
  };
}

/** What was done about the row so far. */
function followView({ at, reason, record, receivedOn, decidedOn }: RowState, cardId: string | undefined) {
  return {
    waiting: at === 'laterProposed',
    ...(reason === undefined ? {} : { reason }),
    ...(record === undefined ? {} : { record }),
    ...(decidedOn === undefined ? {} : { receivedOn, decidedOn }),
    ...(cardId === undefined ? {} : { cardId }),
  };
}
