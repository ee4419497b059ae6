import { type Day, type Instant } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import { findStep, type ServiceItem } from '../catalogue/index.ts';
import {
  clocksOf,
  dueAfter,
  type ClockFacts,
  type ClockRules,
  type StepTimes,
  type Suspension,
} from '../clock/index.ts';
import {
  isAccepted,
  isDecided,
  isEnded,
  isReceived,
  liveOf,
  type Accepted,
  type CaseState,
  type LiveCase,
} from './state.ts';

/** The last day on which receipt may be answered; after it the application counts as accepted. */
export function acceptanceDue(item: ServiceItem, since: Day, calendar: Calendar): Day {
  return dueAfter({ start: since, limit: item.limits.acceptance }, calendar).due;
}

/** When the statutory time of an accepted case ends, suspensions and extension included. */
export function statutoryDueAt(
  state: CaseState,
  item: ServiceItem,
  calendar: Calendar,
  now: Instant,
): Instant | undefined {
  const facts = clockFacts(state, item);
  if (facts === undefined) return undefined;
  return clocksOf(facts, clockRules(item), calendar, now).find(({ kind }) => kind === 'decisionStatutory')?.dueAt;
}

/** The last of the working days told to the applicant as needed for a special procedure. */
export function plannedEnd(servedOn: Day, days: number, calendar: Calendar): Day {
  return dueAfter({ start: servedOn, limit: { count: days, unit: 'workingDay' } }, calendar).due;
}

export function clockRules({ limits: { acceptance, statutory, promised, delivery } }: ServiceItem): ClockRules {
  return { acceptance, statutory, promised, delivery };
}

/** Names the number of the paper a suspension or the extension was told by; their ids stand in until it is made. */
export type NoticeNumber = (id: string) => string | undefined;

/**
 * What the clocks need of a case; undefined before it is received, for no clock runs on what nobody has. An ended case
 * keeps what it had, with the day on which its clocks stopped.
 */
export function clockFacts(
  state: CaseState,
  item: ServiceItem,
  numberOf: NoticeNumber = () => undefined,
): ClockFacts | undefined {
  const live = liveOf(state);
  if (live === undefined || !isReceived(live)) return undefined;
  const { correction, receivedOn } = live;
  return {
    received: { on: receivedOn },
    ...(correction === undefined ? {} : { correctionNotified: { on: correction.notifiedOn } }),
    ...(correction?.completedOn === undefined ? {} : { correctionDelivered: { on: correction.completedOn } }),
    ...(isAccepted(live) ? acceptedFacts(live, item, numberOf) : { suspensions: [], steps: [] }),
    ...decidedFacts(live),
    ...endedFacts(state),
  };
}

function acceptedFacts(live: Accepted, item: ServiceItem, numberOf: NoticeNumber): Omit<ClockFacts, 'received'> {
  const { acceptance, extension } = live;
  const allowed = item.limits.extension;
  return {
    accepted: acceptance.how === 'deemed' ? { how: 'deemed' } : { how: 'officer', on: acceptance.acceptedOn },
    suspensions: suspensionsOf(live, numberOf),
    steps: stepTimes(live, item),
    ...(extension === undefined || allowed === undefined
      ? {}
      : {
          extension: {
            count: extension.days,
            unit: allowed.unit,
            approvedOn: extension.extendedOn,
            notice: numberOf('extension') ?? 'extension',
            basis: allowed.basis,
          },
        }),
  };
}

function suspensionsOf({ specialProcedures }: Accepted, numberOf: NoticeNumber): readonly Suspension[] {
  return specialProcedures.map((run) => ({
    procedure: run.procedure,
    served: run.servedOn,
    ...(run.receivedOn === undefined ? {} : { received: run.receivedOn }),
    plannedEnd: run.plannedEnd,
    notice: numberOf(run.procedureId) ?? run.procedureId,
    stopsStatutory: run.stopsStatutory,
    stopsPromise: run.stopsPromise,
  }));
}

/** Steps that fell with a return have no clock of their own any more; their next round has. */
function stepTimes({ steps }: Accepted, { procedure }: ServiceItem): readonly StepTimes[] {
  return Object.entries(steps).flatMap(([id, state]) => {
    const step = findStep(procedure, id);
    if (step === undefined || state.status === 'undone') return [];
    const basis = { law: '业务手册', article: step.name };
    const limit = { count: step.limitDays, unit: 'workingDay', startsOn: 'step', basis } as const;
    const closed = state.status === 'done' ? { closedAt: state.completedAt } : {};
    return [{ id, name: step.name, openedAt: state.openedAt, ...closed, limit }];
  });
}

function decidedFacts(live: LiveCase): Pick<ClockFacts, 'decided' | 'delivered'> {
  if (!isDecided(live)) return {};
  const decided = { on: live.decision.decidedOn };
  return live.stage === 'served' ? { decided, delivered: { on: live.service.servedOn } } : { decided };
}

/** Refused at receipt, the acceptance clock is answered; closed in the ordinary way, every clock has its own end already. */
function endedFacts(state: CaseState): Pick<ClockFacts, 'acceptanceAnswered' | 'ended'> {
  if (!isEnded(state) || state.stage === 'closed') return {};
  const answered = state.stage === 'declined' || state.stage === 'notRequired' || state.stage === 'returned';
  return { ...(answered ? { acceptanceAnswered: { on: state.endedOn } } : {}), ended: { on: state.endedOn } };
}
