import type { ScoreLineView, ScoresView, ScoreView } from '@yimen/contract';
import {
  eachOf,
  fallsShort,
  grades,
  quarterOf,
  scoreBy,
  shippedGrades,
  shippedSheets,
  yearlyPoints,
  type Line,
  type Measured,
  type Score,
  type ScoredLine,
  type ScoreSheet,
} from '@yimen/core/performance';
import { monthOf, type Month } from '@yimen/core/supervision';
import type { Tx } from '../../../platform/shell.ts';
import type { Asking } from '../sight.ts';
import { pointsInYear } from '../accountability/store.ts';
import { scopeOf } from '../asking.ts';
import { asSupervisor } from '../asSupervisor.ts';
import { todayOf, type Supervision } from '../world.ts';
import { measure, type MonthOf } from './measure.ts';
import { sheetOf } from './sheets.ts';

interface MonthScore {
  readonly sheet: ScoreSheet;
  readonly measured: Measured;
  readonly score: Score;
}

async function scoreOf(tx: Tx, asked: MonthOf): Promise<MonthScore> {
  const sheet = await sheetOf(tx, asked);
  const measured = await measure(tx, asked);
  return { sheet, measured, score: scoreBy(sheet, measured) };
}

const FIRST_OF_QUARTER = [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10];
const two = (n: number): string => String(n).padStart(2, '0');

/** Months from the first of the quarter, or of the year, up to this one. */
function monthsUpTo(month: Month, since: 'quarter' | 'year'): readonly Month[] {
  const at = Number(month.slice(5));
  const first = since === 'year' ? 1 : (FIRST_OF_QUARTER[at - 1] ?? 1);
  return Array.from({ length: at - first + 1 }, (_, step) => `${month.slice(0, 5)}${two(first + step)}` as Month);
}

async function totalsOf(tx: Tx, asked: MonthOf, since: 'quarter' | 'year'): Promise<readonly number[]> {
  const totals: number[] = [];
  for (const month of monthsUpTo(asked.month, since)) totals.push((await scoreOf(tx, { ...asked, month })).score.total);
  return totals;
}

function quarterView(totals: readonly number[]) {
  const quarter = quarterOf(totals, shippedGrades);
  return quarter === undefined ? {} : { quarter: { mean: quarter.mean, gradeName: grades[quarter.grade] } };
}

/** Each department's month by the sheet in force, in the order of the departments; persons have no line here. */
export async function scoresOf(world: Supervision, asking: Asking, month: Month): Promise<ScoresView> {
  const { jurisdiction } = asking;
  const own = scopeOf(asking);
  const names = [...(await world.near.authorityNames(jurisdiction))].filter(([id]) => own?.includes(id) ?? true);
  return asSupervisor(world, async (tx) => {
    const sheet = await sheetOf(tx, { jurisdiction, month });
    const lines: ScoresView['lines'] = [];
    for (const [authority, name] of names) {
      const asked = { jurisdiction, authority, month };
      const { score, measured } = await scoreOf(tx, asked);
      lines.push({
        authority,
        name,
        total: score.total,
        ...quarterView(await totalsOf(tx, asked, 'quarter')),
        satisfaction: measured.satisfaction,
        short: fallsShort(measured.satisfaction),
      });
    }
    return { month, sheet: sheetView(sheet), lines };
  });
}

const sheetView = ({ code, title, source, note, max }: ScoreSheet) => ({
  code,
  title,
  source,
  max,
  ...(note === undefined ? {} : { note }),
});

/** One department's month: every part, every line, and what each point stands on. */
export async function scoreView(world: Supervision, asking: Asking, asked: MonthOf): Promise<ScoreView | undefined> {
  const own = scopeOf(asking);
  const name = (await world.near.authorityNames(asked.jurisdiction)).get(asked.authority);
  if (name === undefined || own?.includes(asked.authority) === false) return undefined;
  return asSupervisor(world, async (tx) => {
    const { sheet, score, measured } = await scoreOf(tx, asked);
    const accountability = await pointsInYear(tx, asked);
    const year = yearlyPoints(await totalsOf(tx, asked, 'year'), accountability);
    const partOf = new Map(score.parts.map((part) => [part.code, part]));
    return {
      authority: asked.authority,
      name,
      month: asked.month,
      running: asked.month >= monthOf(todayOf(world)),
      sheet: sheetView(sheet),
      total: score.total,
      parts: sheet.parts.map((part) => ({
        code: part.code,
        name: part.name,
        weight: part.weight,
        points: partOf.get(part.code)?.points ?? 0,
        lines: lineViews(part.lines, partOf.get(part.code)?.lines ?? []),
      })),
      bonus: lineViews(sheet.bonus, score.bonus),
      ...quarterView(await totalsOf(tx, asked, 'quarter')),
      ...(year === undefined ? {} : { year }),
      accountability,
      satisfaction: measured.satisfaction,
      short: fallsShort(measured.satisfaction),
      ...(asking.actor.roles.includes('supervisor')
        ? { sheets: choices(sheet).map(({ code, title }) => ({ code, title })) }
        : {}),
    };
  });
}

/** The models, and the place's own sheet where it has one. */
const choices = (own: ScoreSheet): readonly ScoreSheet[] =>
  shippedSheets.some(({ code }) => code === own.code) ? shippedSheets : [own, ...shippedSheets];

function lineViews(lines: readonly Line[], scored: readonly ScoredLine[]): ScoreLineView[] {
  return lines.map((line) => {
    const { code, name, rule } = line;
    const each = eachOf(line);
    const found = scored.find((one) => one.code === code);
    return {
      code,
      name,
      by: rule.by,
      ...(each === undefined ? {} : { each }),
      count: found?.count ?? null,
      points: found?.points ?? 0,
      cards: [...(found?.cards ?? [])],
      entered: (found?.entered ?? []).map(({ times, reason, record }) => ({ times, reason, record })),
    };
  });
}
