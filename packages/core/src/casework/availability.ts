import type { Result } from '@yimen/kernel';
import type { ActRefusal, Authority } from '../people/index.ts';
import type { CaseAct } from './commands.ts';
import type { CaseContext } from './context.ts';
import { acts } from './decide.ts';
import { neededFor, type Needed } from './performers.ts';
import type { RefusalCode } from './refusals.ts';
import { isEnded, type CaseState } from './state.ts';

/** Whether an act can be done now, and if not, why; `on` is the step or special procedure where it is on one. */
export interface ActAvailability {
  readonly act: CaseAct;
  readonly on?: string;
  readonly available: boolean;
  readonly why?: {
    readonly code: RefusalCode | ActRefusal['code'];
    readonly words: { readonly zh: string; readonly en: string };
    readonly article?: string;
  };
}

/** Puts the question of authorisation, one act at a time (`mayAct` of people, with the officer's standing). */
export type AuthorityFor = (needed: Needed) => Result<Authority, ActRefusal>;

const everyAct = Object.keys(acts).filter((name): name is CaseAct => name in acts);

/**
 * Every act, available or with the reason why not, from the very guards that `decide` uses. What depends on the
 * command's own content (an empty reason, a day out of range) is not known here and is refused at the act.
 */
export function availableActs(
  state: CaseState,
  context: CaseContext,
  authorityFor?: AuthorityFor,
): readonly ActAvailability[] {
  return everyAct.flatMap((act) => {
    const subjects = acts[act].subjects?.(state) ?? [];
    const rows: readonly (string | undefined)[] = subjects.length > 0 ? subjects : [undefined];
    return rows.map((on) => availability(act, on, state, { context, authorityFor }));
  });
}

interface Asking {
  readonly context: CaseContext;
  readonly authorityFor: AuthorityFor | undefined;
}

function availability(act: CaseAct, on: string | undefined, state: CaseState, asking: Asking): ActAvailability {
  const row = { act, ...(on === undefined ? {} : { on }) };
  const why = reasonAgainst(act, on, state, asking);
  return why === undefined ? { ...row, available: true } : { ...row, available: false, why };
}

function reasonAgainst(
  act: CaseAct,
  on: string | undefined,
  state: CaseState,
  { context, authorityFor }: Asking,
): ActAvailability['why'] {
  const needed = neededFor(act, context.item, on);
  const unasked = context.actor.kind !== 'officer' || needed === 'system' || authorityFor === undefined;
  if (unasked || isEnded(state)) return acts[act].why(state, context, on);
  const authority = authorityFor(needed);
  if (!authority.ok) return authority.error;
  return acts[act].why(state, { ...context, authority: authority.value }, on);
}
