import type { CoverageView, DutyLine, SideBySideLine } from '@yimen/contract';
import {
  allLedgerKinds,
  coverageFormula,
  coverageTogether,
  dutyStates,
  HALL,
  keeperOf,
  keepsKind,
  ledgerKinds,
  sideBySide,
  type Coverage,
  type Month,
  type RowsOfKind,
  type SideBySide,
} from '@yimen/core/supervision';
import { scopeOf } from '../asking.ts';
import { asSupervisor } from '../asSupervisor.ts';
import type { Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { dutiesOf, standOf, usualDuty, type Duty } from './duties.ts';
import { readMonth, reconciled, type LedgerKey, type MonthOnRecord } from './store.ts';

/** The departments whose ledgers this person sees: all where undefined, or those they work for. */
export function ledgersSeen(asking: Asking): readonly string[] | undefined {
  return scopeOf(asking) === undefined ? undefined : asking.actor.authorities;
}

/** Departments by name, and the hall itself among them. */
export async function keeperNames({ near }: Supervision, jurisdiction: string): Promise<ReadonlyMap<string, string>> {
  const hall = (await near.halls()).find((one) => one.jurisdiction === jurisdiction);
  return new Map([...(await near.authorityNames(jurisdiction)), [HALL, hall?.name ?? '']]);
}

/** 对账总览: the month's ledgers, where each duty stands, and departments and items with every kind side by side. */
export async function coverageOf(world: Supervision, asking: Asking, month: Month): Promise<CoverageView> {
  const { jurisdiction } = asking;
  const authorities = ledgersSeen(asking);
  const on = await asSupervisor(world, (tx) => readMonth(tx, { jurisdiction, month, authorities }));
  const names = await keeperNames(world, jurisdiction);
  const duties = await dutiesOf(world, jurisdiction);
  const seen = [...names.keys()].filter((one) => authorities === undefined || authorities.includes(one));
  const keepers = seen.length === 0 ? [] : [...new Set([...seen, HALL])];
  const keys = keepers.flatMap((authority) =>
    allLedgerKinds
      .filter((kind) => keepsKind(authority, kind))
      .map((kind) => ({ jurisdiction, authority, kind, month })),
  );
  const held = keys.map((key) => ({ key, found: isThere(on, key) ? reconciled(on, key) : undefined }));
  const due = held.filter(({ key, found }) => found !== undefined || duties.has(nameOf(key)) || isStanding(key));
  const lines = await Promise.all(
    due.map(({ key, found }) =>
      dutyLine(world, { on, names, key, duty: duties.get(nameOf(key)), coverage: found?.total }),
    ),
  );
  const ledgers = held.flatMap(({ key, found }) => (found === undefined ? [] : [{ kind: key.kind, rows: found.rows }]));
  return {
    month,
    formula: coverageFormula,
    total: coverageTogether(lines.flatMap(({ coverage }) => coverage ?? [])),
    kinds: allLedgerKinds.map((kind) => ({
      kind,
      name: ledgerKinds[kind].name,
      total: coverageTogether(lines.flatMap((line) => (line.kind === kind ? (line.coverage ?? []) : []))),
    })),
    departments: departmentsOf(ledgers, names, seen),
    items: itemsOf(ledgers, names, await itemNames(world, jurisdiction)),
    lines,
  };
}

const nameOf = ({ authority, kind }: Pick<LedgerKey, 'authority' | 'kind'>): string => `${authority} ${kind}`;
const isStanding = ({ kind }: LedgerKey): boolean => ledgerKinds[kind].standing;
const isThere = ({ ledgers }: MonthOnRecord, { authority, kind }: LedgerKey): boolean =>
  ledgers.some((one) => one.authority === authority && one.kind === kind);

/** What today's items are called. */
export async function itemNames(world: Supervision, jurisdiction: string): Promise<ReadonlyMap<string, string>> {
  const items = await world.near.itemNames(jurisdiction, todayOf(world));
  return new Map(items.map((one) => [one.itemId, one.name]));
}

type Names = ReadonlyMap<string, string>;

/** Every department seen, also one of which no ledger has a row: its cells lead to the ledgers that are missing. */
function departmentsOf(ledgers: readonly RowsOfKind[], names: Names, seen: readonly string[]): SideBySideLine[] {
  const found = new Map(sideBySide(ledgers, ({ row }) => row.department).map((one) => [one.key, one]));
  return seen
    .filter((one) => one !== HALL)
    .map((department) =>
      lineOf({ department, departmentName: names.get(department) ?? department }, found.get(department)),
    );
}

function itemsOf(ledgers: readonly RowsOfKind[], names: Names, items: Names): SideBySideLine[] {
  const found = sideBySide(ledgers, ({ row: { department, itemId } }) =>
    department === undefined || itemId === undefined ? undefined : `${department}\n${itemId}`,
  );
  return found.map((one) => {
    const [department = '', itemId = ''] = one.key.split('\n');
    const departmentName = names.get(department) ?? department;
    return lineOf({ department, departmentName, itemId, itemName: items.get(itemId) ?? itemId }, one);
  });
}

type Named = Omit<SideBySideLine, 'kinds' | 'total'>;

function lineOf(named: Named, found: SideBySide | undefined): SideBySideLine {
  const kinds = allLedgerKinds.map((kind) => {
    const coverage = found?.kinds.get(kind);
    return { kind, authority: keeperOf(kind).under(named.department), ...(coverage !== undefined && { coverage }) };
  });
  return { ...named, kinds, total: found?.total ?? coverageTogether([]) };
}

interface Lined {
  readonly on: MonthOnRecord;
  readonly names: Names;
  readonly key: LedgerKey;
  readonly duty: Duty | undefined;
  readonly coverage: Coverage | undefined;
}

/** One duty: whose, by when, where it stands. */
export async function dutyLine(
  world: Supervision,
  { on, names, key, duty = usualDuty, coverage }: Lined,
): Promise<DutyLine> {
  const { jurisdiction, authority, kind, month } = key;
  const ledger = on.ledgers.find((one) => one.authority === authority && one.kind === kind);
  const { dueOn, state } = await standOf(world, { month, duty, ledger });
  const people = duty.owner === undefined ? undefined : await world.near.peopleNames(jurisdiction, [duty.owner]);
  return {
    authority,
    name: names.get(authority) ?? authority,
    kind,
    kindName: ledgerKinds[kind].name,
    dueOn,
    state,
    stateName: dutyStates[state],
    dueDay: duty.dueDay,
    head: keeperOf(kind).headName,
    ...(duty.owner !== undefined && { owner: people?.get(duty.owner) ?? duty.owner }),
    ...(coverage !== undefined && { coverage }),
  };
}
