import type { CaseEntry, CaseFact, CaseFactType } from './entries.ts';
import { decisionEvolvers } from './evolveDecision.ts';
import { endingEvolvers } from './evolveEndings.ts';
import { examinationEvolvers } from './evolveExamination.ts';
import { intakeEvolvers } from './evolveIntake.ts';
import { initialState, type CaseState } from './state.ts';
import type { Evolver, FactOf } from './evolver.ts';

const evolvers: { readonly [T in CaseFactType]: Evolver<T> } = {
  ...intakeEvolvers,
  ...examinationEvolvers,
  ...decisionEvolvers,
  ...endingEvolvers,
};

/**
 * The case after one more entry: facts only, no rules, no clock; costs the same whatever the history. Throws on a fact
 * that cannot follow, for then the stream is not the one the state was made of.
 */
export function evolve(state: CaseState, entry: CaseEntry): CaseState {
  return apply(state, entry.fact, entry);
}

function apply<T extends CaseFactType>(
  state: CaseState,
  fact: { [K in T]: FactOf<K> }[T],
  entry: CaseEntry,
): CaseState {
  return evolvers[fact.type](state, fact, entry);
}

/** The case its whole history makes, or what `from` (a snapshot) becomes by what came after it. */
export function fold(entries: readonly CaseEntry[], from: CaseState = initialState): CaseState {
  return entries.reduce(evolve, from);
}

/** The entries of one act as they will stand in the ledger; for callers that need the state before it is stored. */
export function entriesOf(
  facts: readonly CaseFact[],
  stamp: Omit<CaseEntry, 'fact' | 'revision'>,
  after: number,
): readonly CaseEntry[] {
  return facts.map((fact, at) => ({ ...stamp, revision: after + at + 1, fact }));
}
