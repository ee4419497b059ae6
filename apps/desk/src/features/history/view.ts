import type { LogView, MinedView } from '@yimen/contract';

/** What every view of a log is given. */
export interface ViewProps {
  readonly log: LogView;
  readonly mined: MinedView;
}

/** Who brings logs and gives them away: those who answer for the hall. */
export const TAKERS: readonly string[] = ['supervisor', 'dutyManager'];
