import type { CaseEntry, CaseFact } from '@yimen/core/casework';
import { personId } from '@yimen/core/people';
import type { GivenCase } from './givenCase.ts';

/** Changes entries of one kind, as a program that did not keep the law, or a hand in the database, would have written them. */
export function altered<T extends CaseFact['type']>(
  given: GivenCase,
  type: T,
  change: (entry: CaseEntry, fact: Extract<CaseFact, { type: T }>) => CaseEntry,
): readonly CaseEntry[] {
  return given.entries.map((entry) =>
    entry.fact.type === type ? change(entry, entry.fact as Extract<CaseFact, { type: T }>) : entry,
  );
}

/** The same entry, by somebody else's hand. */
export const as = (entry: CaseEntry, person: string): CaseEntry =>
  entry.actor.kind === 'officer' ? { ...entry, actor: { ...entry.actor, person: personId(person) } } : entry;
