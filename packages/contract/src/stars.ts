import { z } from 'zod';
import { CommandId, Day_, Instant_, typed, Words } from './primitives.ts';

/** One rule: how points are given, how many, and why; without points where it could not be judged. */
const StarLine_ = z.object({
  id: z.string(),
  name: Words,
  rule: Words,
  most: z.int(),
  points: z.number().exactOptional(),
  because: Words.exactOptional(),
});

/** 事项星级: what an item's stars are made of, and what they were before. */
export const ItemStars = z.object({
  stars: z.int().min(1).max(5),
  points: z.number(),
  of: z.int(),
  /** The night they were last counted anew. */
  since: Day_,
  lines: z.array(StarLine_),
  /** The newest first; each a night on which something changed. */
  history: z.array(z.object({ on: Day_, stars: z.int(), points: z.number(), of: z.int() })),
});
export type ItemStars = z.infer<typeof ItemStars>;

const Most_ = z.int().min(0).max(100);
const Step_ = z.int().min(1).max(100);

/** What each rule is worth, from what percent of the points on there are two to five stars, and how many ratings it takes. */
export const StarScheme_ = z.strictObject({
  most: z.strictObject({
    depth: Most_,
    visits: Most_,
    instant: Most_,
    materials: Most_,
    limit: Most_,
    rating: Most_,
  }),
  steps: z.tuple([Step_, Step_, Step_, Step_]),
  leastRatings: z.int().min(1).max(1000),
});

const StarRuleWords_ = StarLine_.pick({ id: true, name: true, rule: true, most: true });

/** One scheme of a hall: from its day on, by whom and why. */
export const DatedScheme_ = z.object({
  effectiveFrom: Day_,
  scheme: StarScheme_,
  reason: z.string(),
  by: z.string(),
  at: Instant_,
});

/** 星级标准: what holds today in words, what was decided before and for later. */
export const StarRules = z.object({
  today: Day_,
  scheme: StarScheme_,
  rules: z.array(StarRuleWords_).readonly(),
  /** The latest day first; the shipped scheme stands before all of them. */
  decided: z.array(DatedScheme_).readonly(),
  mayDecide: z.boolean(),
});
export type StarRules = z.infer<typeof StarRules>;

export const StarTrial = z.strictObject({ scheme: StarScheme_ });
export type StarTrial = z.infer<typeof StarTrial>;

/** What a scheme would do to the stars of today. */
export const StarTrialFound = z.object({
  items: z.int(),
  up: z.int(),
  down: z.int(),
  /** How many items have one to five stars, now and then. */
  counts: z.array(z.object({ stars: z.int(), now: z.int(), then: z.int() })).readonly(),
  /** The items whose stars would change, the first hundred. */
  changed: z.array(z.object({ id: z.string(), name: z.string(), now: z.int(), then: z.int() })).readonly(),
});
export type StarTrialFound = z.infer<typeof StarTrialFound>;

export const StarDecision = z.strictObject({
  commandId: CommandId,
  scheme: StarScheme_,
  effectiveFrom: Day_,
  reason: typed(500),
});
export type StarDecision = z.infer<typeof StarDecision>;

export const StarDecided = z.object({ effectiveFrom: Day_ });
