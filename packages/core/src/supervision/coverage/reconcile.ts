import type { Day } from '@yimen/kernel';
import { caseChecks, rowChecks, type CoveringCase, type Mismatch } from './checks.ts';
import { coverageBy, coverageOf, type Coverage } from './coverage.ts';
import { grouped } from './grouped.ts';
import { ledgerKinds, type LedgerKind } from './kinds.ts';
import type { LedgerRow } from './ledgerRow.ts';
import type { RowState } from './row.ts';
import type { ReconciledRow, RowStanding } from './standing.ts';

/** On record for a case, and a ledger of its kind should list it. A visit has no serial: its case is known by its number. */
export interface OutputOnRecord {
  readonly serial?: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemId: string;
  readonly on: Day;
}

export interface Reconciliation {
  readonly rows: readonly ReconciledRow[];
  readonly total: Coverage;
  readonly byItem: ReadonlyMap<string, Coverage>;
  /** On record for a case and not in the ledger: the ledger is not whole, or somebody was received without a number. */
  readonly notInLedger: readonly OutputOnRecord[];
}

export interface Reconciling {
  readonly kind: LedgerKind;
  readonly rows: readonly LedgerRow[];
  readonly cases: readonly CoveringCase[];
  /** What was done about rows, by serial. */
  readonly follow: ReadonlyMap<string, RowState>;
  /** What the record has of this kind in the month. */
  readonly outputs: readonly OutputOnRecord[];
}

interface Index {
  readonly bySerial: ReadonlyMap<string, readonly CoveringCase[]>;
  readonly byNumber: ReadonlyMap<string, CoveringCase>;
}

function indexOf(cases: readonly CoveringCase[]): Index {
  const bySerial = grouped(
    cases.flatMap((one) => one.serials.map((serial) => ({ serial, one }))),
    ({ serial }) => serial,
  );
  return {
    bySerial: new Map([...bySerial].map(([serial, some]) => [serial, some.map(({ one }) => one)])),
    byNumber: new Map(cases.map((one) => [one.caseNumber, one])),
  };
}

/** Why this case does not account for the row; undefined where it does. */
function mismatchOf(row: LedgerRow, found: CoveringCase, kind: LedgerKind): Mismatch | undefined {
  return ledgerKinds[kind].ofCase.find((check) => caseChecks[check](row, found));
}

interface Held {
  readonly nearest: CoveringCase | undefined;
  readonly mismatch: Mismatch | undefined;
}

/** The case that accounts for the row, or why none does; both where the row is barred by itself though the case is there. */
function heldAgainst(row: LedgerRow, index: Index, kind: LedgerKind): Held {
  const named = row.caseNumbers.flatMap((number) => index.byNumber.get(number) ?? []);
  const found = [...(index.bySerial.get(row.serial) ?? []), ...named];
  const barred = ledgerKinds[kind].ofRow.find((check) => rowChecks[check](row));
  const nearest = found.find((one) => mismatchOf(row, one, kind) === undefined) ?? found[0];
  const mismatch = nearest === undefined ? 'no_case' : mismatchOf(row, nearest, kind);
  return { nearest, mismatch: barred ?? mismatch };
}

/** Only what was handled must have a case; what is no ticket always was. */
const needsCase = ({ outcome = '办件' }: LedgerRow): boolean => outcome === '办件';

function judged(row: LedgerRow, index: Index, { kind, follow }: Reconciling): ReconciledRow {
  if (!needsCase(row)) return { row, standing: 'exempt' };
  const { nearest, mismatch } = heldAgainst(row, index, kind);
  const near = nearest === undefined ? {} : nameOf(nearest);
  if (mismatch === undefined) return { row, standing: 'covered', ...near };
  return { row, standing: standingOf(follow.get(row.serial)), mismatch, ...near };
}

const nameOf = ({ caseNumber, caseId }: CoveringCase) => ({ caseNumber, caseId });

const followed: Readonly<Record<RowState['at'], RowStanding>> = {
  open: 'unexplained',
  laterProposed: 'unexplained',
  explained: 'explained',
  carded: 'carded',
  laterEntered: 'laterEntry',
};
const standingOf = (state: RowState | undefined): RowStanding => followed[state?.at ?? 'open'];

/** Cases rows account for by naming them. */
function namedIn(rows: readonly ReconciledRow[], index: Index, kind: LedgerKind): ReadonlySet<string> {
  const covered = rows.filter(({ standing }) => standing === 'covered');
  const numbers = covered.flatMap(({ row }) =>
    row.caseNumbers.filter((number) => {
      const one = index.byNumber.get(number);
      return one !== undefined && mismatchOf(row, one, kind) === undefined;
    }),
  );
  return new Set(numbers);
}

const itemAndDay = (item: string | undefined, on: Day): string => `${item ?? ''} ${on}`;

interface Paired {
  readonly rows: readonly ReconciledRow[];
  readonly met: ReadonlySet<string>;
}

/** Rows that name no case against cases of the same item and day nobody named, one for one: how many came, and how many have a case. */
function paired(rows: readonly ReconciledRow[], named: ReadonlySet<string>, { outputs }: Reconciling): Paired {
  const free = outputs.filter(({ caseNumber }) => !named.has(caseNumber));
  const queues = grouped(free, ({ itemId, on }) => itemAndDay(itemId, on));
  const met = new Set(named);
  const all = rows.map((one) => {
    const { row, mismatch } = one;
    if (mismatch !== 'no_case' || row.caseNumbers.length > 0) return one;
    const taken = queues.get(itemAndDay(row.itemId, row.issuedOn))?.shift();
    if (taken === undefined) return one;
    met.add(taken.caseNumber);
    return { row, standing: 'covered' } as const;
  });
  return { rows: all, met };
}

/**
 * 对账: every row of a ledger against the cases on record, and back. A row the record accounts for needs nothing; each
 * other one stays unexplained until somebody explained it on record, entered it later, or raised a card. O(rows + cases).
 */
export function reconcile(asked: Reconciling): Reconciliation {
  const { kind } = asked;
  const index = indexOf(asked.cases);
  const alone = asked.rows.map((row) => judged(row, index, asked));
  const named = namedIn(alone, index, kind);
  const { rows, met } = ledgerKinds[kind].paired ? paired(alone, named, asked) : { rows: alone, met: named };
  const listed = new Set(asked.rows.map(({ serial }) => serial));
  return {
    rows,
    total: coverageOf(rows),
    byItem: coverageBy(rows, ({ row }) => row.itemId),
    notInLedger: asked.outputs.filter(({ serial, caseNumber }) =>
      serial === undefined ? !met.has(caseNumber) : !listed.has(serial),
    ),
  };
}
