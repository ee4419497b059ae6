import type { Day, Instant } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import {
  clockFacts,
  clockRules,
  isAccepted,
  isDecided,
  isEnded,
  isReceived,
  liveOf,
  type Actor,
  type Applicant,
  type CaseEntry,
  type CaseFact,
  type Channel,
  type Correction,
} from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { clocksOf } from '@yimen/core/clock';
import { nextLook, visitDays, type RuleSet, type Story } from '@yimen/core/supervision';
import type { StoredEntry } from '../../platform/ledger/index.ts';
import type { CaseKey } from './world.ts';

/** A case as it is followed, with what never changes beside its story. */
export interface Followed extends CaseKey {
  readonly number: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly authority: string;
  readonly promised: boolean;
  readonly channel: string;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly filedOn: Day;
  readonly story: Story;
}

const nobody = { name: '', phone: '' } as const;

function faceless(applicant: Applicant): Applicant {
  return applicant.kind === 'organisation'
    ? { ...nobody, kind: 'organisation', creditCode: '', legalRepresentative: '', contactName: '' }
    : { ...nobody, kind: 'naturalPerson', paper: 'residentId', paperNumber: '' };
}

/** The fact without whatever names or describes a person: supervision needs none of it, so it keeps none. */
function impersonal(fact: CaseFact): CaseFact {
  switch (fact.type) {
    case 'applicationFiled':
      return { ...fact, applicant: faceless(fact.applicant), answers: {}, materials: bare(fact.materials) };
    case 'applicationReceived':
      return { ...fact, materials: bare(fact.materials) };
    case 'correctionDelivered': {
      const { answers: _answers, ...rest } = fact;
      return { ...rest, materials: bare(fact.materials) };
    }
    case 'decisionServed':
      return { ...fact, receiver: '', proof: '' };
    default:
      return fact;
  }
}

type Materials = Extract<CaseFact, { type: 'applicationReceived' }>['materials'];
const bare = (materials: Materials): Materials => materials.map(({ file: _file, ...rest }) => rest);

/** A ledger entry of a case stream as the core knows it, without personal data. */
export function entryOf(stored: StoredEntry): CaseEntry {
  const fact = { type: stored.type, ...(stored.body as object) } as CaseFact;
  return { revision: stored.revision, at: stored.at, actor: stored.actor as unknown as Actor, fact: impersonal(fact) };
}

/** What the rows say of a case, reckoned from its story. */
export interface Columns {
  readonly revision: number;
  readonly stage: string;
  readonly open: boolean;
  readonly paused: boolean;
  readonly due: Day | null;
  readonly received_on: Day | null;
  readonly accepted_on: Day | null;
  readonly decided_on: Day | null;
  readonly outcome: string | null;
  readonly ended_on: Day | null;
  readonly took_days: number | null;
  readonly promised_days: number | null;
  readonly statutory_days: number | null;
  readonly decided_late: boolean | null;
  readonly real_days: number | null;
  readonly waited_days: number | null;
  readonly served_on: Day | null;
  /** Days the applicant had to come, once the decision is served. */
  readonly visits: number | null;
  readonly next_at: Instant | null;
}

export interface Surroundings {
  readonly item: ServiceItem;
  readonly calendar: Calendar;
  readonly sets: readonly RuleSet[];
  readonly now: Instant;
}

type Lived = Pick<Columns, 'real_days' | 'waited_days'>;
type Decided = Pick<Columns, 'took_days' | 'promised_days' | 'statutory_days' | 'decided_late'> & Lived;
const undecided: Decided = {
  took_days: null,
  promised_days: null,
  statutory_days: null,
  decided_late: null,
  real_days: null,
  waited_days: null,
};

