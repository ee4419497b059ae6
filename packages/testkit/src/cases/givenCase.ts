import { expect } from 'vitest';
import { day, dayOf, instantAt, type Day, type Instant } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import {
  availableActs,
  caseNumber,
  decide,
  entriesOf,
  evolve,
  initialState,
  neededFor,
  subjectOf,
  type ActAvailability,
  type Actor,
  type CaseCommand,
  type CaseContext,
  type CaseDecision,
  type CaseEntry,
  type CaseFact,
  type CaseState,
  type RefusalCode,
} from '@yimen/core/casework';
import type { Evaluate, ServiceItem } from '@yimen/core/catalogue';
import { mayAct } from '@yimen/core/people';
import { cast, type Player } from './cast.ts';
import { licence } from './items.ts';

const calendar = calendarOf(shippedNotices);

/** Enough FEEL for tests: `question = value`. The product uses a library. */
export const evaluate: Evaluate = (feel, answers) => {
  const [id = '', value = ''] = feel.split('=').map((side) => side.trim());
  return String(answers[id]) === value;
};

/** A fact as tests write it: what matters of it, days as plain text. */
export type ExpectedFact = CaseFact extends infer Fact ? (Fact extends CaseFact ? Expected<Fact> : never) : never;
type Expected<Fact extends CaseFact> = { readonly type: Fact['type'] } & {
  readonly [K in Exclude<keyof Fact, 'type'>]?: Fact[K] extends Day ? string : Fact[K];
};

/** What an act led to. Nothing of it happened until `then` is asked for. */
export interface Outcome {
  readonly decision: CaseDecision;
  /** Exactly these facts, in this order; members left out are not compared. */
  yields(...facts: readonly ExpectedFact[]): GivenCase;
  isRefused(code: RefusalCode, more?: { readonly field?: string; readonly article?: string }): void;
}

/** A case in the making: who acts when, by the very path the server takes (authorisation, then the decision, then the fold). */
export interface GivenCase {
  readonly state: CaseState;
  readonly entries: readonly CaseEntry[];
  readonly item: ServiceItem;
  readonly today: Day;
  on(today: string, time?: string): GivenCase;
  by(player: Player): GivenCase;
  when(command: CaseCommand): Outcome;
  /** Does it; a refusal fails the test in its own words. */
  does(...commands: readonly CaseCommand[]): GivenCase;
  /** Does it if it may be done; otherwise nothing has happened. */
  tries(command: CaseCommand): GivenCase;
  acts(): readonly ActAvailability[];
  context(command?: CaseCommand): CaseContext;
}

interface Scene {
  readonly item: ServiceItem;
  readonly now: Instant;
  readonly player: Player;
  readonly entries: readonly CaseEntry[];
  readonly state: CaseState;
}

/** Nothing filed yet, on Monday 2026-03-02 at nine, the clerk at the window. */
export function givenCase(item: ServiceItem = licence): GivenCase {
  return scene({
    item,
    now: instantAt(day('2026-03-02'), '09:00'),
    player: cast.clerk,
    entries: [],
    state: initialState,
  });
}

function scene(at: Scene): GivenCase {
  const given: GivenCase = {
    state: at.state,
    entries: at.entries,
    item: at.item,
    today: dayOf(at.now),
    on: (today, time = '09:00') => scene({ ...at, now: instantAt(day(today), time) }),
    by: (player) => scene({ ...at, player }),
    when: (command) => outcomeOf(at, command),
    does: (...commands) =>
      commands.reduce((case_, command) => case_.when(command).yields(...factsOf(case_, command)), given),
    tries: (command) => {
      const { decision } = outcomeOf(at, command);
      return decision.ok ? scene(after(at, decision.value)) : given;
    },
    acts: () => availableActs(at.state, contextOf(at), authorityFor(at)),
    context: (command) => contextOf(at, command),
  };
  return given;
}

function factsOf(given: GivenCase, command: CaseCommand): readonly CaseFact[] {
  const { decision } = given.when(command);
  if (decision.ok) return decision.value;
  throw new Error(`${command.type} was refused: ${decision.error.code} ${decision.error.words.en}`);
}

function outcomeOf(at: Scene, command: CaseCommand): Outcome {
  const decision = decide(at.state, command, contextOf(at, command));
  return {
    decision,
    yields: (...facts) => {
      expect(decision).toMatchObject({ ok: true, value: facts });
      expect(decision.ok && decision.value.length).toBe(facts.length);
      return scene(after(at, decision.ok ? decision.value : []));
    },
    isRefused: (code, more = {}) => {
      expect(decision).toMatchObject({ ok: false, error: { code, ...more } });
    },
  };
}

function after(at: Scene, facts: readonly CaseFact[]): Scene {
  const entries = entriesOf(facts, { at: at.now, actor: actorOf(at) }, at.entries.length);
  return { ...at, entries: [...at.entries, ...entries], state: entries.reduce(evolve, at.state) };
}

const authorityFor =
  ({ player, item, now }: Scene) =>
  (needed: Exclude<ReturnType<typeof neededFor>, 'system'>): ReturnType<typeof mayAct> =>
    player.kind === 'officer'
      ? mayAct(player.standing, { ...needed, item: item.id, on: dayOf(now) })
      : { ok: false, error: { code: 'no_post', words: { zh: '', en: '' } } };

function contextOf(at: Scene, command?: CaseCommand): CaseContext {
  const { item, now } = at;
  const today = dayOf(now);
  const needed = command === undefined ? 'system' : neededFor(command.type, item, subjectOf(command));
  const authority = needed === 'system' ? undefined : authorityFor(at)(needed);
  return {
    now,
    today,
    actor: actorOf(at),
    ...(authority?.ok === true ? { authority: authority.value } : {}),
    item,
    newNumber: caseNumber(today, 1),
    calendar,
    evaluate,
  };
}

function actorOf({ player }: Scene): Actor {
  if (player.kind !== 'officer') return player;
  const { person, name, posts } = player.standing;
  const [post] = posts;
  if (post === undefined) throw new Error(`${name} has no post`);
  return { kind: 'officer', person, name, post: post.id, roles: post.roles };
}
