import { isAccepted, isDecided, isEnded, isReceived, liveOf, type CaseState } from '@yimen/core/casework';

export interface Run {
  readonly kind: string;
  readonly servedOn: string;
  readonly plannedEnd: string;
  readonly stops: boolean;
  receivedOn?: string;
}

export interface StepNote {
  status: 'open' | 'held' | 'done' | 'undone';
  round: number;
  by?: string;
}

/** A case as a clerk would keep it on one sheet of paper: flags and days, overwritten as things happen. */
export interface Sheet {
  stage: string;
  endedOn?: string;
  materials: string[];
  rented: boolean;
  receivedOn?: string;
  intake: string[];
  asked: { readonly requirementId?: string | undefined }[];
  corrected?: { readonly notifiedOn: string; delivered: string[]; completedOn?: string };
  returnBy?: string;
  breaches: string[];
  accepted?: { readonly how: string; readonly on: string };
  steps: Record<string, StepNote>;
  examiners: string[];
  approvers: string[];
  runs: Run[];
  extendedBy?: number;
  proposal?: { readonly by: string; readonly outcome: string; legality?: boolean };
  minutes: number;
  decided?: { readonly on: string; readonly by: string; readonly outcome: string };
}

export function blankSheet(): Sheet {
  return {
    stage: 'unfiled',
    materials: [],
    rented: false,
    intake: [],
    asked: [],
    breaches: [],
    steps: {},
    examiners: [],
    approvers: [],
    runs: [],
    minutes: 0,
  };
}

const sorted = (list: readonly string[]): readonly string[] => list.toSorted();

/** What can be seen of the sheet, in one text; equal to {@link seenOfState} or model and core diverge. */
export function seenOfSheet(sheet: Sheet): string {
  const { steps, corrected, runs, asked: _asked, rented: _rented, ...rest } = sheet;
  return JSON.stringify({
    stage: rest.stage,
    endedOn: rest.endedOn,
    receivedOn: rest.receivedOn,
    people: [sorted(rest.intake), sorted(rest.examiners), sorted(rest.approvers), rest.returnBy],
    materials: sorted(rest.materials),
    corrected: corrected && [corrected.notifiedOn, sorted(corrected.delivered), corrected.completedOn],
    breaches: rest.breaches,
    accepted: rest.accepted && [rest.accepted.how, rest.accepted.on],
    steps: Object.entries(steps)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, { status, round, by }]) => [id, status, round, by]),
    runs: runs.map(({ kind, servedOn, plannedEnd, receivedOn }) => [kind, servedOn, plannedEnd, receivedOn]),
    extendedBy: rest.extendedBy,
    minutes: rest.minutes,
    proposal: rest.proposal && [rest.proposal.by, rest.proposal.outcome, rest.proposal.legality],
    decided: rest.decided && [rest.decided.on, rest.decided.by, rest.decided.outcome],
  });
}

/** The same of the core's state. */
export function seenOfState(state: CaseState): string {
  const live = liveOf(state);
  if (live === undefined) return seenOfSheet(blankSheet());
  return seenOfSheet({
    ...blankSheet(),
    stage: state.stage,
    ...(isEnded(state) ? { endedOn: state.endedOn } : {}),
    materials: live.application.materials.map(({ requirementId }) => requirementId),
    breaches: live.breaches.map(({ rule }) => rule),
    ...(isReceived(live) ? receipt(live) : {}),
    ...(isAccepted(live) ? examination(live) : {}),
    ...decision(live),
  });
}

type Live = NonNullable<ReturnType<typeof liveOf>>;

function receipt({
  receivedOn,
  intake,
  correction,
  returnProposal,
}: Extract<Live, { readonly receivedOn: unknown }>): Partial<Sheet> {
  return {
    receivedOn,
    intake: [...intake],
    ...(returnProposal === undefined ? {} : { returnBy: returnProposal.by }),
    ...(correction === undefined
      ? {}
      : {
          corrected: {
            notifiedOn: correction.notifiedOn,
            delivered: correction.delivered.map(({ requirementId }) => requirementId),
            ...(correction.completedOn === undefined ? {} : { completedOn: correction.completedOn }),
          },
        }),
  };
}

function examination(live: Extract<Live, { readonly acceptance: unknown }>): Partial<Sheet> {
  const { acceptance, steps, specialProcedures, extension } = live;
  return {
    accepted: { how: acceptance.how, on: acceptance.acceptedOn },
    steps: Object.fromEntries(
      Object.entries(steps).map(([id, step]) => [
        id,
        { status: step.status, round: step.round, ...('by' in step ? { by: step.by } : {}) },
      ]),
    ),
    examiners: [...live.examiners],
    approvers: [...live.approvers],
    runs: specialProcedures.map(({ procedure, servedOn, plannedEnd, stopsStatutory, receivedOn }) => ({
      kind: procedure,
      servedOn,
      plannedEnd,
      stops: stopsStatutory,
      ...(receivedOn === undefined ? {} : { receivedOn }),
    })),
    ...(extension === undefined ? {} : { extendedBy: extension.days }),
  };
}

function decision(live: Live): Partial<Sheet> {
  if (live.stage === 'deciding') {
    const { proposal, minutes } = live;
    if (proposal === undefined) return { minutes: minutes.length };
    const legality = proposal.legality === undefined ? {} : { legality: proposal.legality.agreed };
    return { minutes: minutes.length, proposal: { by: proposal.by, outcome: proposal.outcome, ...legality } };
  }
  if (!isDecided(live)) return {};
  const { decidedOn, signedBy, outcome } = live.decision;
  return { minutes: live.minutes.length, decided: { on: decidedOn, by: signedBy, outcome } };
}