/** Working days the promise's own clock counted: days a special procedure took away are not the department's. */
function decidedDays({ state }: Story, { item, calendar, now }: Surroundings): Decided {
  const live = liveOf(state);
  const facts = clockFacts(state, item);
  if (live === undefined || facts === undefined || !isDecided(live)) return undecided;
  const { decidedOn } = live.decision;
  const away = facts.suspensions.filter(({ stopsPromise }) => stopsPromise);
  const start = live.acceptance.acceptedOn;
  const covered = (on: Day): boolean => away.some(({ served, received = decidedOn }) => on > served && on <= received);
  let took = 0;
  for (let on = start; on < decidedOn;) {
    on = calendar.workingDayAfter(on, 1);
    if (on <= decidedOn && !covered(on)) took += 1;
  }
  const promise = clocksOf(facts, clockRules(item), calendar, now).find(({ kind }) => kind === 'decisionPromised');
  const inWorkingDays = ({ count, unit }: { readonly count: number; readonly unit: string }): number | null =>
    unit === 'workingDay' ? count : null;
  return {
    took_days: took,
    promised_days: inWorkingDays(item.limits.promised),
    statutory_days: inWorkingDays(item.limits.statutory),
    decided_late: promise?.state === 'overdue',
    ...livedDays({ receivedOn: live.receivedOn, decidedOn, correction: live.correction }, calendar),
  };
}

interface Life {
  readonly receivedOn: Day;
  readonly decidedOn: Day;
  readonly correction?: Correction | undefined;
}

/** What the applicant lived through: from receipt to decision, special procedures and all; the wait for their own papers apart. */
function livedDays({ receivedOn, decidedOn, correction }: Life, calendar: Calendar): Lived {
  const { notifiedOn = receivedOn, completedOn = notifiedOn } = correction ?? {};
  const waited = calendar.workingDaysBetween(notifiedOn, completedOn);
  return { real_days: calendar.workingDaysBetween(receivedOn, decidedOn) - waited, waited_days: waited };
}

function pressing({ state }: Story, { item, calendar, now }: Surroundings): Pick<Columns, 'due' | 'paused'> {
  const facts = isEnded(state) ? undefined : clockFacts(state, item);
  if (facts === undefined) return { due: null, paused: false };
  const clocks = clocksOf(facts, clockRules(item), calendar, now).filter(({ stoppedOn }) => stoppedOn === undefined);
  const shown = ['acceptance', 'acceptanceAfterCorrection', 'decisionPromised', 'delivery'].flatMap((kind) =>
    clocks.filter((clock) => clock.kind === kind && clock.due !== undefined),
  )[0];
  const paused =
    shown?.counting?.suspensions?.some(
      ({ received, served }) => received === undefined && served < (shown.due ?? ''),
    ) === true;
  return { due: shown?.due ?? null, paused };
}

/** The days on which what the figures count happened. */
function milestones({ state }: Story): Pick<Columns, 'received_on' | 'accepted_on' | 'decided_on' | 'outcome'> {
  const live = liveOf(state);
  if (live === undefined || !isReceived(live))
    return { received_on: null, accepted_on: null, decided_on: null, outcome: null };
  const decision = isDecided(live) ? live.decision : undefined;
  return {
    received_on: live.receivedOn,
    accepted_on: isAccepted(live) ? live.acceptance.acceptedOn : null,
    decided_on: decision?.decidedOn ?? null,
    outcome: decision?.outcome ?? null,
  };
}

function servedHow({ story, channel }: Pick<Followed, 'story' | 'channel'>): Pick<Columns, 'served_on' | 'visits'> {
  const live = liveOf(story.state);
  if (live === undefined || !('service' in live)) return { served_on: null, visits: null };
  // As the filing entry said it.
  return { served_on: live.service.servedOn, visits: visitDays(story, channel as Channel) };
}

/** Everything a row says, from the story and the calendar. */
export function columnsOf({ story, channel }: Pick<Followed, 'story' | 'channel'>, around: Surroundings): Columns {
  const { state } = story;
  return {
    revision: story.trail.at(-1)?.revision ?? 1,
    stage: state.stage,
    open: !isEnded(state),
    ...pressing(story, around),
    ...milestones(story),
    ended_on: isEnded(state) ? state.endedOn : null,
    ...decidedDays(story, around),
    ...servedHow({ story, channel }),
    next_at: nextLook(story, around.sets, around) ?? null,
  };
}
