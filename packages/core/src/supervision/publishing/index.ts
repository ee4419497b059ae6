export { periodsDue, reportKinds, reportPeriod, type ReportKind, type ReportPeriod } from './period.ts';
export {
  decideObjection,
  OBJECTION_DAYS,
  objectionGrounds,
  objectionUntil,
  publicationRefusals,
  publicName,
  publicUpTo,
  type ObjectionGround,
  type PublicationRefusal,
} from './publication.ts';
