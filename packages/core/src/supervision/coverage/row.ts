import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import type { PersonId, Role } from '../../people/index.ts';
import type { CardActor } from '../card/index.ts';
import { coverageRefusal, type CoverageRefusal, type CoverageRefusalCode } from './refusals.ts';

/** What somebody does about a row no case accounts for. */
export type RowCommand =
  | { readonly type: 'explainRow'; readonly reason: string; readonly record: string }
  | { readonly type: 'cardRow'; readonly reason: string }
  | {
      readonly type: 'proposeLaterEntry';
      readonly receivedOn: Day;
      readonly decidedOn: Day;
      readonly reason: string;
    }
  | { readonly type: 'approveLaterEntry'; readonly opinion: string }
  | { readonly type: 'rejectLaterEntry'; readonly reason: string };
export type RowAct = RowCommand['type'];

/** What happened to the row. 补录 is a record of its own: no clock runs on it and no speed figure counts it. */
export type RowFact =
  | { readonly type: 'rowExplained'; readonly reason: string; readonly record: string; readonly by: PersonId }
  | { readonly type: 'rowCarded'; readonly reason: string; readonly by: PersonId }
  | {
      readonly type: 'laterEntryProposed';
      readonly receivedOn: Day;
      readonly decidedOn: Day;
      readonly reason: string;
      readonly by: PersonId;
    }
  | { readonly type: 'laterEntryApproved'; readonly opinion: string; readonly by: PersonId }
  | { readonly type: 'laterEntryRejected'; readonly reason: string; readonly by: PersonId };

export interface RowState {
  readonly at: 'open' | 'explained' | 'carded' | 'laterProposed' | 'laterEntered';
  readonly proposedBy?: PersonId;
  readonly receivedOn?: Day;
  readonly decidedOn?: Day;
  readonly reason?: string;
  readonly record?: string;
}

export const openRow: RowState = { at: 'open' };

/** The row after one more fact. */
export function evolveRow(state: RowState, fact: RowFact): RowState {
  switch (fact.type) {
    case 'rowExplained':
      return { at: 'explained', reason: fact.reason, record: fact.record };
    case 'rowCarded':
      return { at: 'carded', reason: fact.reason };
    case 'laterEntryProposed':
      return {
        at: 'laterProposed',
        proposedBy: fact.by,
        receivedOn: fact.receivedOn,
        decidedOn: fact.decidedOn,
        reason: fact.reason,
      };
    case 'laterEntryApproved':
      return { ...state, at: 'laterEntered' };
    case 'laterEntryRejected':
      return { at: 'open', reason: fact.reason };
  }
}

export interface RowContext {
  readonly today: Day;
  readonly actor: CardActor;
  readonly authority: string;
  /** Who handed the ledger in. */
  readonly importedBy: string;
  readonly issuedOn: Day;
  /** The record accounts for it by now. */
  readonly covered: boolean;
}

const OVERSEERS: readonly Role[] = ['supervisor', 'dutyManager'];
const blank = (text: string): boolean => text.trim() === '';
type Check = CoverageRefusalCode | readonly [CoverageRefusalCode, string] | false;

const overseeing = ({ actor, importedBy }: RowContext): readonly Check[] => [
  !actor.roles.some((role) => OVERSEERS.includes(role)) && 'row_not_overseer',
  actor.person === importedBy && 'row_own_ledger',
];
const waiting = ({ at }: RowState, { covered }: RowContext): readonly Check[] => [
  covered && 'row_covered',
  at !== 'open' && 'row_followed',
];
const reasoned = (text: string, field: string): Check => blank(text) && ['coverage_reason_missing', field];

/** What stands against an act; the first that holds is told. */
function checksOf(state: RowState, command: RowCommand, context: RowContext): readonly Check[] {
  const { actor, authority, today, issuedOn } = context;
  switch (command.type) {
    case 'explainRow':
      return [
        ...overseeing(context),
        ...waiting(state, context),
        reasoned(command.reason, 'reason'),
        blank(command.record) && ['coverage_record_missing', 'record'],
      ];
    case 'cardRow':
      return [...overseeing(context), ...waiting(state, context), reasoned(command.reason, 'reason')];
    case 'proposeLaterEntry':
      return [
        !actor.authorities.some((one) => one === authority) && 'ledger_other_department',
        ...waiting(state, context),
        reasoned(command.reason, 'reason'),
        !inOrder(command.receivedOn, command.decidedOn, issuedOn, today) && ['later_entry_dates', 'decidedOn'],
      ];
    case 'approveLaterEntry':
      return [...deciding(state, context), reasoned(command.opinion, 'opinion')];
    case 'rejectLaterEntry':
      return [...deciding(state, context), reasoned(command.reason, 'reason')];
  }
}

const deciding = (state: RowState, context: RowContext): readonly Check[] => [
  state.at !== 'laterProposed' && 'row_no_later_entry',
  state.proposedBy === context.actor.person && 'later_entry_own',
  ...overseeing(context),
];

const inOrder = (...days: readonly Day[]): boolean => days.every((on, at) => at === 0 || (days[at - 1] ?? on) <= on);

function factOf(command: RowCommand, by: PersonId): RowFact {
  switch (command.type) {
    case 'explainRow':
      return { ...command, type: 'rowExplained', by };
    case 'cardRow':
      return { ...command, type: 'rowCarded', by };
    case 'proposeLaterEntry':
      return { ...command, type: 'laterEntryProposed', by };
    case 'approveLaterEntry':
      return { ...command, type: 'laterEntryApproved', by };
    case 'rejectLaterEntry':
      return { ...command, type: 'laterEntryRejected', by };
  }
}

/** Judges an act on a row: the fact it makes, or the refusal in words. */
export function decideRow(state: RowState, command: RowCommand, context: RowContext): Result<RowFact, CoverageRefusal> {
  const [found] = checksOf(state, command, context).filter((check) => check !== false);
  if (found === undefined) return ok(factOf(command, context.actor.person));
  return refuse(typeof found === 'string' ? coverageRefusal(found) : coverageRefusal(found[0], found[1]));
}

/** Which acts this person may do on the row now. */
export function rowActs(state: RowState, context: RowContext): readonly RowAct[] {
  const text = '—';
  const { issuedOn } = context;
  const samples: readonly RowCommand[] = [
    { type: 'explainRow', reason: text, record: text },
    { type: 'cardRow', reason: text },
    { type: 'proposeLaterEntry', receivedOn: issuedOn, decidedOn: issuedOn, reason: text },
    { type: 'approveLaterEntry', opinion: text },
    { type: 'rejectLaterEntry', reason: text },
  ];
  return samples.filter((command) => decideRow(state, command, context).ok).map(({ type }) => type);
}
