import { expect, test } from 'vitest';
import fc from 'fast-check';
import { day, instantAt } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import type { ServiceItem } from '@yimen/core/catalogue';
import { mayAct } from '@yimen/core/people';
import { evaluate, items, rounds } from '@yimen/testkit/cases';
import {
  blankSheet,
  everyAct,
  moveOf,
  nextDay,
  objections,
  ROWS,
  seenOfSheet,
  seenOfState,
  STAGES,
  standingOf,
  write,
  type Family,
  type Sheet,
  type Someone,
} from '@yimen/testkit/model';
import {
  caseNumber,
  decide,
  entriesOf,
  evolve,
  initialState,
  neededFor,
  subjectOf,
  type Actor,
  type CaseCommand,
  type CaseContext,
  type CaseState,
  type RefusalCode,
} from './index.ts';

const { model: runs, seed, report } = rounds();

/** To which kind of objection each refusal belongs. A new refusal does not compile until this is said. */
const FAMILY: Readonly<Record<RefusalCode, Family>> = {
  case_ended: 'ended',
  not_filed: 'stage',
  already_filed: 'stage',
  wrong_stage: 'stage',
  not_for_this_actor: 'who',
  not_authorised: 'who',
  wrong_authority: 'who',
  role_missing: 'who',
  reason_missing: 'content',
  basis_missing: 'content',
  opinion_missing: 'content',
  text_missing: 'content',
  wrong_item: 'content',
  item_not_applicable: 'content',
  item_not_in_force: 'content',
  applicant_not_served: 'content',
  identity_invalid: 'content',
  credit_code_invalid: 'content',
  mandate_missing: 'content',
  answer_missing: 'content',
  answer_wrong: 'content',
  answer_too_long: 'content',
  answer_unrelated: 'content',
  material_not_listed: 'content',
  correction_already_asked: 'once',
  acceptance_lapsed: 'late',
  defects_missing: 'content',
  return_pending: 'stage',
  no_return_proposed: 'stage',
  own_proposal: 'apart',
  correction_incomplete: 'content',
  correction_must_come_first: 'stage',
  competent_authority_missing: 'content',
  materials_missing: 'content',
  step_not_open: 'stage',
  step_held_by_another: 'apart',
  step_held_already: 'once',
  step_not_held: 'stage',
  step_not_earlier: 'stage',
  receiver_may_not_examine: 'apart',
  examiner_may_not_approve: 'apart',
  approver_may_not_examine: 'apart',
  proposer_may_not_sign: 'apart',
  reviewer_not_independent: 'apart',
  special_procedure_not_allowed: 'content',
  special_procedure_unlawful: 'content',
  special_procedure_open: 'stage',
  special_procedures_unfinished: 'stage',
  unknown_special_procedure: 'stage',
  planned_days_missing: 'content',
  two_officers_needed: 'content',
  day_out_of_range: 'late',
  extension_not_allowed: 'stage',
  extension_used: 'once',
  extension_too_late: 'late',
  extension_too_long: 'content',
  remedies_missing: 'content',
  refusal_reason_missing: 'content',
  not_proposed: 'stage',
  not_in_procedure: 'stage',
  legal_review_missing: 'stage',
  legal_review_disagrees: 'stage',
  minutes_missing: 'stage',
  not_sealed: 'stage',
  result_not_issued: 'stage',
  nothing_to_issue: 'stage',
  validity_wrong: 'content',
  receiver_missing: 'content',
  receiver_not_applicant: 'content',
  receiver_without_mandate: 'content',
  proof_missing: 'content',
  witness_missing: 'content',
};

const calendar = calendarOf(shippedNotices);
const { extension: _none, ...fixed } = items.licence.limits;
const kinds: readonly ServiceItem[] = [
  items.licence,
  items.instantItem,
  items.weightyItem,
  items.parallelItem,
  { ...items.licence, limits: fixed },
];

const standings = new Map<Someone, ReturnType<typeof standingOf>>();
function standingFor(who: Someone): ReturnType<typeof standingOf> {
  const known = standings.get(who) ?? standingOf(who);
  standings.set(who, known);
  return known;
}

function actorOf(who: Someone): Actor {
  if (who.kind !== 'officer') return { kind: who.kind, name: who.name };
  const { person, name, posts } = standingFor(who);
  return { kind: 'officer', person, name, post: posts[0]?.id ?? ('' as never), roles: who.roles };
}

interface At {
  readonly item: ServiceItem;
  readonly who: Someone;
  readonly today: string;
  readonly time: string;
}

/** The way the server takes: is there an authorisation, then the decision. */
function contextOf({ item, who, today, time }: At, command: CaseCommand): CaseContext {
  const on = day(today);
  const needed = neededFor(command.type, item, subjectOf(command));
  const asked = needed === 'system' || who.kind !== 'officer' ? undefined : { ...needed, item: item.id, on };
  const given = asked === undefined ? undefined : mayAct(standingFor(who), asked);
  return {
    now: instantAt(on, time),
    today: on,
    actor: actorOf(who),
    ...(given?.ok === true ? { authority: given.value } : {}),
    item,
    newNumber: caseNumber(on, 1),
    calendar,
    evaluate,
  };
}

