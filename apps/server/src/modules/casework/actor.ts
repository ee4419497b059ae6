import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import { neededFor, subjectOf, type Actor, type CaseCommand } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { mayAct, type ActRefusal, type Authority, type Standing } from '@yimen/core/people';

/** Who is at work on a case. */
export type Performer =
  | { readonly kind: 'officer'; readonly standing: Standing }
  | { readonly kind: 'applicant'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** Who did it and under what, for the ledger; the authority besides, for the decision. */
export interface Acting {
  readonly actor: Actor;
  readonly authority?: Authority;
}

export interface Wanted {
  readonly act: CaseCommand['type'];
  /** The step or special procedure it concerns. */
  readonly on?: string;
  readonly item: ServiceItem;
  readonly today: Day;
}

/** Asked at every act anew: an authorisation that ended yesterday is no authorisation today. */
export function actingFor(performer: Performer, wanted: Wanted): Result<Acting, ActRefusal> {
  if (performer.kind !== 'officer') return ok({ actor: performer });
  const { standing } = performer;
  const needed = neededFor(wanted.act, wanted.item, wanted.on);
  if (needed === 'system') return ok({ actor: unauthorised(standing) });
  const { act, authority } = needed;
  const allowed = mayAct(standing, { act, authority, item: wanted.item.id, on: wanted.today });
  if (!allowed.ok) return refuse(allowed.error);
  return ok({ actor: officerActor(standing, allowed.value), authority: allowed.value });
}

export function actingForCommand(performer: Performer, command: CaseCommand, item: ServiceItem, today: Day) {
  const on = subjectOf(command);
  return actingFor(performer, { act: command.type, ...(on === undefined ? {} : { on }), item, today });
}

/** The ledger names the document (授权书) by its own number: that is what can be looked up years later. */
function officerActor(standing: Standing, authority: Authority): Actor {
  const paper = standing.authorisations.find(({ id }) => id === authority.authorisation);
  return {
    kind: 'officer',
    person: standing.person,
    name: standing.name,
    post: authority.post,
    ...(paper === undefined ? {} : { authorisation: paper.number }),
    ...(authority.onBehalfOf === undefined ? {} : { onBehalfOf: authority.onBehalfOf }),
    roles: authority.roles,
  };
}

/** For acts no officer may do: the core refuses them, whoever asks. */
function unauthorised(standing: Standing): Actor {
  const post = standing.postings.find(({ person }) => person === standing.person)?.post;
  if (post === undefined) return { kind: 'applicant', name: standing.name };
  return { kind: 'officer', person: standing.person, name: standing.name, post, roles: [] };
}
