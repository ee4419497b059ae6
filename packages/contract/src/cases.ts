import { z } from 'zod';
import { AvailableAct } from './commands.ts';
import { Applicant_, FormAnswers_, HandedInView } from './facts.ts';
import { Guide } from './items.ts';
import { Day_, Instant_, JurisdictionCode, Words } from './primitives.ts';

export const DayKind = z.enum([
  'outside',
  'start',
  'counted',
  'weekend',
  'holiday',
  'makeUp',
  'suspended',
  'due',
  'plain',
]);

/** One month of the small calendar picture. */
export const MonthPicture = z.object({
  year: z.int(),
  month: z.int(),
  weeks: z.array(
    z.array(
      z.object({ day: Day_, date: z.int(), kind: DayKind, label: z.string().optional(), number: z.int().optional() }),
    ),
  ),
});
export type MonthPicture = z.infer<typeof MonthPicture>;

export const ClockView = z.object({
  kind: z.string(),
  stepId: z.string().optional(),
  name: Words,
  state: z.enum(['notStarted', 'running', 'suspended', 'met', 'overdue', 'stopped']),
  startedOn: Day_.optional(),
  due: Day_.optional(),
  dueAt: Instant_.optional(),
  /** Working days left; negative when overdue; absent when the clock no longer runs. */
  remaining: z.int().optional(),
  provisional: z.boolean(),
  article: z.string(),
  calendarVersion: z.string(),
  /** The whole reckoning in sentences. */
  words: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  pictures: z.array(MonthPicture),
});
export type ClockView = z.infer<typeof ClockView>;

export const PaperView = z.object({
  paperId: z.string(),
  kind: z.string(),
  name: Words,
  number: z.string().optional(),
  state: z.enum(['making', 'ready', 'revoked', 'failed']),
  at: Instant_,
  verificationCode: z.string().optional(),
  sha256: z.string().optional(),
  pages: z.int().optional(),
  /** Why it could not be made, in Chinese; only staff are told. */
  failure: z.string().optional(),
});
export type PaperView = z.infer<typeof PaperView>;

export const EntryView = z.object({
  revision: z.int(),
  at: Instant_,
  type: z.string(),
  title: Words,
  by: Words,
  post: z.string().optional(),
  authorisation: z.string().optional(),
  onBehalfOf: z.string().optional(),
  /** What was said or decided, in lines for the screen. */
  detail: z.array(z.string()),
  hash: z.string(),
});
export type EntryView = z.infer<typeof EntryView>;

export const StepState = z.object({
  id: z.string(),
  name: z.string(),
  duty: z.enum(['examination', 'approval', 'consultation']),
  authorityName: z.string(),
  state: z.enum(['waiting', 'open', 'claimed', 'done', 'skipped']),
  round: z.int(),
  heldBy: z.string().optional(),
  heldByMe: z.boolean(),
  openedAt: Instant_.optional(),
  closedAt: Instant_.optional(),
  opinion: z.string().optional(),
  agreed: z.boolean().optional(),
  due: Day_.optional(),
  overdue: z.boolean(),
});
export type StepState = z.infer<typeof StepState>;

export const CaseView = z.object({
  caseId: z.string(),
  jurisdiction: JurisdictionCode,
  number: z.string(),
  revision: z.int(),
  stage: z.string(),
  stageName: Words,
  item: Guide,
  applicant: Applicant_,
  answers: FormAnswers_,
  /** Fields shown masked that this officer may ask for in full; none for whoever only watches over the hall. */
  revealable: z.array(z.string()),
  materials: z.array(HandedInView),
  defects: z.array(z.object({ requirementId: z.string().optional(), defect: z.string(), standard: z.string() })),
  proposal: z
    .object({
      outcome: z.enum(['grant', 'partialGrant', 'refuse']),
      facts: z.string(),
      basis: z.string(),
      conditions: z.array(z.string()),
      reason: z.string().optional(),
      proposedBy: z.string(),
      at: Instant_,
    })
    .optional(),
  procedures: z.array(
    z.object({
      procedureId: z.string(),
      procedure: z.string(),
      name: Words,
      plannedEnd: Day_,
      servedOn: Day_,
      receivedOn: Day_.optional(),
      result: z.string().optional(),
      stopsStatutory: z.boolean(),
      stopsPromise: z.boolean(),
    }),
  ),
  steps: z.array(StepState),
  clocks: z.array(ClockView),
  entries: z.array(EntryView),
  papers: z.array(PaperView),
  acts: z.array(AvailableAct),
  /** Colleagues a step can be handed to, or who can go on a site visit. */
  colleagues: z.array(z.object({ person: z.string(), name: z.string(), post: z.string() })),
  breaches: z.array(z.object({ rule: z.string(), article: z.string(), detail: z.string(), at: Instant_ })),
});
export type CaseView = z.infer<typeof CaseView>;

