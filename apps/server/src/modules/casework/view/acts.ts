import { availableActs, type CaseState } from '@yimen/core/casework';
import { mayAct } from '@yimen/core/people';
import type { AvailableAct } from '@yimen/contract';
import { actingFor, type Performer } from '../actor.ts';
import type { Surroundings } from '../context.ts';

/** Every act on this case for this person now, available or with the reason why not. */
export function actsFor(state: CaseState, performer: Performer, context: Surroundings): AvailableAct[] {
  const acting = actingFor(performer, { act: 'accept', item: context.item, today: context.today });
  const actor = acting.ok ? acting.value.actor : nobody(performer);
  const { item, today } = context;
  const acts =
    performer.kind === 'officer'
      ? availableActs(state, { ...context, actor }, ({ act, authority }) =>
          mayAct(performer.standing, { act, authority, item: item.id, on: today }),
        )
      : availableActs(state, { ...context, actor });
  return acts.map(({ act, on, available, why }) => ({
    act,
    available,
    ...(on === undefined ? {} : { on }),
    ...(why === undefined ? {} : { why: { ...why, words: { ...why.words } } }),
  }));
}

/** An officer without any authorisation still is one: the answer to every act says which is missing. */
function nobody(performer: Performer) {
  if (performer.kind !== 'officer') return performer;
  const { person, name, postings } = performer.standing;
  const post = postings.find((posting) => posting.person === person)?.post;
  if (post === undefined) return { kind: 'applicant', name } as const;
  return { kind: 'officer', person, name, post, roles: [] } as const;
}
