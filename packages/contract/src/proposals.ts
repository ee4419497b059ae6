import { z } from 'zod';
import { CommandId, Day_, Instant_, typed, Words } from './primitives.ts';
import { CardRowView } from './supervision.ts';

const text = typed(2000);
const days = z.int().min(1).max(60);

export const ProposalRequest = z.object({
  commandId: CommandId,
  cards: z.array(z.string().min(1).max(60)).max(50),
  found: text,
  advice: text,
  replyDays: days,
});
export type ProposalRequest = z.infer<typeof ProposalRequest>;

export const ProposalCommand_ = z.discriminatedUnion('type', [
  z.object({ type: z.literal('receive') }),
  z.object({ type: z.literal('reply'), text, proof: typed(500) }),
  z.object({ type: z.literal('returnReply'), reason: text, replyDays: days }),
  z.object({ type: z.literal('close'), opinion: text }),
]);
export const ProposalActRequest = z.object({ commandId: CommandId, command: ProposalCommand_ });
export type ProposalActRequest = z.infer<typeof ProposalActRequest>;
export const ProposalActed = z.object({ proposalId: z.string(), number: z.string() });

export const ProposalRow = z.object({
  proposalId: z.string(),
  number: z.string(),
  authorityName: z.string(),
  issuedOn: Day_,
  phase: z.enum(['issued', 'served', 'replied', 'closed']),
  phaseName: Words,
  replyBy: Day_.nullable(),
  overdue: z.boolean(),
});
export type ProposalRow = z.infer<typeof ProposalRow>;
export const ProposalList = z.object({ rows: z.array(ProposalRow), mayIssue: z.boolean() });
export type ProposalList = z.infer<typeof ProposalList>;

export const ProposalView = ProposalRow.extend({
  found: z.string(),
  advice: z.string(),
  replyDays: z.int(),
  paper: z.string(),
  cards: z.array(CardRowView.pick({ cardId: true, rule: true, ruleName: true, levelName: true, caseNumber: true })),
  life: z.array(
    z.object({ revision: z.int(), at: Instant_, title: Words, by: z.string(), lines: z.array(z.string()) }),
  ),
  acts: z.array(z.enum(['receive', 'reply', 'returnReply', 'close'])),
});
export type ProposalView = z.infer<typeof ProposalView>;
