import { isAccepted, type LiveCase, type NoticeNumber } from '@yimen/core/casework';
import type { PaperView } from '@yimen/contract';

/** Stands in while the worker is still making the paper. */
const BEING_NUMBERED = '编号中';

/**
 * Numbers of the papers by which the applicant was told, so that each suspension and the extension can be explained by
 * its notice: procedures and their notices come in the same order.
 */
export function noticeNumbers(live: LiveCase, papers: readonly PaperView[]): NoticeNumber {
  const notices = papers.filter(({ kind }) => kind === 'specialProcedureNotice');
  const extension = papers.find(({ kind }) => kind === 'extensionNotice');
  const runs = isAccepted(live) ? live.specialProcedures.map(({ procedureId }) => procedureId) : [];
  return (id) => {
    const paper = id === 'extension' ? extension : notices[runs.indexOf(id)];
    return paper?.number ?? BEING_NUMBERED;
  };
}