interface Count {
  accepted: number;
  refused: number;
}
/** How often each act was tried at each stage, and what came of it. */
const counts = new Map<string, Count>();

function count(stage: string, act: string, accepted: boolean): void {
  const key = `${stage} ${act}`;
  const row = counts.get(key) ?? { accepted: 0, refused: 0 };
  row[accepted ? 'accepted' : 'refused'] += 1;
  counts.set(key, row);
}

/** A few histories that led to each stage, for trying there what nobody happened to try. */
const ways = new Map<string, { readonly randoms: readonly number[]; readonly item: ServiceItem }[]>();

function remember(stage: string, randoms: readonly number[], item: ServiceItem): void {
  const known = ways.get(stage) ?? [];
  if (known.length < 20) ways.set(stage, [...known, { randoms, item }]);
}

/** The same case twice: as the core knows it, and on the model's sheet. */
interface Both {
  readonly sheet: Sheet;
  state: CaseState;
  revision: number;
}

/** What is different after one command, or undefined where core and model agree. */
function difference(both: Both, command: CaseCommand, at: At): string | undefined {
  const { sheet } = both;
  const against = objections(sheet, command, at);
  const context = contextOf(at, command);
  const decision = decide(both.state, command, context);
  count(sheet.stage, command.type, decision.ok);
  if (!decision.ok) {
    const { code } = decision.error;
    const said = against.join() || 'yes';
    return against.includes(FAMILY[code]) ? undefined : `the core says ${FAMILY[code]} (${code}), the model ${said}`;
  }
  if (against.length > 0) return `the core says yes, the model ${against.join()}`;
  const entries = entriesOf(decision.value, { at: context.now, actor: context.actor }, both.revision);
  both.revision += entries.length;
  both.state = entries.reduce(evolve, both.state);
  write(sheet, command, at);
  const [seen, expected] = [seenOfState(both.state), seenOfSheet(sheet)];
  return seen === expected ? undefined : `core\n${seen}\nmodel\n${expected}`;
}

/**
 * Plays one history on both; throws at the first difference, naming it and the way to it. With an act given, the last
 * move is that one.
 */
function play(randoms: readonly number[], item: ServiceItem, last?: CaseCommand['type']): void {
  const both: Both = { sheet: blankSheet(), state: initialState, revision: 0 };
  const { sheet } = both;
  let today = '2026-03-02';
  const told: string[] = [];
  const diligent = (randoms[0] ?? 0) % 4 > 0;
  for (const [index, random] of randoms.entries()) {
    if (last === undefined) remember(sheet.stage, randoms.slice(0, index), item);
    const act = index === randoms.length - 1 ? last : undefined;
    const { who, command, later, time } = moveOf(random, { sheet, item, today, diligent, act });
    today = nextDay(today, later);
    told.push(`${today} ${time} ${who.name}: ${JSON.stringify(command)}`);
    const found = difference(both, command, { item, who, today, time });
    if (found !== undefined) throw new Error(`${found}\n${told.join('\n')}`);
  }
}

const history = fc.array(fc.nat({ max: 0x7fff_fffe }), { minLength: 20, maxLength: 60, size: 'max' });

test(`the core and a plain model of the law agree on ${runs} random histories (seed ${seed})`, () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...kinds), (randoms, item) => play(randoms, item)),
    { numRuns: runs, seed, endOnFailure: runs > 10_000 },
  );
}, 3_600_000);

const tried = (stage: string, act: string): Count => counts.get(`${stage} ${act}`) ?? { accepted: 0, refused: 0 };

/** Is there nothing left to prove of this pair? */
function isProved(stage: string, act: CaseCommand['type']): boolean {
  const { accepted, refused } = tried(stage, act);
  return ROWS[act].at.includes(stage) ? accepted > 0 : refused > 0;
}

/** Tries an act at a stage nobody happened to try it at: by anybody, in every way, until it is done once. */
function tryThere(stage: string, act: CaseCommand['type']): void {
  const known = ways.get(stage) ?? [];
  for (let round = 0; round < 4000 && !isProved(stage, act); round += 1) {
    const way = known[round % Math.max(1, known.length)];
    if (way !== undefined) play([...way.randoms, (seed + round * 7919) % 0x7fff_fffe], way.item, act);
  }
}

test('every act was tried at every stage, and done at every stage at which the law knows it', () => {
  for (const stage of STAGES) for (const act of everyAct) tryThere(stage, act);
  const pairs = STAGES.flatMap((stage) => everyAct.map((act) => ({ stage, act, ...tried(stage, act) })));
  expect(pairs.filter(({ accepted, refused }) => accepted + refused === 0)).toEqual([]);
  expect(pairs.filter(({ stage, act, accepted }) => ROWS[act].at.includes(stage) !== accepted > 0)).toEqual([]);
  if (report !== '') process.stdout.write(`\nFIGURES ${JSON.stringify({ runs, seed, pairs })}\n`);
});
