import type { ProposalView } from '@yimen/contract';
import { levels } from '@yimen/core/supervision';
import { findCard } from './cardStore.ts';
import type { Asking } from './sight.ts';
import { ruleSetsOf, type Supervision } from './world.ts';

/** Cards by the names a paper or a case about somebody calls them by; one that is not there is left out. */
export async function namedCards(
  world: Supervision,
  { jurisdiction }: Pick<Asking, 'jurisdiction'>,
  ids: readonly string[],
): Promise<ProposalView['cards']> {
  const sets = await ruleSetsOf(world, jurisdiction);
  const rules = new Map(sets.flatMap((set) => set.rules).map((rule) => [rule.code, rule.name]));
  const rows = await Promise.all(ids.map((id) => findCard(world.shell.db, jurisdiction, id)));
  return rows.flatMap((row) => {
    if (row === undefined) return [];
    const { rule, about, level, matter } = row.card.raised;
    return [
      {
        cardId: row.card_id,
        rule,
        ruleName: rules.get(rule) ?? about,
        levelName: levels[level],
        caseNumber: matter.caseNumber,
      },
    ];
  });
}
