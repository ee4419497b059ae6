import type { LogView, MinedView } from '@yimen/contract';

/** What every view of a log is given. */
export interface ViewProps {
  readonly log: LogView;
  readonly mined: MinedView;
}
