import { dayOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { caseId, liveOf, type CaseState } from '@yimen/core/casework';
import { rate, type RateCommand, type RatingRefusal } from '@yimen/core/rating';
import { sql } from 'kysely';
import { append, openStream, transact } from '../../platform/ledger/index.ts';
import type { Shell } from '../../platform/shell.ts';

/** The case that is rated, as casework hands it over: the applicant holds the token of this very case. */
export interface RatedCase {
  readonly jurisdiction: string;
  readonly caseId: string;
  readonly state: CaseState;
  /** Seals numbers and phones somebody wrote into a comment. */
  readonly sealed: (text: string) => string;
}

export interface Rated {
  readonly level: number;
  readonly at: Instant;
}

export type RateProblem = RatingRefusal | { readonly code: 'command_reused' };

const streamOfRating = (id: string): string => `rating:${id}`;

/**
 * One rating for one case, by its applicant (一事一评). The stream has one entry and no more: whoever comes second finds
 * it there, and a retry of the same command gets the first answer.
 */
export async function rateCase(
  shell: Shell,
  rated: RatedCase,
  command: RateCommand,
  commandId: string,
): Promise<Result<Rated, RateProblem>> {
  const stream = { jurisdiction: rated.jurisdiction, stream: streamOfRating(rated.caseId) };
  const done = await transact(shell.db, async (tx): Promise<Result<Rated, RateProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request: command });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as Rated);
    const { head } = opened.value;
    const now = shell.now();
    const given = rate(command, {
      caseId: caseId(rated.caseId),
      stage: rated.state.stage,
      byApplicant: true,
      rated: head.revision > 0,
      now,
      today: dayOf(now),
    });
    if (!given.ok) return given;
    const { type, ...said } = given.value;
    const body = said.comment === undefined ? said : { ...said, comment: rated.sealed(said.comment) };
    const answer: Rated = { level: body.level, at: now };
    const appended = await append(tx, {
      ...stream,
      after: head,
      entries: [{ type, body }],
      // The case knows its applicant; the rating need not say it again to whoever reads ratings.
      stamp: { at: now, actor: { kind: 'applicant' }, commandId },
      remember: { request: command, answer },
    });
    if (!appended.ok) return appended;
    await project(tx, rated, { ...body, at: now });
    return ok(answer);
  });
  if (done.ok) return done;
  return done.error === 'stale' ? rateCase(shell, rated, command, commandId) : refuse(done.error);
}

interface Given {
  readonly level: number;
  readonly dimensions: object;
  readonly comment?: string;
  readonly at: Instant;
}

async function project(
  tx: Parameters<Parameters<typeof transact>[1]>[0],
  rated: RatedCase,
  given: Given,
): Promise<void> {
  const application = liveOf(rated.state)?.application;
  await sql`insert into rating.ratings (jurisdiction, case_id, item_id, level, dimensions, comment, at)
    values (${rated.jurisdiction}, ${rated.caseId}, ${application?.itemId ?? ''}, ${given.level},
      ${JSON.stringify(given.dimensions)}::jsonb, ${given.comment ?? null}, ${given.at}::timestamptz)`.execute(tx);
}

/** The rating of a case, for its applicant. Never part of what the rated see. */
export async function ratingOf(
  shell: Pick<Shell, 'db'>,
  key: Pick<RatedCase, 'jurisdiction' | 'caseId'>,
): Promise<Rated | undefined> {
  const { rows } = await sql<Rated>`select level, at from rating.ratings
    where jurisdiction = ${key.jurisdiction} and case_id = ${key.caseId}`.execute(shell.db);
  return rows[0];
}
