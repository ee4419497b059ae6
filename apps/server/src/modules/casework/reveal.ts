import { dayOf, ok, refuse, type Result } from '@yimen/kernel';
import { liveOf, type LiveCase } from '@yimen/core/casework';
import type { Revealed, RevealRequest } from '@yimen/contract';
import { recordAudit } from '../../platform/audit/index.ts';
import { maskedApplicant, openApplicant, placeOf } from './applicant.ts';
import { grantsOf } from './grants.ts';
import type { Viewer } from './queue.ts';
import { findCase, type CaseRow } from './snapshot.ts';
import type { CaseKey } from './tracking.ts';
import { isOverseer, postsOn } from './visibility.ts';
import type { World } from './world.ts';

/** How long a screen shows it: long enough to make a call or to compare a card. */
const SECONDS = 60;

export interface Revealing extends RevealRequest {
  readonly caseId: string;
  /** The address it was asked from. */
  readonly from: string;
}

export type RevealRefusal = 'unknown_case' | 'not_handling' | 'unknown_field';

/**
 * One number in full, for an officer who handles the case, with a reason, on record before it is told (PIPL Art. 51).
 * Whoever only watches over the hall sees the case and not the numbers.
 */
export async function reveal(
  world: World,
  viewer: Viewer,
  { caseId, field, reason, from }: Revealing,
): Promise<Result<Revealed, RevealRefusal>> {
  const key = { jurisdiction: viewer.jurisdiction, caseId };
  const row = await findCase(world.shell.db, key);
  if (row === undefined) return refuse('unknown_case');
  if (!handles(world, viewer, row)) return refuse('not_handling');
  const live = liveOf(row.state);
  if (live === undefined) return refuse('unknown_case');
  const value = valueAt(inFull(world, key, live), field);
  if (typeof value !== 'string') return refuse('unknown_field');
  const { person, name } = viewer.standing;
  await recordAudit(world.shell, {
    jurisdiction: key.jurisdiction,
    stream: `access:${caseId}`,
    type: 'fieldRevealed',
    actor: { kind: 'officer', person, name },
    from,
    body: { field, reason: world.keeper.sealWithin(reason, placeOf(key)) },
  });
  return ok({ field, value, seconds: SECONDS });
}

const inFull = ({ keeper }: World, key: CaseKey, { application: { applicant, answers } }: LiveCase) => ({
  applicant: openApplicant(keeper, key, applicant),
  answers: keeper.openWithin(answers, placeOf(key)),
});

const NUMBERS = ['applicant.paperNumber', 'applicant.phone', 'applicant.agent.paperNumber', 'applicant.agent.phone'];

/** Fields that screens show masked and this officer may ask for in full. */
export function revealable(world: World, viewer: Viewer, row: CaseRow): string[] {
  const live = liveOf(row.state);
  if (live === undefined || !handles(world, viewer, row)) return [];
  const key = { jurisdiction: viewer.jurisdiction, caseId: row.case_id };
  const { applicant, answers } = live.application;
  const full = inFull(world, key, live);
  const masked = {
    applicant: maskedApplicant(world.keeper, key, applicant),
    answers: world.keeper.maskWithin(answers, placeOf(key)),
  };
  return [...NUMBERS, ...Object.keys(answers).map((id) => `answers.${id}`)].filter(
    (field) => valueAt(full, field) !== valueAt(masked, field),
  );
}

/** May do something today, for a department at work on the case and this item, by a post of that department or on its paper. */
export function handles(world: World, { standing }: Viewer, row: CaseRow): boolean {
  const today = dayOf(world.shell.now());
  const posts = postsOn(standing, today).filter((post) => !isOverseer(post));
  const held = new Set<string>(posts.map(({ id }) => id));
  const papers = standing.authorisations.filter(({ post }) => held.has(post));
  const near = new Set<string>([...posts, ...papers].flatMap(({ authority }) => authority ?? []));
  const at = [row.authority, ...row.other_authorities].filter((authority) => near.has(authority));
  return grantsOf(standing, today, at).some(
    ({ authority, items }) => at.includes(authority) && (items === null || items.includes(row.item_id)),
  );
}

function valueAt(value: object, field: string): unknown {
  return field.split('.').reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    return (at as Readonly<Record<string, unknown>>)[name];
  }, value);
}
