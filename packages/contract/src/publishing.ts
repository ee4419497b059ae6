import { z } from 'zod';
import { Month_ } from './ledgers.ts';
import { CommandId, Day_, Instant_, JurisdictionCode, typed, Words } from './primitives.ts';
import { BoardLine, FigureView } from './supervision.ts';

/** Working days of half, and of nine in ten, of the decisions; null where there is none. */
const Days = z.object({ cases: z.int(), median: z.int().nullable(), ninth: z.int().nullable() });

/** What decisions of a month really took, of a hall, a department or an item. */
export const TimesLine = z.object({
  decided: z.int(),
  late: z.int(),
  onTime: z.number().nullable(),
  /** From receipt to decision, the wait for the applicant taken out. */
  real: Days,
  /** The wait for the applicant's own papers, of the cases that had one. */
  waited: Days,
});
export type TimesLine = z.infer<typeof TimesLine>;

const Cards = z.object({ yellows: z.int(), reds: z.int(), upheld: z.int() });
const Named = z.object({ id: z.string(), name: z.string() });

/** A decision as the public reads it. */
export const PublicDecision = z.object({
  itemName: z.string(),
  authorityName: z.string(),
  /** Masked. */
  applicant: z.string(),
  decidedOn: Day_,
  realDays: z.int().nullable(),
  waitedDays: z.int().nullable(),
  promisedDays: z.int().nullable(),
  late: z.boolean(),
});
export type PublicDecision = z.infer<typeof PublicDecision>;

const OfMonth = z.object({
  hall: z.object({ jurisdiction: JurisdictionCode, name: z.string() }),
  month: Month_,
  from: Day_,
  to: Day_,
  /** The month is not over. */
  running: z.boolean(),
});

export const PublicPerformance = OfMonth.extend({
  total: TimesLine.extend(Cards.shape),
  departments: z.array(TimesLine.extend(Named.shape).extend(Cards.shape)),
  items: z.array(TimesLine.extend(Named.shape).extend({ authorityName: z.string() })),
  /** The newest that may be shown, of whatever month. */
  decisions: z.array(PublicDecision),
  objectionDays: z.int(),
});
export type PublicPerformance = z.infer<typeof PublicPerformance>;

/** What a number of the public page opens. Shown, waiting, kept back and not granted together are the number. */
export const PublicRows = OfMonth.extend({
  of: z.string().nullable(),
  figure: z.enum(['decided', 'late']),
  total: z.int(),
  shown: z.int(),
  inWindow: z.int(),
  keptBack: z.int(),
  notGranted: z.int(),
  rows: z.array(PublicDecision),
  next: z.string().optional(),
});
export type PublicRows = z.infer<typeof PublicRows>;

export const ReportKind_ = z.enum(['daily', 'weekly', 'monthly']);

const ReportLine = z.object({
  authority: z.string(),
  name: z.string(),
  figures: z.array(FigureView.pick({ key: true, value: true, count: true, of: true })),
});

/** 日清、周结、月报: the board's figures of a period, and what stood open when it was made. */
export const Report = z.object({
  kind: ReportKind_,
  kindName: Words,
  hall: z.string(),
  from: Day_,
  to: Day_,
  madeAt: Instant_,
  /** Made while the period runs; not kept. */
  running: z.boolean(),
  total: z.array(FigureView),
  departments: z.array(ReportLine),
  stock: z.object({ total: BoardLine, departments: z.array(BoardLine) }),
});
export type Report = z.infer<typeof Report>;

export const ReportList = z.object({
  rows: z.array(z.object({ kind: ReportKind_, kindName: Words, from: Day_, to: Day_, madeAt: Instant_ })),
});
export type ReportList = z.infer<typeof ReportList>;

export const ObjectionGround_ = z.enum(['stateSecret', 'tradeSecret', 'privacy']);

/** Decisions that are about to be public, and those kept back, as their department sees them. */
export const Publications = z.object({
  rows: z.array(
    z.object({
      caseId: z.string(),
      number: z.string(),
      itemName: z.string(),
      authorityName: z.string(),
      applicant: z.string(),
      decidedOn: Day_,
      until: Day_,
      /** Whoever asks may object today. */
      open: z.boolean(),
      objection: z
        .object({ groundName: Words, article: z.string(), reason: z.string(), by: z.string(), at: Instant_ })
        .optional(),
    }),
  ),
  grounds: z.array(z.object({ ground: ObjectionGround_, name: Words, article: z.string() })),
});
export type Publications = z.infer<typeof Publications>;

export const ObjectionRequest = z.object({
  commandId: CommandId,
  caseId: z.string().min(1).max(60),
  ground: ObjectionGround_,
  reason: typed(500),
});
export type ObjectionRequest = z.infer<typeof ObjectionRequest>;
