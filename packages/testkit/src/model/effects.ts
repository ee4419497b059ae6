import type { CaseCommand } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { workingDayAfter } from './days.ts';
import { outstanding, silent, type Scene } from './law.ts';
import { idOf } from './people.ts';
import { lanesIn, precedes, stepIn } from './procedure.ts';
import type { Sheet } from './sheet.ts';

/** What a lawful act changes on the sheet. */
export function write(sheet: Sheet, command: CaseCommand, scene: Scene): void {
  EFFECTS[command.type](sheet, command as never, scene);
}

type Effect<C> = (sheet: Sheet, command: C, scene: Scene) => void;
type Effects = { readonly [A in CaseCommand['type']]: Effect<Extract<CaseCommand, { readonly type: A }>> };

const add = (list: string[], ...more: readonly string[]): void => {
  for (const one of more) if (!list.includes(one)) list.push(one);
};
const addOfficer = (list: string[], { who }: Scene): void => {
  if (who.kind === 'officer') add(list, idOf(who));
};
const ids = (materials: readonly { readonly requirementId: string }[]) => materials.map((one) => one.requirementId);

const end =
  (stage: string): Effect<unknown> =>
  (sheet, _command, { today }) => {
    sheet.stage = stage;
    sheet.endedOn = today;
  };

function receiveNow(sheet: Sheet, materials: readonly { readonly requirementId: string }[], scene: Scene): void {
  sheet.stage = 'received';
  sheet.receivedOn = scene.today;
  sheet.materials = [];
  add(sheet.materials, ...ids(materials));
  addOfficer(sheet.intake, scene);
}

/** Dated back to the day of receipt, or on which the last correction came; the silence is put on record. */
function acceptNow(sheet: Sheet, scene: Scene): void {
  const lapsed = silent(sheet, scene.today);
  const { corrected, receivedOn = '' } = sheet;
  if (lapsed) sheet.breaches.push('silentOnAcceptance');
  const on = corrected?.completedOn ?? (lapsed ? receivedOn : scene.today);
  sheet.accepted = { how: lapsed ? 'deemed' : 'officer', on };
  delete sheet.returnBy;
  addOfficer(sheet.intake, scene);
  sheet.stage = 'examining';
  goOn(sheet, scene.item);
}

/** Opens what comes next in the procedure; when nothing is left, the decision does. */
function goOn(sheet: Sheet, { procedure }: ServiceItem): void {
  for (const node of procedure.examination) {
    // The only condition of the items used here.
    if (node.kind === 'when' && !sheet.rented) continue;
    const next = lanesIn(node).flatMap((lane) => lane.find(({ id }) => sheet.steps[id]?.status !== 'done') ?? []);
    for (const { id } of next) {
      const note = sheet.steps[id];
      if (note === undefined || note.status === 'undone') openStep(sheet, id);
    }
    if (next.length > 0) return;
  }
  sheet.stage = 'deciding';
  sheet.minutes = 0;
}

function openStep(sheet: Sheet, id: string): void {
  sheet.steps[id] = { status: 'open', round: (sheet.steps[id]?.round ?? 0) + 1 };
}

/** The work of a step and of all after it falls; the step opens anew. */
function fallBack(sheet: Sheet, to: string, item: ServiceItem): void {
  for (const [id, { round }] of Object.entries(sheet.steps))
    if (id === to || precedes(item, to, id)) sheet.steps[id] = { status: 'undone', round };
  sheet.stage = 'examining';
  sheet.minutes = 0;
  delete sheet.proposal;
  openStep(sheet, to);
}

