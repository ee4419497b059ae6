import type { CaseCommand, Stage } from '@yimen/core/casework';
import type { RateCommand } from '@yimen/core/rating';
import type { ApplicantKey } from '../applicants.ts';

/** Days that a script leaves open: they are the day on which its act is done. */
type OpenDay = 'servedOn' | 'receivedOn' | 'heldOn' | 'validFrom' | 'validTo';
type Scripted<C> = C extends CaseCommand ? Omit<C, OpenDay> : never;
export type ScriptedCommand = Scripted<CaseCommand>;

export interface ScenarioStep {
  /** A user name of the demonstration, `applicant`, or `system` (the worker). */
  readonly by: string;
  /** Working days before the day of loading; 1 is the last working day before it. */
  readonly ago: number;
  readonly command: ScriptedCommand;
}

/** One case of the demonstration, lived through by real acts; nothing of it is written into the database directly. */
export interface Scenario {
  readonly key: string;
  readonly itemId: string;
  readonly applicant: ApplicantKey;
  /** What it is there to show. */
  readonly shows: string;
  /** The stage it stands at when its last act is done. */
  readonly stage: Stage;
  readonly steps: readonly ScenarioStep[];
  /** Given by the applicant right after the last act. */
  readonly rating?: RateCommand;
}
