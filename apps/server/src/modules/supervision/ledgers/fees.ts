import type { Day } from '@yimen/kernel';
import type { FeeStatement, ListedItem } from '@yimen/core/supervision';
import type { ListedFees, Supervision } from '../world.ts';

type FeesOn = (itemId: string, on: Day) => FeeStatement | undefined;

const statementOf = ({ version, kind, fees }: ListedFees): FeeStatement => ({
  version,
  licence: kind === 'licence',
  fees: fees.map(({ name, standard, basis: { law, article } }) => ({ name, standard, law, article })),
});

const inForce = ({ from, to }: ListedFees, on: Day): boolean => from <= on && (to === null || on <= to);

/** What the list said of these items' fees on a day, by the version then in force; kept with the row as it was. */
export async function feesOf(
  { near }: Supervision,
  jurisdiction: string,
  items: readonly ListedItem[],
): Promise<FeesOn> {
  const ids = [...new Set(items.map(({ itemId }) => itemId))];
  const versions = await near.feesOfItems(jurisdiction, ids);
  const byItem = Map.groupBy(versions, ({ itemId }) => itemId);
  return (itemId, on) => {
    const found = byItem.get(itemId)?.find((one) => inForce(one, on));
    return found === undefined ? undefined : statementOf(found);
  };
}
