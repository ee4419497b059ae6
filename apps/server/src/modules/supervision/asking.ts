import type { Standing } from '@yimen/core/people';
import type { FastifyRequest } from 'fastify';
import { staffOf } from '../../platform/http/index.ts';
import { cardActor } from './handle.ts';
import { answersForDepartment, watchesHall, type Asking } from './sight.ts';
import { todayOf, type Supervision } from './world.ts';

/** Who is calling, with what they hold today. */
export async function askingOf(
  world: Supervision,
  request: FastifyRequest,
): Promise<Asking & { readonly standing: Standing }> {
  const { jurisdiction, person } = staffOf(request);
  const standing = await world.near.standingOf(jurisdiction, person);
  if (standing === undefined) throw new Error(`${person} is signed in and works nowhere`);
  return { jurisdiction, standing, actor: cardActor(standing, todayOf(world)) };
}

/** The departments whose numbers this person sees: all where undefined. One that is asked for and not theirs gives nothing. */
export function scopeOf({ actor }: Asking, asked?: string): readonly string[] | undefined {
  const own = watchesHall(actor) ? undefined : answersForDepartment(actor) ? actor.authorities : [];
  if (asked === undefined) return own;
  return own === undefined || own.some((one) => one === asked) ? [asked] : [];
}
