import { z } from 'zod';
import { Month_ } from './ledgers.ts';
import { CommandId, typed, Words } from './primitives.ts';

const Sheet = z.object({
  code: z.string(),
  title: Words,
  source: z.string(),
  max: z.number(),
  note: Words.optional(),
});
const ScoreSubject_ = z.enum(['department', 'post']);
const Quarter = z.object({ mean: z.number(), gradeName: Words });

/** Departments in the order of their names; no line is a person's. */
export const ScoresView = z.object({
  month: Month_,
  sheet: Sheet,
  lines: z.array(
    z.object({
      authority: z.string(),
      name: z.string(),
      total: z.number(),
      quarter: Quarter.optional(),
      satisfaction: z.number().nullable(),
      /** Below 75 %. */
      short: z.boolean(),
    }),
  ),
});
export type ScoresView = z.infer<typeof ScoresView>;

/** Posts in the order of their departments and names; no line is a person's. */
export const PostScoresView = z.object({
  month: Month_,
  sheet: Sheet,
  lines: z.array(
    z.object({
      post: z.string(),
      name: z.string(),
      /** The centre itself where it is of no department. */
      department: z.string(),
      /** Acts that had a day to be done by. */
      deeds: z.int(),
      /** None where nothing was done, rated or raised in the month. */
      total: z.number().nullable(),
      quarter: Quarter.optional(),
      satisfaction: z.number().nullable(),
      /** Twice running below 80 %. */
      passedOver: z.boolean(),
    }),
  ),
});
export type PostScoresView = z.infer<typeof PostScoresView>;

export const ScoreLineView = z.object({
  code: z.string(),
  name: Words,
  by: z.string(),
  /** What one time is worth; absent where a share is reckoned. */
  each: z.number().optional(),
  count: z.number().nullable(),
  points: z.number(),
  /** The cards the points stand on. */
  cards: z.array(z.string()),
  /** The cases they stand on where they stand on no card. */
  cases: z.array(z.string()),
  entered: z.array(z.object({ times: z.int(), reason: z.string(), record: z.string() })),
});
export type ScoreLineView = z.infer<typeof ScoreLineView>;

export const ScoreView = z.object({
  subject: ScoreSubject_,
  /** The department or the post. */
  scored: z.string(),
  name: z.string(),
  month: Month_,
  /** The month is not over: the score still moves. */
  running: z.boolean(),
  sheet: Sheet,
  total: z.number(),
  parts: z.array(
    z.object({
      code: z.string(),
      name: Words,
      weight: z.number(),
      points: z.number(),
      lines: z.array(ScoreLineView),
    }),
  ),
  bonus: z.array(ScoreLineView),
  quarter: Quarter.optional(),
  /** Points of a hundred in the yearly assessment. */
  year: z.number().optional(),
  /** What cases of accountability about its people took off them, by outcomes served in the year so far. */
  accountability: z.number(),
  satisfaction: z.number().nullable(),
  short: z.boolean(),
  /** Of a post: how many acts had a day to be done by, and the 80 % rule. */
  post: z.object({ department: z.string(), deeds: z.int(), ratings: z.int(), passedOver: z.boolean() }).optional(),
  /** The models to choose from, for whoever may. */
  sheets: z.array(z.object({ code: z.string(), title: Words })).optional(),
});
export type ScoreView = z.infer<typeof ScoreView>;

export const ScoreEntryRequest = z.object({
  commandId: CommandId,
  line: z.string().min(1).max(60),
  times: z.int().min(1).max(100),
  reason: typed(500),
  record: typed(200),
});
const Worth = z.record(z.string().max(60), z.number().min(-100).max(100));
export const ScoreSheetRequest = z.object({
  commandId: CommandId,
  subject: ScoreSubject_.default('department'),
  code: z.string().min(1).max(20),
  from: Month_,
  /** What the place sets otherwise than the model; without it the model itself. */
  adjusted: z.object({ title: typed(60), weights: Worth, points: Worth }).optional(),
});
