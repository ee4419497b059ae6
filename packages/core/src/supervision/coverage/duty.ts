import type { Day } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import { lastDayOf, type Month } from './month.ts';

export const dutyStates = {
  running: { zh: '当月进行中', en: 'the month is running' },
  awaited: { zh: '待报送', en: 'awaited' },
  overdue: { zh: '逾期未报', en: 'overdue' },
  delivered: { zh: '已报送', en: 'handed in' },
  deliveredLate: { zh: '逾期报送', en: 'handed in late' },
} as const;
export type DutyState = keyof typeof dutyStates;

/** Working day of the following month by which a ledger is due, where nothing else was laid down. */
export const LEDGER_DUE = 5;

export interface LedgerDuty {
  readonly dueOn: Day;
  readonly state: DutyState;
}

/** Where the monthly duty to hand in a ledger stands: due on the n-th working day after the month. */
export function ledgerDuty(
  month: Month,
  {
    today,
    dueDay,
    importedOn,
  }: { readonly today: Day; readonly dueDay: number; readonly importedOn?: Day | undefined },
  calendar: Calendar,
): LedgerDuty {
  const last = lastDayOf(month);
  const dueOn = calendar.workingDayAfter(last, dueDay);
  if (importedOn !== undefined) return { dueOn, state: importedOn > dueOn ? 'deliveredLate' : 'delivered' };
  if (today <= last) return { dueOn, state: 'running' };
  return { dueOn, state: today > dueOn ? 'overdue' : 'awaited' };
}
