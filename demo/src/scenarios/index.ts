import { decisionScenarios } from './decision.ts';
import { examinationScenarios } from './examination.ts';
import { intakeScenarios } from './intake.ts';
import type { Scenario } from './shape.ts';

export { ratingInstant, scheduleOf, workingDayBefore, type ScheduledAct } from './schedule.ts';
export type { Scenario, ScenarioStep } from './shape.ts';

/** Cases in every state, to be made by running the real acts in order of time. */
export const scenarios: readonly Scenario[] = [...intakeScenarios, ...examinationScenarios, ...decisionScenarios];
