import type { Decision } from './context.ts';
import { isLapsed, openProblems } from './acceptance.ts';
import {
  at,
  basisGiven,
  isOneOf,
  makes,
  opinionGiven,
  passing,
  reasonGiven,
  rule,
  when,
  type ActRule,
} from './guards.ts';

/** 退回件: who examined the papers proposes; nothing is returned on one person's word. */
export const proposeReturn: ActRule<'proposeReturn'> = rule(
  'proposeReturn',
  (state, context) => {
    const received = at(state, 'received');
    return received.ok ? passing(received.value, openProblems(received.value, context)) : received;
  },
  (_state, { reason, basis }): Decision =>
    makes([{ type: 'returnProposed', reason, basis }], [reasonGiven(reason), basisGiven(basis)]),
);

/** The window head checks it; the applicant is told and given the sealed notice, the centre and the department get a copy. */
export const confirmReturn: ActRule<'confirmReturn'> = rule(
  'confirmReturn',
  (state, context) => {
    const received = at(state, 'received');
    if (!received.ok) return received;
    const { returnProposal } = received.value;
    return passing(received.value, [
      when(isLapsed(received.value, context), 'acceptance_lapsed'),
      when(returnProposal === undefined, 'no_return_proposed'),
      when(returnProposal !== undefined && isOneOf(context, [returnProposal.by]), 'own_proposal'),
    ]);
  },
  (_state, { agreed, opinion, toldBy }): Decision =>
    makes(
      [
        {
          type: 'returnDecided',
          agreed,
          opinion,
          ...(agreed ? { toldBy } : {}),
          copiedTo: agreed ? ['centre', 'department'] : [],
        },
      ],
      [opinionGiven(opinion)],
    ),
);
