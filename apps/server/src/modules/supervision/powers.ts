import type { PowersAnswer } from '@yimen/contract';
import { powerFigures } from '@yimen/core/supervision';
import type { Day } from '@yimen/kernel';
import type { Supervision } from './world.ts';

interface PowersAsked {
  readonly jurisdiction: string;
  readonly on: Day;
  readonly authorities?: readonly string[] | undefined;
}

/** 授权率、既受又理率 as of a day: of the items in force on it, by the authorisations valid on it. */
export async function powersOf(
  { near }: Supervision,
  { jurisdiction, on, authorities }: PowersAsked,
): Promise<PowersAnswer> {
  const all = await near.itemNames(jurisdiction, on);
  const items = authorities === undefined ? all : all.filter(({ authority }) => authorities.includes(authority));
  const known = new Map(items.map((item) => [item.itemId, item]));
  const names = await near.authorityNames(jurisdiction);
  const figures = powerFigures(items, await near.authorisationsOn(jurisdiction, on));
  return {
    on,
    figures: figures.map(({ others, ...figure }) => ({
      ...figure,
      others: others.map((itemId) => {
        const { name = itemId, authority = '' } = known.get(itemId) ?? {};
        return { itemId, name, authorityName: names.get(authority) ?? authority };
      }),
    })),
  };
}
