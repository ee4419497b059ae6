import type { Guide } from '@yimen/contract';
import type { GuideSection, GuideSheet } from '@yimen/core/catalogue';
import type { Handout, HandoutSection } from '../../platform/documents/index.ts';

export type Language = 'zh' | 'en';

/** The four sheets made of a guide. */
export type SheetKind = 'notice' | 'checklist' | 'manual';

const names: Readonly<Record<SheetKind, Readonly<Record<Language, string>>>> = {
  notice: { zh: '服务告知单（一次性告知）', en: 'Notice sheet (everything told at once)' },
  checklist: { zh: '我的材料清单', en: 'My own checklist' },
  manual: { zh: '业务手册（部门内部使用）', en: 'Handling manual (for the department)' },
};

/** A notice fits one sheet, a checklist one side; a manual is as long as it is. */
const most: Readonly<Record<SheetKind, number>> = { notice: 2, checklist: 1, manual: 99 };

export interface SheetWish {
  readonly kind: SheetKind;
  readonly guide: Guide;
  readonly sheet: GuideSheet;
  readonly language: Language;
  readonly codes: Handout['codes'];
}

/** A sheet of a guide as the press takes it: the limits large at its head, everything else below. */
export function handoutOf({ kind, guide, sheet, language, codes }: SheetWish): Handout {
  const limits = sheet.sections.find(({ id }) => id === 'limits');
  const { version, effectiveFrom, detail } = guide;
  return {
    language,
    name: names[kind][language],
    title: sheet.title,
    kicker: `${guide.kindName} · ${guide.authorityName}`,
    note: detail?.demonstration ?? '',
    lead: limits?.facts ?? [],
    sections: sheet.sections.filter((section) => section !== limits).map((section) => sectionOf(section, kind)),
    codes,
    hash: guide.hash,
    version:
      language === 'zh'
        ? `第 ${String(version)} 版，自 ${effectiveFrom} 起施行`
        : `Version ${String(version)}, in force since ${effectiveFrom}`,
    made: effectiveFrom,
    demonstration: detail?.demonstration !== undefined,
    most: most[kind],
  };
}

function sectionOf({ id, title, numbered, facts }: GuideSection, kind: SheetKind): HandoutSection {
  const ticked = kind === 'checklist' && id === 'materials';
  return { title, style: ticked ? 'boxes' : numbered ? 'numbered' : 'fields', facts };
}
