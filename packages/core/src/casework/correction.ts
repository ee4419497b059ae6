import { articles } from './articles.ts';
import type { CommandOf } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import type { CaseFact } from './entries.ts';
import { openProblems } from './acceptance.ts';
import { answerProblems, unlisted } from './filing.ts';
import { at, filledIn, hasRole, isBlank, makes, passing, rule, when, type ActRule, type Problem } from './guards.ts';
import type { Defect, HandedIn } from './facts.ts';
import { no } from './refusals.ts';
import type { InStage } from './state.ts';

/**
 * All that is missing, once, within five working days (Art. 32(4)). A second notice is Art. 72(4)'s breach: only a
 * supervisor can let it pass, and it stands on record.
 */
export const notifyCorrection: ActRule<'notifyCorrection'> = rule(
  'notifyCorrection',
  (state, context) => {
    if (state.stage === 'awaitingCorrection') return no('correction_already_asked');
    const received = at(state, 'received');
    if (!received.ok) return received;
    const again = received.value.correction !== undefined && !hasRole(context, 'supervisor');
    return passing(received.value, [...openProblems(received.value, context), when(again, 'correction_already_asked')]);
  },
  (state, command, context): Decision => {
    const { defects, contact, override } = command;
    const second = state.correction !== undefined;
    const notice: CaseFact = { type: 'correctionNotified', defects, contact, second };
    const problems = [
      when(second && isBlank(override?.reason), 'correction_already_asked', { field: 'override' }),
      ...defectProblems(command, context),
      filledIn(contact, 'contact'),
    ];
    return makes(second ? [secondNotice(override?.reason ?? ''), notice] : [notice], problems);
  },
);

const secondNotice = (detail: string): CaseFact => ({
  type: 'breachRecorded',
  rule: 'secondCorrection',
  article: articles.notToldAllAtOnce,
  detail,
});

function defectProblems({ defects }: CommandOf<'notifyCorrection'>, { item }: CaseContext): readonly Problem[] {
  const listed = new Set(item.materials.map(({ id }) => id));
  const stray = defects.find(({ requirementId }) => requirementId !== undefined && !listed.has(requirementId));
  const blank = defects.some(({ defect, standard }) => isBlank(defect) || isBlank(standard));
  return [
    when(defects.length === 0 || blank, 'defects_missing', { field: 'defects' }),
    when(stray !== undefined, 'material_not_listed', { field: 'defects', about: stray?.requirementId ?? '' }),
  ];
}

/** Part of it keeps the case waiting; no new notice. The day on which the last of it comes is the day of acceptance. */
export const deliverCorrection: ActRule<'deliverCorrection'> = rule(
  'deliverCorrection',
  (state) => at(state, 'awaitingCorrection'),
  (state, command, context): Decision => {
    const { answers, materials } = command;
    const lacking = undelivered(state, materials);
    const complete = command.complete || (lacking.length === 0 && countsWhatCame(state, context));
    const names = lacking.map((id) => context.item.materials.find((listed) => listed.id === id)?.name ?? id).join('、');
    return makes(
      [
        {
          type: 'correctionDelivered',
          ...(answers === undefined ? {} : { answers }),
          materials,
          complete,
          deliveredOn: context.today,
        },
      ],
      [
        unlisted(context.item, materials),
        ...answerProblems(context.item, answers ?? {}, false),
        when(complete && lacking.length > 0, 'correction_incomplete', { field: 'materials', about: names }),
      ],
    );
  },
);

/** A clerk who has everything on the counter may not call it a part and so keep the case from being accepted. */
function countsWhatCame({ correction }: InStage<'awaitingCorrection'>, { actor }: CaseContext): boolean {
  return actor.kind === 'officer' && correction.defects.every(concernsMaterial);
}

const concernsMaterial = (defect: Defect): boolean => defect.requirementId !== undefined;

function undelivered({ correction }: InStage<'awaitingCorrection'>, now: readonly HandedIn[]): readonly string[] {
  const come = new Set([...correction.delivered, ...now].map(({ requirementId }) => requirementId));
  const asked = correction.defects.flatMap(({ requirementId }) => (requirementId === undefined ? [] : [requirementId]));
  return [...new Set(asked)].filter((id) => !come.has(id));
}
