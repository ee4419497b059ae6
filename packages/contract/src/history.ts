import { z } from 'zod';
import { CommandId, Day_, Instant_, typed, Words } from './primitives.ts';

/** How a number of times lie, in milliseconds of wall-clock time; the median of an even number is the mean of the middle two. */
const Spread = z.object({ count: z.int(), total: z.number(), median: z.number(), longest: z.number() });

export const LogName = typed(100);
/** What a person calls an activity; the log's own name where Yimen knows no words for it. */
const Activity = z.string().max(1000);

/** A log of past cases: what is known of it without opening it. `weekdays`: its days are Monday to Friday, not the published calendar. */
export const LogView = z.object({
  name: z.string(),
  calendar: z.enum(['cn', 'weekdays']),
  format: z.enum(['xes', 'csv', 'ledger']),
  importedAt: Instant_,
  counts: z.object({
    cases: z.int(),
    events: z.int(),
    activities: z.int(),
    resources: z.int(),
    variants: z.int(),
    mostEvents: z.int(),
    duration: Spread,
    from: z.number().optional(),
    to: z.number().optional(),
  }),
});
export type LogView = z.infer<typeof LogView>;

export const LogList = z.object({ logs: z.array(LogView) });
export type LogList = z.infer<typeof LogList>;

/** An item version whose procedure a log was to follow. */
const Procedure = z.object({ itemId: z.string(), version: z.int(), name: z.string() });
const Timed = { count: z.int(), whole: Spread, waiting: Spread, working: Spread };

const Arrow = z.object({ from: Activity, to: Activity, count: z.int(), time: Spread });
const Counted = z.object({ activity: Activity, count: z.int() });

/** A list that may be longer than what is shown of it. */
const listOf = <T extends z.ZodType>(row: T) => z.object({ all: z.int(), rows: z.array(row) });

/** What a log says. Of long lists the most frequent rows; `all` tells how many there are. */
export const MinedView = z.object({
  /** Words for the activities of Yimen's own ledger, by their names in the log. */
  labels: z.record(z.string(), Words),
  variants: listOf(z.object({ path: z.array(Activity), count: z.int(), share: z.number(), duration: Spread })),
  starts: listOf(Counted),
  ends: listOf(Counted),
  arrows: listOf(Arrow),
  steps: listOf(z.object({ activity: Activity, ...Timed })),
  /** By the post that completed the step. */
  posts: listOf(z.object({ resource: Activity, activities: z.int(), ...Timed })),
  /** What the cases were to follow, where the log says so, most cases first. */
  procedures: listOf(Procedure.extend({ count: z.int() })),
  rework: z.object({
    cases: z.int(),
    repeated: listOf(z.object({ activity: Activity, count: z.int(), cases: z.int() })),
    returns: listOf(z.object({ from: Activity, to: Activity, count: z.int() })),
  }),
  handOvers: listOf(Arrow),
  /** Completions by hour of the place's day, that of 00:00–00:59 first. */
  hours: z.array(z.int()).length(24),
});
export type MinedView = z.infer<typeof MinedView>;

/** A log is read once for all who ask; until then how far it is. */
export const LogAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('reading'), log: LogView, read: z.int() }),
  z.object({ state: z.literal('done'), log: LogView, mined: MinedView }),
]);
export type LogAnswer = z.infer<typeof LogAnswer>;

