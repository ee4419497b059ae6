import { z } from 'zod';
import { Day_, Instant_, typed } from './primitives.ts';

/** One word or phrase of the people, without blanks: 开饭店. */
const Said = typed(20).regex(/^\S+$/);

/** What people call every item whose official name contains a part. `changed` where the hall's own row stands. */
export const EverydayRow = z.object({
  official: z.string(),
  everyday: z.array(z.string()),
  changed: z.object({ by: z.string(), at: Instant_ }).exactOptional(),
});
export type EverydayRow = z.infer<typeof EverydayRow>;

export const EverydayTable = z.object({ rows: z.array(EverydayRow), total: z.int(), next: z.string().exactOptional() });
export type EverydayTable = z.infer<typeof EverydayTable>;

/** An empty list silences a row every hall begins with. */
export const EverydayToSet = z.object({
  official: typed(60)
    .min(2)
    .regex(/^\S(.*\S)?$/),
  everyday: z.array(Said).max(40),
});
export type EverydayToSet = z.infer<typeof EverydayToSet>;

/** How many items are found by the words now. */
export const WordsSet = z.object({ items: z.int() });

export const MissedQuestion = z.object({
  question: z.string(),
  times: z.int(),
  firstOn: Day_,
  lastOn: Day_,
  /** How many items it finds today. */
  finds: z.int(),
});
export type MissedQuestion = z.infer<typeof MissedQuestion>;

export const MissedQuestions = z.object({
  rows: z.array(MissedQuestion),
  total: z.int(),
  next: z.string().exactOptional(),
});
export type MissedQuestions = z.infer<typeof MissedQuestions>;

export const DealtWith = z.object({ question: typed(40) });
