import type { Day } from '@yimen/kernel';
import { firstDayOf, lastDayOf, monthOf, type Month } from '@yimen/core/supervision';
import { todayOf, type Supervision } from '../world.ts';

export interface PublicMonth {
  readonly jurisdiction: string;
  readonly month: Month;
}

/** The days of a month that have been, and whether it still runs. */
export function monthSpan(month: Month, today: Day) {
  const [from, last] = [firstDayOf(month), lastDayOf(month)];
  return { month, from, to: last < today ? last : today, running: monthOf(today) <= month };
}

/** What departments and items of a hall are called. */
export interface Names {
  readonly departments: readonly string[];
  readonly department: (id: string) => string;
  readonly item: (id: string) => string;
}

export async function namesOf(world: Supervision, jurisdiction: string): Promise<Names> {
  const departments = await world.near.authorityNames(jurisdiction);
  const items = new Map(
    (await world.near.itemNames(jurisdiction, todayOf(world))).map(({ itemId, name }) => [itemId, name]),
  );
  return {
    departments: [...departments.keys()],
    department: (id) => departments.get(id) ?? id,
    item: (id) => items.get(id) ?? id,
  };
}
