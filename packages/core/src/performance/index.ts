export { adjustSheet, eachOf, type SheetAdjustment } from './adjust.ts';
export { scoreRefusal, scoreRefusals, type ScoreRefusal } from './refusals.ts';
export { sheetsFor, shippedSheets } from './presets.ts';
export {
  FEWEST_RATINGS,
  fallsShort,
  passedOver,
  postContent,
  quarterOf,
  scoreBy,
  yearlyPoints,
  type Score,
  type ScoredLine,
  type ScoredPart,
} from './score.ts';
export {
  grades,
  scoreSubjects,
  shippedGrades,
  type EnteredPoints,
  type Grade,
  type GradeLimits,
  type Line,
  type Measured,
  type Part,
  type ScoredCard,
  type ScoreSheet,
  type ScoreSubject,
} from './sheet.ts';
