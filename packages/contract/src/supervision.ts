import { z } from 'zod';
import { CommandId, Day_, Instant_, typed, Words } from './primitives.ts';

const Level_ = z.enum(['warning', 'yellow', 'red']);

/** One line of the board: a department, or the whole hall. */
export const BoardLine = z.object({
  authority: z.string().optional(),
  name: z.string(),
  waiting: z.int(),
  inHand: z.int(),
  dueToday: z.int(),
  overdue: z.int(),
  paused: z.int(),
  warning: z.int(),
  yellow: z.int(),
  red: z.int(),
});
export type BoardLine = z.infer<typeof BoardLine>;

/** What is so now. */
export const Board = z.object({
  at: Instant_,
  today: Day_,
  total: BoardLine,
  departments: z.array(BoardLine),
  /** When the scheduler last finished a look; `silent` is the dead-man alarm. */
  scheduler: z.object({ at: Instant_.nullable(), silent: z.boolean() }),
  recount: z.object({ at: Instant_, cases: z.int(), missing: z.int(), unexplained: z.int() }).optional(),
});
export type Board = z.infer<typeof Board>;

export const FigureView = z.object({
  key: z.string(),
  name: Words,
  unit: z.enum(['case', 'share', 'day', 'card', 'point']),
  formula: Words,
  value: z.number().nullable(),
  count: z.number(),
  of: z.number().nullable(),
});
export type FigureView = z.infer<typeof FigureView>;

export const FiguresAnswer = z.object({ from: Day_, to: Day_, figures: z.array(FigureView) });
export type FiguresAnswer = z.infer<typeof FiguresAnswer>;

/** Figures of powers on a day (授权率、既受又理率), each with the items it does not count. */
export const PowersAnswer = z.object({
  on: Day_,
  figures: z.array(
    z.object({
      key: z.string(),
      name: Words,
      formula: Words,
      count: z.int(),
      of: z.int(),
      others: z.array(z.object({ itemId: z.string(), name: z.string(), authorityName: z.string() })),
    }),
  ),
});
export type PowersAnswer = z.infer<typeof PowersAnswer>;

/** What a number opens: cases, without anybody's name, or cards. */
export const CaseRowView = z.object({
  caseId: z.string(),
  number: z.string(),
  itemId: z.string(),
  authorityName: z.string(),
  stage: z.string(),
  stageName: Words,
  due: Day_.nullable(),
  receivedOn: Day_.nullable(),
  decidedOn: Day_.nullable(),
  tookDays: z.int().nullable(),
  promisedDays: z.int().nullable(),
});
export const RowsAnswer = z.object({ total: z.int(), rows: z.array(CaseRowView) });
export type RowsAnswer = z.infer<typeof RowsAnswer>;

export const CardRowView = z.object({
  cardId: z.string(),
  caseNumber: z.string(),
  rule: z.string(),
  ruleName: Words,
  family: z.string(),
  familyName: Words,
  level: Level_,
  levelName: Words,
  phase: z.string(),
  phaseName: Words,
  authorityName: z.string(),
  about: Words,
  raisedAt: Instant_,
  dueOn: Day_.nullable(),
  /** It waits for whoever asks. */
  mine: z.boolean(),
  /** How the answer to an urging stands; absent on other cards. */
  answer: z.enum(['awaited', 'overdue', 'answered', 'answeredLate']).optional(),
  answerName: Words.optional(),
  question: z.string().optional(),
});
export type CardRowView = z.infer<typeof CardRowView>;
export const CardList = z.object({ total: z.int(), rows: z.array(CardRowView), next: z.string().optional() });
export type CardList = z.infer<typeof CardList>;

export const CardAct_ = z.enum([
  'explain',
  'appeal',
  'uphold',
  'rescind',
  'excuse',
  'reportRectification',
  'acceptRectification',
  'rejectRectification',
  'settle',
]);

export const CardView = CardRowView.extend({
  revision: z.int(),
  caseId: z.string(),
  itemId: z.string(),
  since: Instant_,
  basis: z.object({ law: z.string(), article: z.string() }),
  ruleSet: Words,
  subject: z.string(),
  working: z.array(Words),
  evidence: z.array(z.int()),
  responsible: z.array(z.string()),
  confidential: z.boolean(),
  points: z.int(),
  explainBy: Day_.optional(),
  appealBy: Day_.optional(),
  verdict: z.enum(['upheld', 'rescinded', 'excused']).optional(),
  life: z.array(
    z.object({
      revision: z.int(),
      at: Instant_,
      title: Words,
      by: Words,
      lines: z.array(z.string()),
      hash: z.string(),
    }),
  ),
  acts: z.array(z.object({ act: CardAct_, available: z.boolean(), refusal: Words.optional() })),
});
export type CardView = z.infer<typeof CardView>;

const text = typed(2000);
const ground = z.enum(['notSo', 'notOurs', 'forceMajeure', 'outage']);
export const CardCommand_ = z.discriminatedUnion('type', [
  z.object({ type: z.literal('explain'), text }),
  z.object({ type: z.literal('appeal'), ground, text }),
  z.object({ type: z.literal('uphold'), reason: text }),
  z.object({ type: z.literal('rescind'), reason: text }),
  z.object({ type: z.literal('excuse'), ground: z.enum(['forceMajeure', 'outage']), record: typed(200), reason: text }),
  z.object({ type: z.literal('reportRectification'), text, proof: typed(500) }),
  z.object({ type: z.literal('acceptRectification'), reason: text }),
  z.object({ type: z.literal('rejectRectification'), reason: text }),
  z.object({ type: z.literal('settle'), reason: text }),
]);
export const CardActRequest = z.object({ commandId: CommandId, command: CardCommand_ });
export type CardActRequest = z.infer<typeof CardActRequest>;

export const UrgeRequest = z.object({
  commandId: CommandId,
  caseId: z.string().min(1).max(60),
  question: typed(1000),
  answerDays: z.int().min(1).max(20),
});
export type UrgeRequest = z.infer<typeof UrgeRequest>;
export const CardActed_ = z.object({ cardId: z.string(), revision: z.int() });
/** Cards, urgings, and ledgers to hand in, that wait for whoever asks. */
export const CardDuty = z.object({ waiting: z.int(), urgings: z.int(), ledgers: z.int() });
export type CardDuty = z.infer<typeof CardDuty>;
