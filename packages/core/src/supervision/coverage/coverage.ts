import type { Words } from '../words.ts';
import { sumOfFen, type Fen } from './fen.ts';
import { grouped } from './grouped.ts';
import { allLedgerKinds, type LedgerKind } from './kinds.ts';
import type { ReconciledRow, RowStanding } from './standing.ts';

/** Counts of a ledger, of one item or department in it, or of several ledgers. `of` is what should have a case. */
export interface Coverage {
  readonly rows: number;
  readonly covered: number;
  readonly laterEntry: number;
  readonly explained: number;
  readonly carded: number;
  readonly unexplained: number;
  readonly exempt: number;
  readonly of: number;
  /** (有办件 + 已补录) ÷ (台账行数 − 无须有办件 − 已说明); null where there is nothing to divide by. */
  readonly ratio: number | null;
}

export const coverageFormula: Words = {
  zh: '覆盖率 =（有办件 + 已补录）÷（台账行数 − 无须有办件 − 已说明）',
  en: 'Coverage = (rows with a case + entered later) ÷ (rows of the ledger − those that need none − explained)',
};

type Counts = Readonly<Record<RowStanding, number>>;

function coverageIn(counts: Counts): Coverage {
  const { covered, laterEntry, explained, carded, unexplained } = counts;
  const of = covered + laterEntry + carded + unexplained;
  return { ...counts, rows: of + explained + counts.exempt, of, ratio: of === 0 ? null : (covered + laterEntry) / of };
}

/** How far the record accounts for these rows. */
export function coverageOf(rows: readonly ReconciledRow[]): Coverage {
  const counts = { covered: 0, laterEntry: 0, explained: 0, carded: 0, unexplained: 0, exempt: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return coverageIn(counts);
}

/** The same for each item, department or whatever the key is; rows of none are left out. */
export function coverageBy(
  rows: readonly ReconciledRow[],
  keyOf: (row: ReconciledRow) => string | undefined,
): ReadonlyMap<string, Coverage> {
  const groups = grouped(rows, keyOf);
  return new Map([...groups].flatMap(([key, some]) => (key === undefined ? [] : [[key, coverageOf(some)] as const])));
}

/** Ledgers together: counts added, and divided only then. */
export function coverageTogether(all: readonly Coverage[]): Coverage {
  const sum = (name: RowStanding): number => all.reduce((total, one) => total + one[name], 0);
  return coverageIn({
    covered: sum('covered'),
    laterEntry: sum('laterEntry'),
    explained: sum('explained'),
    carded: sum('carded'),
    unexplained: sum('unexplained'),
    exempt: sum('exempt'),
  });
}

/** An item or a department with its coverage in each kind of ledger that has rows of it, and in all together. */
export interface SideBySide {
  readonly key: string;
  readonly kinds: ReadonlyMap<LedgerKind, Coverage>;
  readonly total: Coverage;
}

export interface RowsOfKind {
  readonly kind: LedgerKind;
  readonly rows: readonly ReconciledRow[];
}

/** 各类台账并列: who or what the key names, by how far each kind of ledger is covered. */
export function sideBySide(
  ledgers: readonly RowsOfKind[],
  keyOf: (row: ReconciledRow) => string | undefined,
): readonly SideBySide[] {
  const ofKind = (wanted: LedgerKind) => ledgers.filter(({ kind }) => kind === wanted).flatMap(({ rows }) => rows);
  const byKind = allLedgerKinds.map((kind) => [kind, coverageBy(ofKind(kind), keyOf)] as const);
  const keys = new Set(byKind.flatMap(([, found]) => [...found.keys()]));
  return [...keys].map((key) => {
    const kinds = new Map(
      byKind.flatMap(([kind, found]) => {
        const coverage = found.get(key);
        return coverage === undefined ? [] : [[kind, coverage] as const];
      }),
    );
    return { key, kinds, total: coverageTogether([...kinds.values()]) };
  });
}

/** Money of a ledger: all that was collected, and what of it the record does not account for. Absent where no row has an amount. */
export function amountsOf(
  rows: readonly ReconciledRow[],
): { readonly all: Fen; readonly unexplained: Fen } | undefined {
  const of = (some: readonly ReconciledRow[]): readonly Fen[] => some.flatMap(({ row }) => row.amount ?? []);
  const all = of(rows);
  if (all.length === 0) return undefined;
  const open = rows.filter(({ standing }) => standing === 'unexplained' || standing === 'carded');
  return { all: sumOfFen(all), unexplained: sumOfFen(of(open)) };
}