/** What a log can be about: items the hall publishes with a procedure, by name, and its departments. */
export const ProcedureList = z.object({
  procedures: z.array(Procedure),
  /** The departments of the hall, by name. */
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ProcedureList = z.infer<typeof ProcedureList>;

const DeviationKind = z.enum(['skipped', 'reordered', 'repeated', 'besides']);

/** How the cases of a log did against a published procedure; `cases` of a deviation are the first of them. */
export const ConformanceView = z.object({
  procedure: Procedure,
  cases: z.int(),
  fitting: z.int(),
  unjudged: z.int(),
  /** Work done where the procedure has it, of all that and of what was left out or added. */
  fitness: z.number(),
  /** The flowchart with these figures on it, as an SVG document. */
  picture: z.string(),
  /** Words for the activities of Yimen's own ledger. */
  labels: z.record(z.string(), Words),
  shapes: z.array(z.object({ node: z.string(), name: Words, skipped: z.int(), ...Timed })),
  ways: z.array(z.object({ from: Words, to: Words, count: z.int() })),
  deviations: z.array(
    z.object({ kind: DeviationKind, node: z.string(), name: Words, count: z.int(), cases: z.array(z.string()) }),
  ),
  /** Work of the log that the drawing does not show. */
  beside: listOf(Counted),
  /** Of a log from elsewhere: what each shape is called there; empty where the log has no such work. */
  wording: z.array(z.object({ node: z.string(), name: Words, activity: z.string() })).optional(),
});
export type ConformanceView = z.infer<typeof ConformanceView>;

export const ConformanceAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('reading'), read: z.int() }),
  z.object({ state: z.literal('done'), conformance: ConformanceView }),
]);
export type ConformanceAnswer = z.infer<typeof ConformanceAnswer>;

const OwnId = z.string().min(1).max(120);

/** The hall's own cases filed on these days, of an item or a department where one is named, as a log. */
export const OwnLog = z
  .object({ name: LogName, from: Day_, to: Day_, itemId: OwnId.exactOptional(), authority: OwnId.exactOptional() })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'not_before_from' });
export type OwnLog = z.infer<typeof OwnLog>;

const Days = z.number().min(0.5).max(3650).multipleOf(0.5);
const Steps = z.array(Activity.min(1)).max(400);

/** A proposed reform: limits in working days, steps by their names in the log. */
export const ReformBody = z.object({
  limit: Days,
  newLimit: Days,
  dropped: Steps,
  merged: z.array(Steps.min(2)).max(20),
  parallel: z.array(Steps.min(2)).max(20),
  capped: z.record(Activity.min(1), Days),
  notCounted: Steps,
});
export type ReformBody = z.infer<typeof ReformBody>;

/** `itemId`: the item whose proposed version this is. */
export const RehearsalWish = z.object({
  commandId: CommandId,
  title: typed(100),
  reform: ReformBody,
  itemId: z.string().min(1).max(120).exactOptional(),
});
export type RehearsalWish = z.infer<typeof RehearsalWish>;

const Standing = z.object({ late: z.int(), warned: z.int(), days: z.number() });

/** What a reform would have done to the cases of a log, with what was taken for granted. */
export const RehearsalView = z.object({
  id: z.string(),
  log: z.string(),
  calendar: z.enum(['cn', 'weekdays']),
  title: z.string(),
  by: z.string(),
  at: Instant_,
  /** Whether there is a signed report of it. */
  paper: z.boolean(),
  labels: z.record(z.string(), Words),
  reform: ReformBody,
  result: z.object({
    cases: z.int(),
    before: Standing,
    onlyLimit: Standing,
    after: Standing,
    promised: z.number(),
    saved: z.number().optional(),
    lateCases: z.array(z.object({ id: z.string(), days: z.number() })),
    assumptions: z.array(Words),
  }),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

export const RehearsalList = z.object({
  rehearsals: z.array(z.object({ id: z.string(), title: z.string(), at: Instant_, by: z.string() })),
});
export type RehearsalList = z.infer<typeof RehearsalList>;

/** Items with a draft: what may be rehearsed as it is proposed. */
export const DraftedItems = z.object({ items: z.array(z.object({ itemId: z.string(), name: z.string() })) });
export type DraftedItems = z.infer<typeof DraftedItems>;

/** A draft read as a reform on a log, and what of it history cannot tell. */
export const ReadReformView = z.object({ reform: ReformBody, leftOut: z.array(Words) });
export type ReadReformView = z.infer<typeof ReadReformView>;

/** Rehearsals of the proposed versions of items, for those who decide on them. */
export const ItemRehearsals = z.object({
  rehearsals: z.array(
    z.object({ id: z.string(), itemId: z.string(), title: z.string(), log: z.string(), at: Instant_, by: z.string() }),
  ),
});
export type ItemRehearsals = z.infer<typeof ItemRehearsals>;
