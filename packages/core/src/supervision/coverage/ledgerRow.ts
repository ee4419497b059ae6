import type { Day } from '@yimen/kernel';
import type { ItemId } from '../../catalogue/index.ts';
import type { Words } from '../words.ts';
import type { FeeStatement } from './feeStatement.ts';
import type { Fen } from './fen.ts';

export type TicketOutcome = '办件' | '咨询' | '过号';

/** How a ticket ended. Many are mere questions, and some people leave before they are called: only a matter handled has a case. */
export const ticketOutcomes: Readonly<Record<TicketOutcome, Words>> = {
  办件: { zh: '办件', en: 'handled' },
  咨询: { zh: '咨询', en: 'a question' },
  过号: { zh: '过号', en: 'did not come' },
};
export const isTicketOutcome = (text: string): text is TicketOutcome => Object.hasOwn(ticketOutcomes, text);

/** A row that was taken: what left the department, or who came, when, and under which item. Nobody's name. */
export interface LedgerRow {
  readonly line: number;
  /** Unique among the department's rows of this kind. */
  readonly serial: string;
  /** Absent where the ticket was only a question. */
  readonly itemId?: ItemId;
  /** Who answers for the row: the department of the ledger, or of the item. */
  readonly department?: string;
  readonly issuedOn: Day;
  readonly caseNumbers: readonly string[];
  readonly amount?: Fen;
  readonly outcome?: TicketOutcome;
  /** What the list said of the item's fees on that day; absent where it said nothing. */
  readonly listed?: FeeStatement;
}
