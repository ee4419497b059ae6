import { dayOf, type Day, type Instant } from '@yimen/kernel';
import { isAccepted, isEnded, liveOf } from '../casework/index.ts';
import { findStep, stepsOf, type ServiceItem } from '../catalogue/index.ts';
import { dueAfter, type Clock, type Counting } from '../clock/index.ts';
import type { PersonId } from '../people/index.ts';
import type { WatchKind, Words } from './rule.ts';
import { clocksIn, lastMark, type Reading, type Story } from './story.ts';

/** A clock that runs and is watched. Clocks that have stopped raise nothing any more. */
export interface Watched {
  readonly kind: WatchKind;
  /** Unique in the case, with the round it is in: a new round, an extension or the end of a suspension arms it anew. */
  readonly subject: string;
  readonly name: Words;
  readonly counting: Counting;
  readonly due: Day;
  readonly dueAt: Instant;
  /** Rungs that lay before it was armed anew were climbed, or not, in the round before. */
  readonly armedAt?: Instant;
  readonly riskPoints: number;
  /** The entry it started with. */
  readonly evidence: readonly number[];
  readonly responsible: readonly PersonId[];
  /** The step it is of, for the department of a consultation. */
  readonly step?: string;
}

const RECEIPT_DAYS = 1;
const CLAIM_DAYS = 1;

/** Every clock of the case that somebody must still answer, as it stands at `now`. */
export function watchedOf(story: Story, reading: Reading): readonly Watched[] {
  const live = liveOf(story.state);
  if (live === undefined || isEnded(story.state)) return [];
  if (live.stage === 'filed') return [unreceived(story, reading)];
  const clocks = clocksIn(story, reading).filter(({ stoppedOn }) => stoppedOn === undefined);
  return [...clocks.flatMap((clock) => watchedClock(story, clock, reading)), ...unclaimed(story, reading)];
}

function counted(counting: Counting, { calendar, now }: Reading): Pick<Watched, 'counting' | 'due' | 'dueAt'> {
  const { due, dueAt } = dueAfter(counting, calendar, { today: dayOf(now) });
  return { counting, due, dueAt };
}

/** An application registered and not received: no clock of the law runs yet, which is how material is held (收而不受). */
function unreceived(story: Story, reading: Reading): Watched {
  const filed = story.trail[0];
  const start = dayOf(filed?.at ?? reading.now);
  return {
    kind: 'receipt',
    subject: 'receipt#0',
    name: { zh: '登记后收件', en: 'receiving what was registered' },
    ...counted({ start, limit: { count: RECEIPT_DAYS, unit: 'workingDay' } }, reading),
    riskPoints: 0,
    evidence: filed === undefined ? [] : [filed.revision],
    responsible: [],
  };
}

/** Steps that lie open and that nobody took up (F13: somebody's wish decides how fast a case moves on). */
function unclaimed(story: Story, reading: Reading): readonly Watched[] {
  const live = liveOf(story.state);
  if (live === undefined || !isAccepted(live)) return [];
  return Object.entries(live.steps).flatMap(([id, step]) => {
    if (step.status !== 'open') return [];
    const name = findStep(reading.item.procedure, id)?.name ?? id;
    const mark = lastMark(story, ['stepOpened', 'stepReleased'], id);
    const start = dayOf(mark?.at ?? step.openedAt);
    return [
      {
        kind: 'claim' as const,
        subject: `claim:${id}#${String(mark?.revision ?? step.round)}`,
        name: { zh: `领取环节：${name}`, en: `taking up the step ${name}` },
        ...counted({ start, limit: { count: CLAIM_DAYS, unit: 'workingDay' } }, reading),
        riskPoints: riskPointsOf(reading.item, id),
        evidence: mark === undefined ? [] : [mark.revision],
        responsible: [],
        step: id,
      },
    ];
  });
}

const KINDS: Readonly<Record<string, WatchKind>> = {
  acceptance: 'acceptance',
  acceptanceAfterCorrection: 'acceptanceAfterCorrection',
  decisionPromised: 'decisionPromised',
  decisionStatutory: 'decisionStatutory',
  step: 'step',
  delivery: 'delivery',
  specialProcedure: 'specialProcedure',
};

