import { parseDay } from '@yimen/kernel';
import { isInForce, type Question, type ServiceItem } from '../catalogue/index.ts';
import { isCreditCode, isPaperNumber } from '../people/index.ts';
import type { CommandOf } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import type { CaseFact } from './entries.ts';
import type { Agent, Applicant, CaseNumber, FormAnswers, HandedIn } from './facts.ts';
import { at, filledIn, isBlank, makes, rule, when, type ActRule, type Problem } from './guards.ts';
import { no } from './refusals.ts';
import { ok } from '@yimen/kernel';

export const file: ActRule<'file'> = rule(
  'file',
  (state) => (state.stage === 'unfiled' ? ok(state) : no('already_filed')),
  (_unfiled, command, context) => makes(filingFacts(command, context), filingProblems(command, context)),
);

/**
 * An application that comes over the wire is received by the act of filing (Art. 33): its five days begin at once, and
 * nobody's leave delays them. At a counter the clerk receives, after looking at what is on it.
 */
function filingFacts(command: CommandOf<'file'>, context: CaseContext): readonly CaseFact[] {
  const { itemId, applicant, answers, materials, channel } = command;
  const filed: CaseFact = {
    type: 'applicationFiled',
    number: numberOf(context),
    itemId,
    itemVersion: context.item.version,
    applicant,
    answers,
    materials,
    channel,
  };
  if (channel === 'window' || channel === 'station') return [filed];
  return [filed, { type: 'applicationReceived', materials, receivedOn: context.today }];
}

function numberOf({ newNumber }: CaseContext): CaseNumber {
  if (newNumber === undefined) throw new Error('a case cannot be filed without a number');
  return newNumber;
}

/** Required materials may be missing here: that is what the correction notice is for. */
function filingProblems(command: CommandOf<'file'>, { item, today }: CaseContext): readonly Problem[] {
  const { applicant } = command;
  return [
    when(command.itemId !== item.id, 'wrong_item', { field: 'itemId' }),
    when(item.availability === 'guideOnly', 'item_not_applicable', { field: 'itemId' }),
    when(!isInForce(item, today), 'item_not_in_force', { field: 'itemId' }),
    when(!item.serves.includes(applicant.kind), 'applicant_not_served', { field: 'applicant.kind' }),
    ...applicantProblems(applicant),
    ...answerProblems(item, command.answers, true),
    unlisted(item, command.materials),
  ];
}

function applicantProblems(applicant: Applicant): readonly Problem[] {
  const named = [filledIn(applicant.name, 'applicant.name'), filledIn(applicant.phone, 'applicant.phone')];
  const agent = applicant.agent === undefined ? [] : agentProblems(applicant.agent);
  if (applicant.kind === 'naturalPerson') {
    const right = isPaperNumber(applicant.paper, applicant.paperNumber);
    return [...named, when(!right, 'identity_invalid', { field: 'applicant.paperNumber' }), ...agent];
  }
  const right = isCreditCode(applicant.creditCode);
  const represented = filledIn(applicant.legalRepresentative, 'applicant.legalRepresentative');
  return [...named, represented, when(!right, 'credit_code_invalid', { field: 'applicant.creditCode' }), ...agent];
}

function agentProblems(agent: Agent): readonly Problem[] {
  return [
    filledIn(agent.name, 'applicant.agent.name'),
    when(!isPaperNumber(agent.paper, agent.paperNumber), 'identity_invalid', { field: 'applicant.agent.paperNumber' }),
    when(isBlank(agent.mandate), 'mandate_missing', { field: 'applicant.agent.mandate' }),
  ];
}

/** Every answer fits its question, none is unrelated (Art. 29), and when `whole` none that is required is missing. */
export function answerProblems(item: ServiceItem, answers: FormAnswers, whole: boolean): readonly Problem[] {
  const questions = item.form.flatMap((group) => group.questions);
  const known = new Map(questions.map((question) => [question.id, question]));
  const missing = questions.filter(({ id, required }) => whole && required && isMissing(answers[id]));
  return [
    ...missing.map(({ id, label }) => when(true, 'answer_missing', { field: `answers.${id}`, about: label })),
    ...Object.entries(answers).map(([id, answer]) => answerProblem(id, answer, known.get(id))),
  ];
}

const isMissing = (answer: FormAnswers[string] | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' && isBlank(answer));

function answerProblem(id: string, answer: FormAnswers[string], question: Question | undefined): Problem {
  const field = `answers.${id}`;
  if (question === undefined) return when(true, 'answer_unrelated', { field, about: id });
  if (isMissing(answer)) return undefined;
  const about = { field, about: question.label };
  if (!fits[question.type](answer, question)) return when(true, 'answer_wrong', about);
  const tooLong = typeof answer === 'string' && answer.length > (question.maxLength ?? Number.POSITIVE_INFINITY);
  return when(tooLong, 'answer_too_long', about);
}

const isText = (answer: unknown): answer is string => typeof answer === 'string';
const fits: Readonly<Record<Question['type'], (answer: FormAnswers[string], question: Question) => boolean>> = {
  text: isText,
  longText: isText,
  number: (answer) => typeof answer === 'number' && Number.isFinite(answer),
  day: (answer) => isText(answer) && parseDay(answer).ok,
  choice: (answer, { options = [] }) => isText(answer) && options.includes(answer),
  yesNo: (answer) => typeof answer === 'boolean',
};

/** Nothing outside the published list is asked for or taken (Art. 31). */
export function unlisted(item: ServiceItem, materials: readonly HandedIn[]): Problem {
  const listed = new Set(item.materials.map(({ id }) => id));
  const stray = materials.find(({ requirementId }) => !listed.has(requirementId));
  return when(stray !== undefined, 'material_not_listed', { field: 'materials', about: stray?.requirementId ?? '' });
}

export const receive: ActRule<'receive'> = rule(
  'receive',
  (state) => at(state, 'filed'),
  (_filed, { materials }, { item, today }): Decision =>
    makes([{ type: 'applicationReceived', materials, receivedOn: today }], [unlisted(item, materials)]),
);
