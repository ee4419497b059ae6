import { ok, refuse, type Result } from '@yimen/kernel';
import type { Limit } from '../clock/index.ts';
import type { FeeLine, LimitVariant, MaterialRequirement, Question, ServiceItem } from './item.ts';
import type { Answers } from './answers.ts';
import type { StepNode } from './procedure.ts';
import { lanesOf } from './steps.ts';

/** Is a condition true of these answers? A refusal names what is wrong with the expression. */
export type Judge = (feel: string, answers: Answers) => Result<boolean, string>;

/** What one applicant needs: the personal checklist (情形化清单). */
export interface SituatedItem {
  readonly materials: readonly MaterialRequirement[];
  readonly fees: readonly FeeLine[];
  readonly statutory: Limit;
  readonly promised: Limit;
  readonly steps: readonly StepNode[];
  /** Situation questions still open; what depends on them is not yet in the lists. */
  readonly unanswered: readonly Question[];
}

/** An expression that could not be evaluated although all it could ask for was answered. */
export interface SituationRefusal {
  readonly field: string;
  readonly condition: string;
  readonly message: string;
}

/** The answers choose materials, fees, limits and steps. A condition over an open question chooses nothing yet. */
export function situate(item: ServiceItem, answers: Answers, judge: Judge): Result<SituatedItem, SituationRefusal> {
  const unanswered = questionsOf(item).filter(({ id }) => answers[id] === undefined);
  const chosen = chooser(answers, judge, new Set(unanswered.map(({ id }) => id)));
  const materials = item.materials.filter(
    (one, at) => one.necessity !== 'optional' && chosen.takes(`materials.${at}.condition`, one.condition),
  );
  const fees = item.fees.filter((one, at) => chosen.takes(`fees.${at}.condition`, one.condition));
  const variant = item.situations?.limits?.find((one, at) => chosen.takes(`situations.limits.${at}.when`, one.when));
  const steps = item.procedure.examination.flatMap((node, at) =>
    node.kind !== 'when' || chosen.takes(`procedure.examination.${at}.condition`, node.condition)
      ? lanesOf(node).flat()
      : [],
  );
  const [problem] = chosen.problems;
  if (problem !== undefined) return refuse(problem);
  const open = unanswered.filter(({ id }) => item.situations?.questions.some((asked) => asked.id === id) ?? false);
  return ok({ materials, fees, ...limitsIn(item, variant), steps, unanswered: open });
}

/** The limits that hold in the chosen situation. */
function limitsIn(
  { limits }: ServiceItem,
  variant: LimitVariant | undefined,
): Pick<SituatedItem, 'statutory' | 'promised'> {
  return { statutory: variant?.statutory ?? limits.statutory, promised: variant?.promised ?? limits.promised };
}

function questionsOf({ form, situations }: ServiceItem): readonly Question[] {
  const asked = [...(situations?.questions ?? []), ...form.flatMap(({ questions }) => questions)];
  return asked.filter(({ id }, at) => asked.findIndex((other) => other.id === id) === at);
}

interface Chooser {
  readonly takes: (field: string, condition: string | undefined) => boolean;
  readonly problems: readonly SituationRefusal[];
}

function chooser(answers: Answers, judge: Judge, open: ReadonlySet<string>): Chooser {
  const problems: SituationRefusal[] = [];
  const takes = (field: string, condition: string | undefined): boolean => {
    if (condition === undefined) return true;
    const judged = judge(condition, answers);
    if (judged.ok) return judged.value;
    if (!namesIn(condition).some((name) => open.has(name))) problems.push({ field, condition, message: judged.error });
    return false;
  };
  return { takes, problems };
}

/** Words of an expression that could be names; quoted text is none. */
function namesIn(feel: string): readonly string[] {
  return feel.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? [];
}
