import { millisOf, type Day, type Instant } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import type { ServiceItem } from '@yimen/core/catalogue';
import type { RuleSet } from '@yimen/core/supervision';
import type { Tx } from '../../platform/shell.ts';
import type { DeedRow } from './deeds.ts';
import type { Followed } from './followed.ts';
import type { Found } from './raise.ts';
import { ruleSetsOf, type Supervision } from './world.ts';

/** What one batch is judged with. */
export interface Judging {
  readonly world: Supervision;
  readonly tx: Tx;
  readonly calendarOn: (on: Day) => Calendar;
  readonly calendar: Calendar;
  readonly cases: Map<string, Followed>;
  readonly sets: Map<string, readonly RuleSet[]>;
  readonly items: Map<string, ServiceItem>;
  readonly found: Found[];
  readonly deeds: DeedRow[];
}

export async function setsFor(
  { world, sets }: Pick<Judging, 'world' | 'sets'>,
  jurisdiction: string,
): Promise<readonly RuleSet[]> {
  const known = sets.get(jurisdiction) ?? (await ruleSetsOf(world, jurisdiction));
  sets.set(jurisdiction, known);
  return known;
}

export async function itemFor(
  { world, items }: Pick<Judging, 'world' | 'items'>,
  { jurisdiction, itemId, itemVersion }: Pick<Followed, 'jurisdiction' | 'itemId' | 'itemVersion'>,
): Promise<ServiceItem> {
  const name = [jurisdiction, itemId, String(itemVersion)].join('\n');
  const item = items.get(name) ?? (await world.near.itemVersion(jurisdiction, itemId, itemVersion));
  items.set(name, item);
  return item;
}

/** Seconds between two instants. */
export const secondsSince = (from: Instant, to: Instant): number => Math.round((millisOf(to) - millisOf(from)) / 1000);
