import type { DraftContent, Guide } from '@yimen/contract';
import type { Words } from '@yimen/ui';
import { checkAgent, checkAnswers, checkApplicant, checkWho } from './checks.ts';

export interface JourneyPage {
  /** Below `/apply/:draftId/`. */
  readonly path: string;
  readonly title: Words;
  readonly done: boolean;
}

type Detail = NonNullable<Guide['detail']>;

/** The pages of one application in their order: one question group per page, only those that concern this applicant. */
export function journeyOf(detail: Detail, content: DraftContent): readonly JourneyPage[] {
  const pages: JourneyPage[] = [];
  if (needsWho(detail))
    pages.push({
      path: 'who',
      title: { zh: '谁来申请', en: 'Who applies' },
      done: checkWho(content.applicant).length === 0,
    });
  pages.push({
    path: 'applicant',
    title: { zh: '申请人信息', en: 'The applicant' },
    done: checkApplicant(content.applicant, detail).length === 0,
  });
  if (content.applicant['hasAgent'] === 'yes') {
    pages.push({
      path: 'agent',
      title: { zh: '代理人信息', en: 'The agent' },
      done: checkAgent(content.applicant).length === 0,
    });
  }
  for (const group of detail.form) {
    pages.push({
      path: `questions/${group.id}`,
      title: { zh: group.title, en: group.title },
      done: checkAnswers(group.questions, content.answers).length === 0,
    });
  }
  const missing = missingMaterials(detail, content);
  pages.push({ path: 'materials', title: { zh: '申请材料', en: 'Materials' }, done: missing.length === 0 });
  return pages;
}

/** Required materials without a file. Filing is still allowed: asking for them once is the hall's duty (Art. 32(4)). */
export function missingMaterials(detail: Detail, content: DraftContent): readonly string[] {
  const has = new Set(
    content.materials.filter((material) => material.file !== undefined).map((material) => material.requirementId),
  );
  return detail.materials
    .filter(
      (material) => material.necessity === 'required' && material.condition === undefined && !has.has(material.id),
    )
    .map((material) => material.name);
}

/** Where to go after a page: back to the check page when one came from there, else the next page, else the check page. */
export function pathAfter(pages: readonly JourneyPage[], current: string, cameFromCheck: boolean): string {
  if (cameFromCheck) return 'check';
  const position = pages.findIndex((page) => page.path === current);
  return pages[position + 1]?.path ?? 'check';
}

export function pathBefore(pages: readonly JourneyPage[], current: string): string {
  const position = current === 'check' ? pages.length : pages.findIndex((page) => page.path === current);
  return pages[position - 1]?.path ?? '';
}

function needsWho(detail: Detail): boolean {
  return detail.serves.length > 1 || detail.serves.includes('organisation');
}
