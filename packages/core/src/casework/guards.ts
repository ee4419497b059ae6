import { ok, refuse, type Result } from '@yimen/kernel';
import type { PersonId, Role } from '../people/index.ts';
import type { CaseAct, CommandOf } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import type { CaseFact } from './entries.ts';
import { notPerformer, subjectOf } from './performers.ts';
import { no, refusalOf, type About, type CaseRefusal, type RefusalCode } from './refusals.ts';
import { stageWords } from './stageWords.ts';
import { isEnded, type CaseState, type EndedCase, type InStage, type LiveCase } from './state.ts';

/** One act: why it is not available, asked without a command by the screens, and what it makes. One guard serves both. */
export interface ActRule<A extends CaseAct> {
  /** The steps or special procedures it could be done on; absent for acts on the case as a whole. */
  readonly subjects?: (state: CaseState) => readonly string[];
  readonly why: (state: CaseState, context: CaseContext, on?: string) => CaseRefusal | undefined;
  readonly decide: (state: CaseState, command: CommandOf<A>, context: CaseContext) => Decision;
}

/** What must hold before anybody reads the command; gives the state narrowed to what the act works on. */
type Guard<S> = (state: CaseState, context: CaseContext, on: string) => Result<S, CaseRefusal>;

/** An act: ended cases and wrong actors are turned away here, once for all acts; then its own guard; then the act. */
export function rule<A extends CaseAct, S>(
  act: A,
  guard: Guard<S>,
  decide: (state: S, command: CommandOf<A>, context: CaseContext) => Decision,
  subjects?: (state: CaseState) => readonly string[],
): ActRule<A> {
  const guarded: Guard<S> = (state, context, on) => {
    if (isEnded(state)) return no('case_ended');
    keepsItsVersion(state, context);
    const refusal = notPerformer(act, context, on);
    return refusal === undefined ? guard(state, context, on) : refuse(refusal);
  };
  return {
    ...(subjects === undefined ? {} : { subjects }),
    why: (state, context, on = '') => {
      const passed = guarded(state, context, on);
      return passed.ok ? undefined : passed.error;
    },
    decide: (state, command, context) => {
      const passed = guarded(state, context, subjectOf(command) ?? '');
      return passed.ok ? decide(passed.value, command, context) : passed;
    },
  };
}

/** A case keeps the version of the item it was filed under; judging it by another is a bug of the caller, not a refusal. */
function keepsItsVersion(state: Exclude<CaseState, EndedCase>, { item }: CaseContext): void {
  if (state.stage === 'unfiled') return;
  const { itemId, itemVersion } = state.application;
  if (item.id === itemId && item.version === itemVersion) return;
  throw new Error(`the case keeps ${itemId} version ${itemVersion}, not ${item.id} version ${item.version}`);
}

/** The case, if it is at one of these stages. */
export function at<S extends LiveCase['stage']>(
  state: CaseState,
  ...stages: readonly S[]
): Result<InStage<S>, CaseRefusal> {
  if (state.stage === 'unfiled') return no('not_filed');
  if (isEnded(state)) return no('case_ended');
  return isAt(state, stages) ? ok(state) : no('wrong_stage', { about: stageWords[state.stage] });
}

function isAt<S extends LiveCase['stage']>(state: LiveCase, stages: readonly S[]): state is InStage<S> {
  return stages.some((stage) => stage === state.stage);
}

export type Problem = CaseRefusal | undefined;

/** A problem when the condition holds. */
export function when(condition: boolean, code: RefusalCode, about?: About): Problem {
  return condition ? refusalOf(code, about) : undefined;
}

/** The value, unless something stands against it; the first problem is the refusal, the others come with it. */
export function passing<T>(value: T, problems: readonly Problem[]): Result<T, CaseRefusal> {
  const [first, ...also] = problems.filter((problem) => problem !== undefined);
  if (first === undefined) return ok(value);
  return refuse(also.length === 0 ? first : { ...first, also });
}

/** The facts an act makes, unless something stands against it. */
export function makes(facts: readonly CaseFact[], problems: readonly Problem[] = []): Decision {
  return passing(facts, problems);
}

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

export function reasonGiven(reason: string): Problem {
  return when(isBlank(reason), 'reason_missing', { field: 'reason' });
}

export function basisGiven(basis: string): Problem {
  return when(isBlank(basis), 'basis_missing', { field: 'basis' });
}

export function opinionGiven(opinion: string): Problem {
  return when(isBlank(opinion), 'opinion_missing', { field: 'opinion' });
}

export function filledIn(text: string, field: string): Problem {
  return when(isBlank(text), 'text_missing', { field, about: field });
}

export function hasRole(context: CaseContext, role: Role): boolean {
  return context.authority?.roles.includes(role) === true;
}

/** The officer at work; undefined for applicants and the system. */
export function officer(context: CaseContext): PersonId | undefined {
  return context.actor.kind === 'officer' ? context.actor.person : undefined;
}

/** Is the officer at work one of these? */
export function isOneOf(context: CaseContext, people: readonly PersonId[]): boolean {
  return context.actor.kind === 'officer' && people.includes(context.actor.person);
}

/** One person may receive, examine and decide only an instant item, and only under an authorisation that says so (Art. 34). */
export function alone(context: CaseContext): boolean {
  return context.item.handling === 'instant' && context.authority?.instant === true;
}
