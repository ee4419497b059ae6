import { isGuideEntry, type PublishedItem, type ServiceItem, type StarFacts } from '@yimen/core/catalogue';
import { addMonths, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { hallItems } from '../queries.ts';

export interface StarNeighbours {
  /** How the items of a hall were rated since a day. */
  readonly ratingsSince: (
    jurisdiction: string,
    since: Day,
  ) => Promise<ReadonlyMap<string, NonNullable<StarFacts['ratings']>>>;
}

export interface HallOn {
  readonly jurisdiction: string;
  readonly on: Day;
}

const RATED_MONTHS = 12;

/** What the stars of every whole item of a hall are counted from on a day. Reads the whole list: a night's work, or an editor's trial. */
export async function starFacts(
  db: Db,
  near: StarNeighbours,
  { jurisdiction, on }: HallOn,
): Promise<readonly StarFacts[]> {
  const [items, firsts, ratings] = [
    wholeOf(await hallItems(db, jurisdiction, on)),
    await firstVersions(db, jurisdiction),
    await near.ratingsSince(jurisdiction, addMonths(on, -RATED_MONTHS)),
  ];
  return items.map((item) => {
    const rated = ratings.get(item.id);
    return { item, first: firsts.get(item.id) ?? item, ...(rated === undefined ? {} : { ratings: rated }) };
  });
}

const wholeOf = (items: readonly PublishedItem[]): readonly ServiceItem[] =>
  items.flatMap((item) => (isGuideEntry(item) ? [] : [item]));

/** Of each item the first version that was published whole. */
async function firstVersions(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, ServiceItem>> {
  const { rows } = await sql<{
    content: PublishedItem;
  }>`select distinct on (item_id) content from catalogue.item_version
    where jurisdiction = ${jurisdiction} and availability = 'applicable' order by item_id, version`.execute(db);
  return new Map(wholeOf(rows.map(({ content }) => content)).map((item) => [item.id, item]));
}
