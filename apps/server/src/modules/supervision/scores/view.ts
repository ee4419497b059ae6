import type { ScoresView, ScoreView } from '@yimen/contract';
import { fallsShort, scoreBy, yearlyPoints, type Measured, type Score, type ScoreSheet } from '@yimen/core/performance';
import { monthOf, type Month } from '@yimen/core/supervision';
import type { Tx } from '../../../platform/shell.ts';
import type { Asking } from '../sight.ts';
import { pointsInYear } from '../accountability/store.ts';
import { scopeOf } from '../asking.ts';
import { asSupervisor } from '../asSupervisor.ts';
import { todayOf, type Supervision } from '../world.ts';
import { measureDepartment, type DepartmentMonth } from './measure.ts';
import { monthsUpTo } from './months.ts';
import { choicesOf, partsView, quarterView, sheetView } from './parts.ts';
import { sheetOf } from './sheets.ts';

interface MonthScore {
  readonly sheet: ScoreSheet;
  readonly measured: Measured;
  readonly score: Score;
}

const subject = 'department';

async function scoreOf(tx: Tx, asked: DepartmentMonth): Promise<MonthScore> {
  const sheet = await sheetOf(tx, { ...asked, subject });
  const measured = await measureDepartment(tx, asked);
  return { sheet, measured, score: scoreBy(sheet, measured) };
}

async function totalsOf(tx: Tx, asked: DepartmentMonth, since: 'quarter' | 'year'): Promise<readonly number[]> {
  const totals: number[] = [];
  for (const month of monthsUpTo(asked.month, since)) totals.push((await scoreOf(tx, { ...asked, month })).score.total);
  return totals;
}

/** Each department's month by the sheet in force, in the order of the departments; persons have no line here. */
export async function scoresOf(world: Supervision, asking: Asking, month: Month): Promise<ScoresView> {
  const { jurisdiction } = asking;
  const own = scopeOf(asking);
  const names = [...(await world.near.authorityNames(jurisdiction))].filter(([id]) => own?.includes(id) ?? true);
  return asSupervisor(world, async (tx) => {
    const sheet = await sheetOf(tx, { jurisdiction, subject, month });
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

/** One department's month: every part, every line, and what each point stands on. */
export async function scoreView(
  world: Supervision,
  asking: Asking,
  asked: DepartmentMonth,
): Promise<ScoreView | undefined> {
  const own = scopeOf(asking);
  const name = (await world.near.authorityNames(asked.jurisdiction)).get(asked.authority);
  if (name === undefined || own?.includes(asked.authority) === false) return undefined;
  return asSupervisor(world, async (tx) => {
    const { sheet, score, measured } = await scoreOf(tx, asked);
    const accountability = await pointsInYear(tx, asked);
    const year = yearlyPoints(await totalsOf(tx, asked, 'year'), accountability);
    return {
      subject,
      scored: asked.authority,
      name,
      month: asked.month,
      running: asked.month >= monthOf(todayOf(world)),
      ...partsView(sheet, score),
      ...quarterView(await totalsOf(tx, asked, 'quarter')),
      ...(year === undefined ? {} : { year }),
      accountability,
      satisfaction: measured.satisfaction,
      short: fallsShort(measured.satisfaction),
      ...(asking.actor.roles.includes('supervisor') ? { sheets: choicesOf(subject, sheet) } : {}),
    };
  });
}
