import type { Limit } from '../../clock/index.ts';
import type { Answers } from '../answers.ts';
import type { Question } from '../item.ts';
import type { SituatedItem } from '../situations.ts';
import { fact, type GuideSection, type GuideSheet } from './fact.ts';
import type { GuideDetail, GuideFacts, GuideStep } from './facts.ts';
import { limitOf } from './guideFacts.ts';
import { guideSheet } from './sheet.ts';
import { speechOf, type Speech } from './words.ts';

/**
 * What has to be asked before one person's papers, fees and limits are known: the questions of the situations, and those
 * of the form that some condition speaks of. Empty where the item is the same for everybody.
 */
export function situationQuestions(detail: GuideDetail): readonly Question[] {
  const conditions = [
    ...detail.materials.map(({ condition }) => condition),
    ...detail.fees.map(({ condition }) => condition),
    ...detail.steps.map(({ condition }) => condition),
    ...detail.limitVariants.map(({ when }) => when),
  ].filter((condition) => condition !== undefined);
  const named = (id: string): boolean =>
    conditions.some((condition) => new RegExp(`(?<![\\p{L}\\p{N}_])${id}(?![\\p{L}\\p{N}_])`, 'u').test(condition));
  const asked = detail.situationQuestions.map(({ id }) => id);
  const inForm = detail.form.flatMap(({ questions }) => questions).filter(({ id }) => !asked.includes(id) && named(id));
  return [...detail.situationQuestions, ...inForm];
}

/** The facts of one person's situation: what the answers chose, its conditions decided. */
function personal(facts: GuideFacts, detail: GuideDetail, situated: SituatedItem): GuideFacts {
  const chosen = new Set(situated.materials.map(({ id }) => id));
  const fees = new Set(situated.fees.map(({ name }) => name));
  const steps = new Set(situated.steps.map(({ id }) => id));
  const [statutory, promised] = [limitOf(situated.statutory), limitOf(situated.promised)];
  return {
    ...facts,
    ...handlingOf(facts, situated.promised),
    detail: {
      ...detail,
      materials: detail.materials.filter(({ id }) => chosen.has(id)).map(({ condition: _decided, ...rest }) => rest),
      fees: detail.fees.filter(({ name }) => fees.has(name)).map(({ condition: _decided, ...rest }) => rest),
      steps: detail.steps.filter(({ id }) => steps.has(id)).map(unconditional),
      limits: { acceptance: detail.limits.acceptance, delivery: detail.limits.delivery, statutory, promised },
      limitVariants: [],
    },
  };
}

const unconditional = ({ condition: _decided, ...step }: GuideStep): GuideStep => step;

/** An instant item says so instead of a number; a situation with a limit of its own is not instant. */
function handlingOf({ handling }: GuideFacts, { count }: Limit): Pick<GuideFacts, 'handling'> {
  if (handling === undefined) return {};
  return { handling: count === 0 ? handling : 'promised' };
}

const SHOWN = ['limits', 'materials', 'fees', 'contact'] as const;

/** The personal checklist: one's answers, then days, papers, fees and where to go, in the words of the guide. */
export function checklistSheet(
  facts: GuideFacts & { readonly detail: GuideDetail },
  { situated, answers }: { readonly situated: SituatedItem; readonly answers: Answers },
  language: 'zh' | 'en',
): GuideSheet {
  const speech = speechOf(language);
  const { title, sections } = guideSheet(personal(facts, facts.detail, situated), language);
  const shown = SHOWN.flatMap((id) => sections.filter((section) => section.id === id));
  return {
    title,
    sections: [answerSection(situationQuestions(facts.detail), answers, speech), ...shown].filter(
      (section) => section.facts.length > 0,
    ),
  };
}

function answerSection(questions: readonly Question[], answers: Answers, { say }: Speech): GuideSection {
  const open = say('还没有回答，与它有关的材料没有列出', 'not answered: what depends on it is not listed');
  const text = (value: Answers[string] | undefined): string => {
    if (value === undefined) return open;
    if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
    return String(value);
  };
  return {
    id: 'situation',
    title: say('您的情况', 'Your situation'),
    numbered: false,
    facts: questions.map(({ id, label }) => fact(`situation.${id}`, label, text(answers[id]))),
  };
}
