export { adjustSheet, eachOf, type SheetAdjustment } from './adjust.ts';
export { scoreRefusal, scoreRefusals, type ScoreRefusal } from './refusals.ts';
export { shippedSheets } from './presets.ts';
export {
  fallsShort,
  passedOver,
  quarterOf,
  scoreBy,
  yearlyPoints,
  type Score,
  type ScoredLine,
  type ScoredPart,
} from './score.ts';
export {
  grades,
  shippedGrades,
  type EnteredPoints,
  type Grade,
  type GradeLimits,
  type Line,
  type Measured,
  type Part,
  type ScoredCard,
  type ScoreSheet,
} from './sheet.ts';
