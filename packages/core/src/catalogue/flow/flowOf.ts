import type { Words } from '@yimen/kernel';
import type { ServiceItem } from '../item.ts';
import type { AllowedSpecialProcedure } from '../procedure.ts';
import { stepsOf } from '../steps.ts';
import { drawExamination } from './examination.ts';
import { applicantLane, decisionLane, windowLane, type Flow } from './flow.ts';
import { addLane, drawn, newPen, next, put, type Ends, type Pen } from './pen.ts';
import { decisionNote, flowWords, issueName, limitWords, specialMarks, specialName, specialNote } from './texts.ts';

/**
 * The flowchart of an item version: the skeleton of the Administrative Licensing Law (Arts. 32–44) around what the item's
 * procedure adds. Pure; `authorityName` names the departments' lanes. The same value gives the picture for people, the
 * BPMN file and the place of a running case, so that they cannot differ.
 */
export function flowOf(item: ServiceItem, authorityName: (authority: string) => string): Flow {
  const pen = newPen();
  addLane(pen, applicantLane, flowWords.applicantLane);
  addLane(pen, windowLane, flowWords.windowLane);
  for (const authority of [item.authority, ...stepsOf(item.procedure).flatMap((step) => step.authority ?? [])]) {
    addLane(pen, authority, bare(authorityName(authority)));
  }
  addLane(pen, decisionLane, flowWords.decisionLane);
  const accepted = drawAcceptance(pen, item);
  const { examination } = item.procedure;
  // Hearings and reviews are held before whoever has the last word on the examination; a single step comes before them.
  const before = Math.max(1, examination.length - 1);
  const begun = drawExamination(pen, item, examination.slice(0, before), accepted);
  const complete = drawSpecialProcedures(pen, item, begun);
  const examined = drawExamination(pen, item, examination.slice(before), complete);
  drawDecision(pen, item, drawReviews(pen, item, examined));
  return drawn(pen);
}

const bare = (name: string): Words => ({ zh: name, en: name });
const window = { lane: windowLane, track: 0 } as const;
const decision = { lane: decisionLane, track: 0 } as const;

/** Receipt, the check of Art. 32, one correction notice that leads back to it, and the two ways out. */
function drawAcceptance(pen: Pen, item: ServiceItem): Ends {
  const start = next(pen, { id: 'start', shape: 'start', name: flowWords.start, lane: applicantLane, track: 0 }, []);
  const receive = { id: 'receive', name: flowWords.receive, note: flowWords.receiveNote, article: '行政许可法第32条' };
  const received = next(pen, { ...receive, shape: 'task', ...window }, start);
  const check = { id: 'check', name: flowWords.check, note: limitWords(item.limits.acceptance) };
  const checked = next(pen, { ...check, shape: 'task', article: '行政许可法第32条', ...window }, received);
  const at = pen.column;
  next(pen, { id: 'acceptance', shape: 'choice', name: flowWords.acceptance, ...window }, checked);
  const correction = { id: 'correct', shape: 'task', name: flowWords.correct, note: flowWords.correctNote } as const;
  put(pen, { ...correction, article: '行政许可法第32条第1款第4项', lane: applicantLane, column: at, track: 0 }, [
    { from: 'acceptance', name: flowWords.incomplete },
  ]);
  pen.edges.push({ from: 'correct', to: 'check', back: true });
  const declined = { id: 'declined', shape: 'end', name: flowWords.declined, article: '行政许可法第32条' } as const;
  put(pen, { ...declined, lane: windowLane, column: pen.column, track: 1 }, [
    { from: 'acceptance', name: flowWords.notAccepted },
  ]);
  return [{ from: 'acceptance', name: flowWords.accepted }];
}

/** Whatever special procedure the item allows may be asked for; the way without one stays straight. */
function drawSpecialProcedures(pen: Pen, item: ServiceItem, from: Ends): Ends {
  const allowed = item.procedure.specialProcedures;
  if (allowed.length === 0) return from;
  const own = { lane: item.authority, track: 0 };
  next(pen, { id: 'special', shape: 'choice', name: flowWords.special, ...own }, from);
  const done = allowed.flatMap((one, index) => drawSpecial(pen, one, { lane: item.authority, track: index + 1 }));
  pen.column += 1;
  const ends: Ends = [{ from: 'special', name: flowWords.notNeeded }, ...done];
  return next(pen, { id: 'special:join', shape: 'choice', name: flowWords.rejoin, ...own }, ends);
}

function drawSpecial(pen: Pen, allowed: AllowedSpecialProcedure, place: { lane: string; track: number }): Ends {
  const id = `special:${allowed.procedure}`;
  const marks = specialMarks(allowed);
  const told = { name: specialName(allowed), note: specialNote(allowed), article: allowed.basis, marks };
  return put(pen, { id, shape: 'task', ...told, ...place, column: pen.column }, [
    { from: 'special', name: flowWords.needed },
  ]);
}

function drawReviews(pen: Pen, { procedure, authority }: ServiceItem, from: Ends): Ends {
  const own = { lane: authority, track: 0 };
  const review = { id: 'legalReview', shape: 'task', name: flowWords.legalReview, ...own } as const;
  const reviewed = procedure.legalReview ? next(pen, review, from) : from;
  const meeting = { id: 'meeting', shape: 'task', name: flowWords.meeting, note: flowWords.meetingNote } as const;
  return procedure.meeting ? next(pen, { ...meeting, ...decision }, reviewed) : reviewed;
}

/** Either answer is written, sealed and served (Arts. 38, 44). */
function drawDecision(pen: Pen, item: ServiceItem, from: Ends): void {
  const decide = { id: 'decide', shape: 'task', name: flowWords.decide, note: decisionNote(item) } as const;
  const decided = next(pen, { ...decide, article: '行政许可法第38条', ...decision }, from);
  next(pen, { id: 'outcome', shape: 'choice', name: flowWords.outcome, ...decision }, decided);
  const granted = put(pen, { id: 'issue', shape: 'task', name: issueName(item), ...decision, column: pen.column }, [
    { from: 'outcome', name: flowWords.granted },
  ]);
  const refusal = { id: 'refusal', shape: 'task', name: flowWords.refusal, note: flowWords.refusalNote } as const;
  const refused = next(pen, { ...refusal, article: '行政许可法第38条第2款', lane: decisionLane, track: 1 }, [
    { from: 'outcome', name: flowWords.refused },
  ]);
  const serve = { id: 'serve', name: flowWords.serve, note: limitWords(item.limits.delivery) };
  const served = next(pen, { ...serve, shape: 'task', article: '行政许可法第44条', ...window }, [
    ...granted,
    ...refused,
  ]);
  next(pen, { id: 'end', shape: 'end', name: flowWords.end, ...window }, served);
}
