import { addDays, addMonths, instantAt, type Day, type Instant } from '@yimen/kernel';
import type { CaseCommand } from '@yimen/core/casework';
import { itemOf } from './script.ts';
import type { Scenario, ScenarioStep } from './shape.ts';

/** An act to be done by the loader: by whom, when, and the command with its days filled in. */
export interface ScheduledAct {
  readonly by: string;
  readonly at: Instant;
  readonly command: CaseCommand;
}

interface WorkingDays {
  isWorkingDay(on: Day): boolean;
}

/** The working day `ago` working days before `on`; 1 is the last one before it. */
export function workingDayBefore(on: Day, ago: number, calendar: WorkingDays): Day {
  let found = on;
  for (let left = ago; left > 0;) {
    found = addDays(found, -1);
    if (calendar.isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** Twelve minutes between two acts of one day, from nine in the morning: a case of one day is done before the hall closes. */
function timeOf(position: number): string {
  const minutes = 9 * 60 + 5 + position * 12;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The acts of a scenario with their instants, for a hall that opens its demonstration on `loadDay`. In order of time. */
export function scheduleOf(scenario: Scenario, loadDay: Day, calendar: WorkingDays): readonly ScheduledAct[] {
  return scenario.steps.map((step, at) => {
    const on = workingDayBefore(loadDay, step.ago, calendar);
    const position = scenario.steps.slice(0, at).filter(({ ago }) => ago === step.ago).length;
    return { by: step.by, at: instantAt(on, timeOf(position)), command: commandOn(step, on, scenario.itemId) };
  });
}

/** The instant of the rating: the load day itself is in the future for a hall that starts in the morning, so it is the last act's day. */
export function ratingInstant(acts: readonly ScheduledAct[]): Instant | undefined {
  return acts.at(-1)?.at;
}

/** The command with the days the script leaves open. */
function commandOn({ command }: ScenarioStep, today: Day, itemId: string): CaseCommand {
  switch (command.type) {
    case 'startSpecialProcedure':
    case 'serve':
      return { ...command, servedOn: today };
    case 'endSpecialProcedure':
      return { ...command, receivedOn: today };
    case 'attachMinutes':
      return { ...command, heldOn: today };
    case 'issue':
      return { ...command, ...validity(today, itemId) };
    default:
      return command;
  }
}

function validity(from: Day, itemId: string): { readonly validFrom: Day; readonly validTo?: Day } {
  const years = itemOf(itemId).result.validYears;
  return years === undefined
    ? { validFrom: from }
    : { validFrom: from, validTo: addDays(addMonths(from, years * 12), -1) };
}
