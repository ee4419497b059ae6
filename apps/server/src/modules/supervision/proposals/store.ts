import { ok, refuse, yearOf, type Day, type Result } from '@yimen/kernel';
import {
  cardId,
  decideProposal,
  evolveProposal,
  proposalTo,
  type Proposal,
  type ProposalCommand,
  type ProposalFact,
  type ProposalRefusal,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/shell.ts';
import { findCard } from '../cardStore.ts';
import { cardActor } from '../handle.ts';
import { nextSerial, recordDecided, serialOf, type Acting, type RecordProblem } from '../record.ts';
import { watchesHall } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { proposalOnPaper } from './paper.ts';

export type ProposalProblem = ProposalRefusal | RecordProblem | { readonly code: 'not_found' };
export interface ProposalDone {
  readonly proposalId: string;
  readonly number: string;
}

export interface ProposalRecord {
  readonly proposal_id: string;
  readonly proposal: Proposal;
}

export const proposalStream = (proposalId: string): string => `proposal:${proposalId}`;

export async function findProposal(db: Db, jurisdiction: string, proposalId: string): Promise<Proposal | undefined> {
  const { rows } = await sql<ProposalRecord>`select proposal_id, proposal from supervision.proposals
    where jurisdiction = ${jurisdiction} and proposal_id = ${proposalId}`.execute(db);
  return rows[0]?.proposal;
}

export interface Issuing extends Acting {
  readonly cards: readonly string[];
  readonly found: string;
  readonly advice: string;
  readonly replyDays: number;
}

/** Issues a proposal: numbered, printed, sealed and on record in one transaction. The command's id is the proposal's. */
export async function issueProposal(
  world: Supervision,
  issuing: Issuing,
): Promise<Result<ProposalDone, ProposalProblem>> {
  const { jurisdiction, standing, commandId, cards, found, advice, replyDays } = issuing;
  const request = { cards, found, advice, replyDays };
  return recorded(world, { jurisdiction, standing, commandId, proposalId: commandId, request }, async (tx) => {
    const rows = await Promise.all(cards.map((id) => findCard(tx, jurisdiction, id)));
    if (rows.some((row) => row === undefined)) return refuse({ code: 'not_found' });
    const known = rows.flatMap((row) => row ?? []);
    const wish = { ...request, cards: known.map(({ card_id: id, card }) => ({ id: cardId(id), card })) };
    const to = proposalTo(wish, cardActor(standing, todayOf(world)));
    if (!to.ok) return to;
    const on = todayOf(world);
    const number = `监建〔${String(yearOf(on))}〕${String(await nextSerial(tx, { of: 'proposals', jurisdiction, year: yearOf(on) }))}号`;
    const issuer = (await world.near.halls()).find((hall) => hall.jurisdiction === jurisdiction)?.name ?? '';
    const department = (await world.near.authorityNames(jurisdiction)).get(to.value) ?? to.value;
    const words = { issuer, department, number, cards: known.map(({ card }) => card), found, advice, replyDays, on };
    const paper = await world.near.sealed(proposalOnPaper(words), { on, number, issuer });
    const ids = wish.cards.map(({ id }) => id);
    return ok({
      type: 'proposalIssued',
      number,
      authority: to.value,
      cards: ids,
      found,
      advice,
      issuedOn: on,
      replyDays,
      paper,
    });
  });
}

export interface ActingOnProposal extends Acting {
  readonly proposalId: string;
  readonly command: ProposalCommand;
}

/** Receives, answers, returns or closes: decided by the core, appended to its stream. */
export async function actOnProposal(
  world: Supervision,
  acting: ActingOnProposal,
): Promise<Result<ProposalDone, ProposalProblem>> {
  const { jurisdiction, standing, proposalId, command } = acting;
  const calendar = await world.near.calendar();
  return recorded(world, { ...acting, request: command }, async (tx) => {
    const proposal = await findProposal(tx, jurisdiction, proposalId);
    const actor = cardActor(standing, todayOf(world));
    const seen =
      proposal !== undefined && (watchesHall(actor) || actor.authorities.includes(proposal.issued.authority));
    return seen
      ? decideProposal(proposal, command, { today: todayOf(world), calendar, actor })
      : refuse({ code: 'not_found' });
  });
}

interface Recording extends Acting {
  readonly proposalId: string;
  readonly request: object;
}

function recorded(
  world: Supervision,
  { proposalId, ...recording }: Recording,
  decide: (tx: Tx) => Promise<Result<ProposalFact, ProposalProblem>>,
): Promise<Result<ProposalDone, ProposalProblem>> {
  const { jurisdiction } = recording;
  return recordDecided(world, { ...recording, stream: proposalStream(proposalId) }, async (tx) => {
    const fact = await decide(tx);
    if (!fact.ok) return fact;
    const proposal = evolveProposal(await findProposal(tx, jurisdiction, proposalId), fact.value);
    const answer: ProposalDone = { proposalId, number: proposal.issued.number };
    return ok({ fact: fact.value, answer, write: () => write(tx, { jurisdiction, proposalId, proposal }) });
  });
}

interface Written {
  readonly jurisdiction: string;
  readonly proposalId: string;
  readonly proposal: Proposal;
}

async function write(tx: Tx, { jurisdiction, proposalId, proposal }: Written): Promise<void> {
  const { issued, phase } = proposal;
  const replyBy: Day | null = proposal.replyBy ?? null;
  await sql`insert into supervision.proposals
      (jurisdiction, proposal_id, year, serial, authority, cards, issued_on, phase, reply_by, paper, proposal)
    values (${jurisdiction}, ${proposalId}, ${yearOf(issued.issuedOn)}, ${serialOf(issued.number)}, ${issued.authority},
      ${[...issued.cards]}::text[], ${issued.issuedOn}::date, ${phase}, ${replyBy}::date, ${issued.paper}, ${JSON.stringify(proposal)}::jsonb)
    on conflict (jurisdiction, proposal_id) do update set phase = excluded.phase, reply_by = excluded.reply_by,
      proposal = excluded.proposal`.execute(tx);
}
