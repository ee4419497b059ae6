import type { PasswordFault } from '@yimen/core/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseWith, type Refusal, type Staff } from '../../../platform/http/index.ts';
import type { Where } from '../factors.ts';
import { siteOf } from '../passkeys.ts';
import { accountRefusals, type AccountRefusal } from '../refusals.ts';
import type { PeopleWorld } from '../world.ts';

/** A refusal of this module for the edge; one of the edge's own codes needs no words. */
function refusalOf(code: AccountRefusal): Refusal {
  const told: { readonly zh: string; readonly en: string; readonly field?: string; readonly article?: string } =
    accountRefusals[code];
  const { zh, en, field, article } = told;
  return {
    code,
    words: { zh, en },
    ...(field === undefined ? {} : { field }),
    ...(article === undefined ? {} : { article }),
  };
}

type Code = AccountRefusal | 'locked' | 'not_found' | 'wrong_password' | 'too_many';

export function refuseAs(reply: FastifyReply, code: Code): FastifyReply {
  return refuseWith(reply, isOurs(code) ? refusalOf(code) : { code });
}

const isOurs = (code: Code): code is AccountRefusal => Object.hasOwn(accountRefusals, code);

/** A password that fails a rule, or a proof that was none. */
export function refusePassword(
  reply: FastifyReply,
  why: PasswordFault | 'wrong_proof' | 'locked',
  field: 'next' | 'password' = 'next',
): FastifyReply {
  if (why === 'wrong_proof') return refuseWith(reply, { ...refusalOf(why), field: 'current' });
  return typeof why === 'string' ? refuseAs(reply, why) : refuseWith(reply, { ...why, field });
}

/** Where the caller is, for proofs and the record. */
export function whereOf(world: PeopleWorld, request: FastifyRequest, { sessionId }: Pick<Staff, 'sessionId'>): Where {
  return { sessionId, site: siteOf(world, request.host), from: request.ip };
}

export const holderOf = ({ jurisdiction, person }: Staff) => ({ jurisdiction, person });
