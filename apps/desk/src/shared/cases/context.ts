import type { CaseView, Session } from '@yimen/contract';
import type { ActContext } from '../acts/spec.ts';

/** What the forms of acts may look at, of a case that exists. */
export function contextOf(shown: CaseView, session: Session, on?: string): ActContext {
  return {
    item: shown.item,
    today: session.today,
    on,
    steps: shown.steps,
    procedures: shown.procedures,
    colleagues: shown.colleagues,
    applicantName: shown.applicant.name,
    me: session.person,
    roles: session.roles,
    handedIn: shown.materials,
    answers: shown.answers,
    entries: shown.entries,
    revision: shown.revision,
    caseId: shown.caseId,
  };
}
