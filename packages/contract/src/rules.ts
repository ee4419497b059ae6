import { z } from 'zod';
import { CommandId, Day_, Instant_, typed, Words } from './primitives.ts';

const Level_ = z.enum(['warning', 'yellow', 'red']);
const Days = z.int().min(0).max(250);
const Rung_ = z.object({
  level: Level_,
  when: z.union([
    z.strictObject({ share: z.int().min(1).max(100) }),
    z.strictObject({ workingDaysBefore: Days }),
    z.strictObject({ workingDaysAfter: Days }),
  ]),
});
const Ladders = z.record(z.string().max(40), z.array(Rung_).max(5));
const Points = z.object({
  warning: z.int().min(0).max(100),
  yellow: z.int().min(0).max(100),
  red: z.int().min(0).max(100),
});
const Limit = z.int().min(0).max(250);
const Life = z.object({ explain: Limit, appeal: Limit, verify: Limit, rectify: Limit, escalate: Limit });

/** One rule as people read it. */
export const RuleView = z.object({
  code: z.string(),
  family: Words,
  name: Words,
  basis: z.string(),
  /** When it holds, as a sentence. */
  holds: Words,
  /** The group of thresholds it is counted by; absent where it has a condition. */
  ladder: z.string().optional(),
  /** The condition as it is written; absent where it is counted by thresholds. */
  test: z.string().optional(),
  level: Words.optional(),
  told: z.array(Words),
  /** Rests in the set in force. */
  off: z.boolean(),
  /** Raised by a person: nothing of it is changed. */
  fixed: z.boolean(),
});
export type RuleView = z.infer<typeof RuleView>;

export const RuleSetsView = z.object({
  title: Words,
  from: Day_,
  ladders: z.array(z.object({ name: z.string(), title: Words, rungs: z.array(Rung_), said: Words })),
  points: Points,
  life: Life,
  rules: z.array(RuleView),
  /** Sets the hall laid down, the newest first, with what each changed of the one before. */
  sets: z.array(
    z.object({
      title: Words,
      from: Day_,
      by: z.string(),
      at: Instant_,
      reason: z.string(),
      differences: z.array(Words),
    }),
  ),
  mayRevise: z.boolean(),
});
export type RuleSetsView = z.infer<typeof RuleSetsView>;

export const RuleSetRequest = z.object({
  commandId: CommandId,
  from: Day_,
  title: typed(60),
  reason: typed(500),
  ladders: Ladders,
  points: Points,
  life: Life,
  tests: z.record(z.string().max(20), z.string().max(400)),
  off: z.array(z.string().max(20)).max(100),
});
export type RuleSetRequest = z.infer<typeof RuleSetRequest>;