function watchedClock(story: Story, clock: Clock, { item }: Reading): readonly Watched[] {
  const kind = KINDS[clock.kind];
  const { counting, due, dueAt } = clock;
  if (kind === undefined || counting === undefined || due === undefined || dueAt === undefined) return [];
  const step = kind === 'step' ? clock.id.slice('step:'.length) : undefined;
  const armed = armingOf(story, kind, step);
  return [
    {
      kind,
      subject: `${clock.id}#${String(armed.round)}`,
      name: kind === 'step' ? { zh: `环节：${clock.name.zh}`, en: `step ${clock.name.en}` } : clock.name,
      counting,
      due,
      dueAt,
      ...(armed.at === undefined ? {} : { armedAt: armed.at }),
      riskPoints: riskPointsOf(item, step),
      evidence: startedBy(story, kind, clock.id),
      responsible: responsibleFor(story, kind, step),
      ...(step === undefined ? {} : { step }),
    },
  ];
}

/** Which entry a clock of a kind starts with. */
const STARTED = {
  acceptance: ['applicationReceived'],
  acceptanceAfterCorrection: ['correctionDelivered'],
  decisionPromised: ['caseAccepted'],
  decisionStatutory: ['caseAccepted'],
  step: ['stepOpened'],
  claim: ['stepOpened'],
  receipt: ['applicationFiled'],
  specialProcedure: ['specialProcedureStarted'],
  delivery: ['decisionSigned'],
} as const satisfies Readonly<Record<WatchKind, readonly string[]>>;

function startedBy(story: Story, kind: WatchKind, id: string): readonly number[] {
  const on = id.includes(':') ? id.slice(id.indexOf(':') + 1) : undefined;
  const mark = lastMark(story, STARTED[kind], on);
  return mark === undefined ? [] : [mark.revision];
}

/** How often the clock was armed anew, and when last: by the end of a suspension, by an extension, by another round of a step. */
function armingOf(story: Story, kind: WatchKind, step?: string): { readonly round: number; readonly at?: Instant } {
  const live = liveOf(story.state);
  if (live === undefined || !isAccepted(live)) return { round: 0 };
  if (step !== undefined) return { round: live.steps[step]?.round ?? 0 };
  const flag = { decisionPromised: 'stopsPromise', decisionStatutory: 'stopsStatutory' } as const;
  const wanted = kind === 'decisionPromised' || kind === 'decisionStatutory' ? flag[kind] : undefined;
  if (wanted === undefined) return { round: 0 };
  const ended = live.specialProcedures.filter((run) => run.receivedOn !== undefined && run[wanted]);
  const marks = story.trail.filter(
    ({ type, on }) =>
      (type === 'specialProcedureEnded' && ended.some(({ procedureId }) => procedureId === on)) ||
      (type === 'timeExtended' && kind === 'decisionStatutory'),
  );
  const last = marks.at(-1);
  return { round: marks.length, ...(last === undefined ? {} : { at: last.at }) };
}

function riskPointsOf({ procedure }: ServiceItem, step?: string): number {
  const steps = stepsOf(procedure).filter(({ id }) => step === undefined || id === step);
  return steps.filter(({ integrityRiskPoint }) => integrityRiskPoint !== undefined).length;
}

/** Whom it lies with now, as far as an entry names somebody: the holder of the step, or whoever did the act it waits after. */
function responsibleFor(story: Story, kind: WatchKind, step?: string): readonly PersonId[] {
  const live = liveOf(story.state);
  if (live === undefined || !isAccepted(live)) {
    const taken = lastMark(story, ['applicationReceived', 'correctionDelivered'])?.by;
    return taken === undefined ? [] : [taken];
  }
  const held = Object.entries(live.steps).flatMap(([id, state]) =>
    state.status === 'held' && (step === undefined || step === id) ? [state.by] : [],
  );
  if (held.length > 0 || kind === 'step') return held;
  const last = lastMark(story, ['decisionProposed', 'stepCompleted'])?.by;
  return last === undefined || kind === 'delivery' ? [] : [last];
}
