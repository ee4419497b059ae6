import { ok } from '@yimen/kernel';
import type { AllowedSpecialProcedure } from '../catalogue/index.ts';
import { checkSpecialProcedure, limitUnits, type SpecialProcedure } from '../clock/index.ts';
import type { CommandOf } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import { plannedEnd, statutoryDueAt } from './deadlines.ts';
import type { CaseFact } from './entries.ts';
import { alone, at, filledIn, makes, passing, reasonGiven, rule, when, type ActRule, type Problem } from './guards.ts';
import { no } from './refusals.ts';
import {
  isAccepted,
  isEnded,
  type Accepted,
  type CaseState,
  type InStage,
  type SpecialProcedureState,
} from './state.ts';

/** Verification on the spot (Art. 34) and inspection, testing, quarantine (Art. 55) are never one person's. */
const neverAlone: readonly SpecialProcedure[] = ['siteVisit', 'inspection', 'testing', 'quarantine'];

export const isOpenProcedure = ({ receivedOn }: SpecialProcedureState): boolean => receivedOn === undefined;

/**
 * Time that does not count (Art. 45): only what the item's procedure allows and the law permits, from the day on which
 * a notice naming the time needed was served. Waiting of any other kind stops nothing.
 */
export const startSpecialProcedure: ActRule<'startSpecialProcedure'> = rule(
  'startSpecialProcedure',
  (state, { item }) => {
    const found = at(state, 'examining', 'deciding');
    if (!found.ok) return found;
    return passing(found.value, [
      when(item.procedure.specialProcedures.length === 0, 'special_procedure_not_allowed'),
      when(found.value.stage === 'deciding' && found.value.proposal !== undefined, 'wrong_stage', {
        about: { zh: '已提出决定意见', en: 'decision proposed' },
      }),
    ]);
  },
  (state, command, context): Decision => {
    const allowed = context.item.procedure.specialProcedures.find(({ procedure }) => procedure === command.procedure);
    if (allowed === undefined) return no('special_procedure_not_allowed', { field: 'procedure' });
    return makes([startOf(state, command, allowed, context)], startProblems(state, command, allowed, context));
  },
);

function startOf(
  state: Accepted,
  command: CommandOf<'startSpecialProcedure'>,
  allowed: AllowedSpecialProcedure,
  { calendar }: CaseContext,
): CaseFact {
  const { stopsStatutory, stopsPromise, basis } = allowed;
  return {
    ...command,
    type: 'specialProcedureStarted',
    procedureId: `sp-${state.specialProcedures.length + 1}`,
    basis,
    plannedEnd: plannedEnd(command.servedOn, Math.max(0, Math.trunc(command.plannedDays)), calendar),
    stopsStatutory,
    stopsPromise,
  };
}

function startProblems(
  state: Accepted,
  command: CommandOf<'startSpecialProcedure'>,
  allowed: AllowedSpecialProcedure,
  context: CaseContext,
): readonly Problem[] {
  const { procedure, plannedDays, servedOn, officers } = command;
  const { acceptedOn } = state.acceptance;
  const same = state.specialProcedures.some((run) => run.procedure === procedure && isOpenProcedure(run));
  const few = neverAlone.includes(procedure) && new Set(officers).size < 2;
  return [
    when(!isLawful(allowed), 'special_procedure_unlawful', { field: 'procedure' }),
    when(same, 'special_procedure_open', { field: 'procedure' }),
    reasonGiven(command.reason),
    when(!Number.isInteger(plannedDays) || plannedDays < 1 || plannedDays > MOST_DAYS, 'planned_days_missing', {
      field: 'plannedDays',
    }),
    within(servedOn, acceptedOn, context.today, 'servedOn'),
    when(few, 'two_officers_needed', { field: 'officers' }),
    // Verification on the spot is examination: whoever took the papers in is not sent (受审分离).
    when(!alone(context) && officers.some((one) => state.intake.includes(one)), 'receiver_may_not_examine', {
      field: 'officers',
    }),
  ];
}

/** No procedure of the law takes ten years; a slip of the finger might. */
const MOST_DAYS = 2500;

/** What is published about the item is what its guide says of the promise. */
function isLawful({ procedure, stopsStatutory, stopsPromise, namedLaw, basis }: AllowedSpecialProcedure): boolean {
  const named = namedLaw === undefined ? {} : { namedLaw: { law: namedLaw, article: basis } };
  return checkSpecialProcedure({ procedure, stopsStatutory, stopsPromise, guideSays: stopsPromise, ...named }).ok;
}

export function within(on: string, from: string, to: string, field: string): Problem {
  return when(on < from || on > to, 'day_out_of_range', {
    field,
    about: { zh: `${from}至${to}`, en: `${from} to ${to}` },
  });
}

function openProcedures(state: CaseState): readonly string[] {
  if (state.stage === 'unfiled' || isEnded(state) || !isAccepted(state)) return [];
  return state.specialProcedures.filter(isOpenProcedure).map(({ procedureId }) => procedureId);
}

interface Running {
  readonly case: InStage<'examining' | 'deciding'>;
  readonly run: SpecialProcedureState;
}

/** The clock runs again from the day after the result came. */
export const endSpecialProcedure: ActRule<'endSpecialProcedure'> = rule<'endSpecialProcedure', Running>(
  'endSpecialProcedure',
  (state, _context, procedureId) => {
    const found = at(state, 'examining', 'deciding');
    if (!found.ok) return found;
    const run = found.value.specialProcedures.find((one) => one.procedureId === procedureId && isOpenProcedure(one));
    if (run === undefined) return no('unknown_special_procedure', { field: 'procedureId' });
    return ok({ case: found.value, run });
  },
  ({ run }, { procedureId, receivedOn, result }, { today }): Decision =>
    makes(
      [{ type: 'specialProcedureEnded', procedureId, receivedOn, result }],
      [within(receivedOn, run.servedOn, today, 'receivedOn'), filledIn(result, 'result')],
    ),
  openProcedures,
);

/** Before the statutory time ends, once, by the head of the authority, with a reason that is told (Art. 42). */
export const extend: ActRule<'extend'> = rule(
  'extend',
  (state, { item, calendar, now }) => {
    const found = at(state, 'examining', 'deciding');
    if (!found.ok) return found;
    const dueAt = statutoryDueAt(found.value, item, calendar, now);
    return passing(found.value, [
      when(item.limits.extension === undefined, 'extension_not_allowed'),
      when(found.value.extension !== undefined, 'extension_used'),
      when(dueAt !== undefined && now > dueAt, 'extension_too_late'),
    ]);
  },
  (_state, { days, reason }, { item }): Decision => {
    const { extension } = item.limits;
    if (extension === undefined) return no('extension_not_allowed');
    const { law, article } = extension.basis;
    const most = {
      zh: `${extension.count}${limitUnits[extension.unit].zh}`,
      en: `${extension.count} ${limitUnits[extension.unit].en}s`,
    };
    return makes(
      [{ type: 'timeExtended', days, reason, basis: `${law}${article}` }],
      [
        reasonGiven(reason),
        when(!Number.isInteger(days) || days < 1 || days > extension.count, 'extension_too_long', {
          field: 'days',
          about: most,
        }),
      ],
    );
  },
);