/** A field of an application that screens show masked: `answers.<question>` or one of the applicant's and agent's numbers. */
export const MaskedField = z
  .string()
  .regex(/^(applicant\.(paperNumber|phone|agent\.(paperNumber|phone))|answers\.[A-Za-z0-9_-]{1,60})$/);

export const RevealRequest = z.object({ field: MaskedField, reason: z.string().trim().min(4).max(200) });
export type RevealRequest = z.infer<typeof RevealRequest>;

/** In full, for as long as a screen may show it. */
export const Revealed = z.object({ field: z.string(), value: z.string(), seconds: z.int() });
export type Revealed = z.infer<typeof Revealed>;

export const QueueRow = z.object({
  caseId: z.string(),
  number: z.string(),
  itemName: z.string(),
  /** Masked: 王*, company names whole. */
  applicantName: z.string(),
  authorityName: z.string(),
  stage: z.string(),
  stageName: Words,
  /** What is waiting for me: act name and, for steps, the step. */
  waitingFor: z.object({ act: z.string(), name: Words, stepId: z.string().optional() }),
  clockKind: z.string().optional(),
  due: Day_.optional(),
  remaining: z.int().optional(),
  light: z.enum(['green', 'amber', 'red', 'paused']),
  receivedAt: Instant_,
  heldByMe: z.boolean(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const Queue = z.object({ rows: z.array(QueueRow), total: z.int(), next: z.string().optional() });
export type Queue = z.infer<typeof Queue>;

export const Counts = z.object({ waiting: z.int(), dueToday: z.int(), overdue: z.int(), at: Instant_ });
export type Counts = z.infer<typeof Counts>;

/** What the applicant sees. No internal stage, no other person's data. */
export const TrackView = z.object({
  number: z.string(),
  itemName: z.string(),
  itemId: z.string(),
  jurisdiction: JurisdictionCode,
  authorityName: z.string(),
  applicantName: z.string(),
  status: z.object({ code: z.string(), words: Words, now: Words }),
  /** Who has it now, in plain words. */
  holder: Words,
  promisedDue: Day_.optional(),
  statutoryDue: Day_.optional(),
  remaining: z.int().optional(),
  provisional: z.boolean(),
  timeline: z.array(z.object({ code: z.string(), words: Words, at: Instant_, detail: z.array(Words) })),
  pauses: z.array(
    z.object({
      name: Words,
      from: Day_,
      to: Day_.optional(),
      plannedEnd: Day_,
      basis: z.string(),
      paperId: z.string().optional(),
    }),
  ),
  /** Each move to a newer version of the item, with what it changed for the applicant; the words are those of the record. */
  moves: z.array(
    z.object({
      at: Instant_,
      reason: z.string(),
      basis: z.string().optional(),
      effects: z.array(z.object({ words: z.string(), effect: z.enum(['better', 'worse']) })),
    }),
  ),
  clocks: z.array(ClockView),
  papers: z.array(PaperView),
  correction: z
    .object({
      defects: z.array(z.object({ requirementId: z.string().optional(), defect: z.string(), standard: z.string() })),
      contact: z.string(),
    })
    .optional(),
  canWithdraw: z.boolean(),
  canRate: z.boolean(),
  rating: z.object({ level: z.int(), at: Instant_ }).optional(),
  phone: z.string(),
  complaintPhone: z.string(),
});
export type TrackView = z.infer<typeof TrackView>;

export const Verification = z.object({
  state: z.enum(['genuine', 'altered', 'revoked', 'unknown']),
  words: Words,
  kind: Words.optional(),
  number: z.string().optional(),
  issuer: z.string().optional(),
  issuedOn: Day_.optional(),
  demonstration: z.boolean(),
});
export type Verification = z.infer<typeof Verification>;
