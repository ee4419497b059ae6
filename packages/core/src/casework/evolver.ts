import type { PersonId } from '../people/index.ts';
import type { Actor, CaseEntry, CaseFact, CaseFactType } from './entries.ts';
import { isEnded, type CaseState, type InStage, type LiveCase } from './state.ts';

export type FactOf<T extends CaseFactType> = Extract<CaseFact, { readonly type: T }> & { readonly type: T };
export type Evolver<T extends CaseFactType> = (state: CaseState, fact: FactOf<T>, entry: CaseEntry) => CaseState;
/** What some facts make of a case; together they cover every fact. */
export type Evolvers<T extends CaseFactType> = { readonly [K in T]: Evolver<K> };

/** The live case at one of these stages; anything else is a broken stream. */
export function inStage<S extends LiveCase['stage']>(state: CaseState, ...stages: readonly S[]): InStage<S> {
  if (state.stage !== 'unfiled' && !isEnded(state) && isIn(state, stages)) return state;
  throw new Error(`a case at ${state.stage} cannot take this entry (needs ${stages.join(', ')})`);
}

function isIn<S extends LiveCase['stage']>(state: LiveCase, stages: readonly S[]): state is InStage<S> {
  return stages.some((stage) => stage === state.stage);
}

export function personOf(actor: Actor): PersonId {
  if (actor.kind === 'officer') return actor.person;
  throw new Error(`only an officer does this, not ${actor.kind}`);
}

/** With the person added, once. */
export function joined(people: readonly PersonId[], actor: Actor): readonly PersonId[] {
  return actor.kind !== 'officer' || people.includes(actor.person) ? people : [...people, actor.person];
}

/** A fact without its name, as the state keeps it. */
export function body<F extends CaseFact>(fact: F): Omit<F, 'type'> {
  const { type: _type, ...rest } = fact;
  return rest;
}
