import { allLedgerKinds, type Month } from '@yimen/core/supervision';
import { z } from 'zod';
import { branded, CommandId, Day_, Instant_, typed, Words } from './primitives.ts';

/** A calendar month, `2026-03`. */
export const Month_ = branded<Month>(z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/));
export const LedgerKind_ = z.enum(allLedgerKinds);

export const Coverage_ = z.object({
  rows: z.int(),
  covered: z.int(),
  laterEntry: z.int(),
  explained: z.int(),
  carded: z.int(),
  unexplained: z.int(),
  exempt: z.int(),
  of: z.int(),
  ratio: z.number().nullable(),
});

/** One duty of a month, a department's or the hall's, and how its ledger is covered once it is there. */
export const DutyLine = z.object({
  /** A department, or `@hall`. */
  authority: z.string(),
  name: z.string(),
  kind: LedgerKind_,
  kindName: Words,
  dueOn: Day_,
  dueDay: z.int(),
  state: z.enum(['running', 'awaited', 'overdue', 'delivered', 'deliveredLate']),
  stateName: Words,
  /** By name; whoever `head` says where absent. */
  owner: z.string().optional(),
  head: Words,
  coverage: Coverage_.optional(),
});
export type DutyLine = z.infer<typeof DutyLine>;

/** A department, or an item of it, with its coverage in each kind of ledger side by side. */
export const SideBySideLine = z.object({
  department: z.string(),
  departmentName: z.string(),
  itemId: z.string().optional(),
  itemName: z.string().optional(),
  kinds: z.array(
    z.object({
      kind: LedgerKind_,
      /** Who keeps the ledger that has the rows. */
      authority: z.string(),
      /** Absent where the ledger is not there, or has no row of it. */
      coverage: Coverage_.optional(),
    }),
  ),
  total: Coverage_,
});
export type SideBySideLine = z.infer<typeof SideBySideLine>;

export const CoverageView = z.object({
  month: Month_,
  formula: Words,
  total: Coverage_,
  kinds: z.array(z.object({ kind: LedgerKind_, name: Words, total: Coverage_ })),
  departments: z.array(SideBySideLine),
  items: z.array(SideBySideLine),
  lines: z.array(DutyLine),
});
export type CoverageView = z.infer<typeof CoverageView>;

const RowAct_ = z.enum(['explainRow', 'cardRow', 'proposeLaterEntry', 'approveLaterEntry', 'rejectLaterEntry']);

export const LedgerRowView = z.object({
  line: z.int(),
  serial: z.string(),
  itemId: z.string().optional(),
  itemName: z.string(),
  /** Who answers for the row, where the hall keeps the ledger. */
  department: z.object({ id: z.string(), name: z.string() }).optional(),
  issuedOn: Day_,
  /** In yuan, with two decimals. */
  amount: z.string().optional(),
  outcome: Words.optional(),
  /** What the published list said of the item's fees on that day. */
  listed: Words.optional(),
  /** Another department's ledger lists the same serial. */
  doubled: z.object({ department: z.string(), month: Month_ }).optional(),
  standing: z.enum(['covered', 'laterEntry', 'explained', 'carded', 'unexplained', 'exempt']),
  standingName: Words,
  /** A later entry waits for somebody's approval. */
  waiting: z.boolean(),
  mismatch: Words.optional(),
  caseId: z.string().optional(),
  caseNumber: z.string().optional(),
  reason: z.string().optional(),
  record: z.string().optional(),
  receivedOn: Day_.optional(),
  decidedOn: Day_.optional(),
  cardId: z.string().optional(),
  acts: z.array(RowAct_),
});
export type LedgerRowView = z.infer<typeof LedgerRowView>;

export const LedgerView = DutyLine.extend({
  month: Month_,
  formula: Words,
  columns: z.array(z.string()),
  /** What is told whoever makes the sheet. */
  hint: Words,
  handedIn: z.object({ at: Instant_, by: z.string(), times: z.int() }).optional(),
  mayHandIn: z.boolean(),
  /** It is somebody's duty: of a kind that always is, or laid down. */
  owed: z.boolean(),
  items: z.array(z.object({ itemId: z.string(), name: z.string(), coverage: Coverage_ })),
  rows: z.array(LedgerRowView),
  /** What `notInLedger` is of this kind. */
  missing: Words,
  notInLedger: z.array(
    z.object({
      serial: z.string().optional(),
      caseId: z.string(),
      caseNumber: z.string(),
      itemId: z.string(),
      itemName: z.string(),
      on: Day_,
    }),
  ),
  /** Numbers left out of the sequences its serials are of; none are told of part of a ledger. */
  gaps: z.array(z.object({ first: z.string(), last: z.string(), count: z.int() })),
  /** What was collected, in yuan, and what of it no case accounts for. */
  amounts: z.object({ all: z.string(), unexplained: z.string() }).optional(),
  /** Whom a supervisor may name as the owner. */
  people: z.array(z.object({ person: z.string(), name: z.string(), post: z.string() })).optional(),
});
export type LedgerView = z.infer<typeof LedgerView>;

/** What a file holds: its faults by line, or how it is covered. */
export const LedgerPreview = z.object({
  rows: z.int(),
  faults: z.array(z.object({ line: z.int(), words: Words })),
  coverage: Coverage_.optional(),
});
export type LedgerPreview = z.infer<typeof LedgerPreview>;

const text = typed(1000);
export const LedgerRowActRequest = z.object({
  commandId: CommandId,
  serial: typed(60),
  command: z.discriminatedUnion('type', [
    z.object({ type: z.literal('explainRow'), reason: text, record: typed(200) }),
    z.object({ type: z.literal('cardRow'), reason: text }),
    z.object({ type: z.literal('proposeLaterEntry'), receivedOn: Day_, decidedOn: Day_, reason: text }),
    z.object({ type: z.literal('approveLaterEntry'), opinion: text }),
    z.object({ type: z.literal('rejectLaterEntry'), reason: text }),
  ]),
});
export type LedgerRowActRequest = z.infer<typeof LedgerRowActRequest>;
export const LedgerRowActed = z.object({
  serial: z.string(),
  at: z.enum(['open', 'explained', 'carded', 'laterProposed', 'laterEntered']),
  cardId: z.string().optional(),
});

export const LedgerDutyRequest = z.object({ owner: z.string().max(60).optional(), dueDay: z.int().min(1).max(20) });