const EFFECTS: Effects = {
  file: (sheet, { materials, answers, channel }, scene) => {
    sheet.stage = 'filed';
    sheet.rented = answers['rented'] === true;
    add(sheet.materials, ...ids(materials));
    if (channel === 'web' || channel === 'agent') receiveNow(sheet, materials, scene);
  },
  receive: (sheet, { materials }, scene) => receiveNow(sheet, materials, scene),
  notifyCorrection: (sheet, { defects }, { today }) => {
    if (sheet.corrected !== undefined) sheet.breaches.push('secondCorrection');
    // The receipt was answered by the first notice; a second does not undo that.
    sheet.corrected = { notifiedOn: sheet.corrected?.notifiedOn ?? today, delivered: [] };
    sheet.asked = [...defects];
    sheet.stage = 'awaitingCorrection';
  },
  deliverCorrection: (sheet, { materials, complete, answers }, { today, who }) => {
    const now = ids(materials);
    // Everything asked for lies on the counter: no clerk may call it a part.
    const allThere =
      outstanding(sheet, now).length === 0 && sheet.asked.every((one) => one.requirementId !== undefined);
    add(sheet.materials, ...now);
    if (sheet.corrected !== undefined) add(sheet.corrected.delivered, ...now);
    if (answers?.['rented'] !== undefined) sheet.rented = answers['rented'] === true;
    if (!complete && !(who.kind === 'officer' && allThere)) return;
    if (sheet.corrected !== undefined) sheet.corrected.completedOn = today;
    sheet.stage = 'received';
  },
  accept: (sheet, _command, scene) => acceptNow(sheet, scene),
  lapse: (sheet, _command, scene) => {
    if (sheet.stage === 'received' && silent(sheet, scene.today)) acceptNow(sheet, scene);
  },
  declineAcceptance: end('declined'),
  declareLicenceNotRequired: end('notRequired'),
  proposeReturn: (sheet, _command, { who }) => {
    sheet.returnBy = idOf(who);
  },
  confirmReturn: (sheet, { agreed }, scene) => {
    if (agreed) end('returned')(sheet, undefined, scene);
    else delete sheet.returnBy;
  },
  claimStep: ({ steps }, { stepId }, { who }) => {
    const note = steps[stepId];
    if (note !== undefined) steps[stepId] = { status: 'held', round: note.round, by: idOf(who) };
  },
  releaseStep: ({ steps }, { stepId }) => {
    steps[stepId] = { status: 'open', round: steps[stepId]?.round ?? 0 };
  },
  handOverStep: ({ steps }, { stepId, to }) => {
    steps[stepId] = { status: 'held', round: steps[stepId]?.round ?? 0, by: to };
  },
  completeStep: (sheet, { stepId }, { who, item }) => {
    sheet.steps[stepId] = { status: 'done', round: sheet.steps[stepId]?.round ?? 0, by: idOf(who) };
    const duty = stepIn(item, stepId)?.duty;
    if (duty === 'examination') add(sheet.examiners, idOf(who));
    if (duty === 'approval') add(sheet.approvers, idOf(who));
    goOn(sheet, item);
  },
  returnToStep: (sheet, { toStepId }, { item }) => fallBack(sheet, toStepId, item),
  startSpecialProcedure: (sheet, { procedure, servedOn, plannedDays }, { item }) => {
    const stops = item.procedure.specialProcedures.some((one) => one.procedure === procedure && one.stopsStatutory);
    sheet.runs.push({ kind: procedure, servedOn, plannedEnd: workingDayAfter(servedOn, plannedDays), stops });
  },
  endSpecialProcedure: ({ runs }, { procedureId, receivedOn }) => {
    const run = runs[Number(procedureId.replace('sp-', '')) - 1];
    if (run !== undefined) run.receivedOn = receivedOn;
  },
  extend: (sheet, { days }) => {
    sheet.extendedBy = days;
  },
  proposeDecision: (sheet, { outcome }, { who }) => {
    sheet.proposal = { by: idOf(who), outcome };
  },
  reviewLegality: (sheet, { agreed }) => {
    if (sheet.proposal !== undefined) sheet.proposal.legality = agreed;
  },
  attachMinutes: (sheet) => {
    sheet.minutes += 1;
  },
  sign: (sheet, _command, { who, today }) => {
    sheet.decided = { on: today, by: idOf(who), outcome: sheet.proposal?.outcome ?? '' };
    delete sheet.proposal;
    sheet.stage = 'signed';
  },
  declineToSign: (sheet, { toStepId }, { item }) => fallBack(sheet, toStepId, item),
  seal: (sheet) => {
    sheet.stage = 'sealed';
  },
  issue: (sheet) => {
    sheet.stage = 'issued';
  },
  serve: (sheet) => {
    sheet.stage = 'served';
  },
  close: end('closed'),
  withdraw: end('withdrawn'),
  terminate: end('terminated'),
  void: end('void'),
};
