export {
  divisionReasons,
  parseDivisions,
  type DivisionProblem,
  type DivisionReason,
  type ParsedDivisions,
} from './parseDivisions.ts';
export { stationsOf } from './stationsOf.ts';
