export { nextDay } from './model/days.ts';
export { write } from './model/effects.ts';
export { objections, type Family, type Scene } from './model/law.ts';
export { ROWS, STAGES } from './model/table.ts';
export { everyAct, moveOf } from './model/moves.ts';
export { people, standingOf, type Someone } from './model/people.ts';
export { blankSheet, seenOfSheet, seenOfState, type Sheet } from './model/sheet.ts';
