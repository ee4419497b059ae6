import { z } from 'zod';
import { CommandId, Day_, Instant_, typed, Words } from './primitives.ts';
import { CardRowView } from './supervision.ts';

const text = typed(2000);
const Level_ = z.enum(['handling', 'examining', 'approving', 'leading']);
const Outcome_ = z.enum([
  'notPursued',
  'reminded',
  'criticised',
  'selfExamined',
  'admonished',
  'referred',
  'prosecuted',
]);
const Source_ = z.enum(['complaint', 'inspection', 'audit', 'ledgerRow', 'transfer']);
const Phase_ = z.enum(['lead', 'statement', 'deciding', 'serving', 'appealable', 'reviewing', 'closed']);
const Field_ = z.enum(['setting', 'receiving', 'examining', 'deciding', 'fees', 'integrity', 'supervising']);

export const Misconduct_ = z.object({
  code: z.string().trim().min(1).max(20),
  field: Field_,
  name: z.object({ zh: z.string().trim().max(200), en: z.string().trim().max(300) }),
  article: z.string().trim().max(300),
});
/** The kinds of misconduct in force from a day on. */
export const MisconductDictionary_ = z.object({
  from: Day_,
  source: typed(200),
  kinds: z.array(Misconduct_).max(500),
});
export const MisconductView = MisconductDictionary_.extend({
  fieldNames: z.record(z.string(), Words),
  mayLayDown: z.boolean(),
});
export type MisconductView = z.infer<typeof MisconductView>;
export const MisconductRequest = MisconductDictionary_.extend({ commandId: CommandId });
export type MisconductRequest = z.infer<typeof MisconductRequest>;

export const AccountabilityRequest = z.object({
  commandId: CommandId,
  subject: z.string().min(1).max(60),
  level: Level_,
  lead: z.string().trim().max(2000),
  cards: z.array(z.string().min(1).max(60)).max(50),
  proposals: z.array(z.string().min(1).max(64)).max(20),
  grounds: z
    .array(z.object({ source: Source_, reference: z.string().trim().max(200) }))
    .max(20)
    .default([]),
});
export type AccountabilityRequest = z.input<typeof AccountabilityRequest>;

export const AccountabilityCommand_ = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dismissLead'), findings: text }),
  z.object({
    type: z.literal('find'),
    kinds: z.array(z.string().max(20)).max(20),
    findings: text,
    outcome: Outcome_,
  }),
  z.object({ type: z.literal('state'), text }),
  z.object({ type: z.literal('propose'), outcome: Outcome_, opinion: text }),
  z.object({ type: z.literal('decide'), outcome: Outcome_, reason: text }),
  z.object({ type: z.literal('sendBack'), reason: text }),
  z.object({ type: z.literal('serve') }),
  z.object({ type: z.literal('appeal'), text }),
  z.object({ type: z.literal('waive') }),
  z.object({ type: z.literal('review'), outcome: Outcome_, reason: text }),
  z.object({ type: z.literal('closeAccount'), opinion: text }),
]);
export const AccountabilityActRequest = z.object({ commandId: CommandId, command: AccountabilityCommand_ });
export type AccountabilityActRequest = z.infer<typeof AccountabilityActRequest>;
export const AccountabilityActed = z.object({ accountId: z.string(), number: z.string() });
export type AccountabilityActed = z.infer<typeof AccountabilityActed>;

export const AccountabilityRow = z.object({
  accountId: z.string(),
  number: z.string(),
  subjectName: z.string(),
  authorityName: z.string(),
  levelName: Words,
  openedOn: Day_,
  phase: Phase_,
  phaseName: Words,
  outcomeName: Words.nullable(),
  /** Until when the person may state, or appeal. */
  until: Day_.nullable(),
});
export type AccountabilityRow = z.infer<typeof AccountabilityRow>;
export const AccountabilityList = z.object({ rows: z.array(AccountabilityRow), mayOpen: z.boolean() });
export type AccountabilityList = z.infer<typeof AccountabilityList>;

/** What a case about somebody may be opened on, and about whom: from one card, or of one department. */
export const AccountabilityChoice = z.object({
  card: CardRowView.pick({ cardId: true, rule: true, ruleName: true, levelName: true, caseNumber: true }).optional(),
  people: z.array(z.object({ person: z.string(), name: z.string(), post: z.string(), named: z.boolean() })),
  levels: z.array(z.object({ level: Level_, name: Words })),
  sources: z.array(z.object({ source: Source_, name: Words, reference: Words })),
  /** Departments whose people it may be about; empty where a card says which. */
  departments: z.array(z.object({ authority: z.string(), name: z.string() })),
});
export type AccountabilityChoice = z.infer<typeof AccountabilityChoice>;

const Chosen = z.object({ outcome: Outcome_, name: Words, article: z.string() });
export const AccountabilityView = AccountabilityRow.extend({
  lead: z.string(),
  cards: z.array(CardRowView.pick({ cardId: true, rule: true, ruleName: true, levelName: true, caseNumber: true })),
  proposals: z.array(z.object({ proposalId: z.string(), number: z.string() })),
  grounds: z.array(z.object({ name: Words, reference: z.string() })),
  kinds: z.array(Misconduct_),
  findings: z.string().nullable(),
  deciderName: Words,
  points: z.number(),
  life: z.array(
    z.object({ revision: z.int(), at: Instant_, title: Words, by: z.string(), lines: z.array(z.string()) }),
  ),
  acts: z.array(
    z.enum([
      'dismissLead',
      'find',
      'state',
      'propose',
      'decide',
      'sendBack',
      'serve',
      'appeal',
      'waive',
      'review',
      'closeAccount',
    ]),
  ),
  /** Outcomes that may still be chosen: never heavier than what was told. */
  outcomes: z.array(Chosen),
  /** The dictionary in force, for whoever verifies. */
  dictionary: z.array(Misconduct_),
});
export type AccountabilityView = z.infer<typeof AccountabilityView>;
