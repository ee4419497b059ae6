import type { Guide, Manual } from '@yimen/contract';
import { manualSheet, type GuideSheet, type ServiceItem } from '@yimen/core/catalogue';
import { checkPaper, paperKinds, paperWords, specimens } from '@yimen/core/documents';
import { guideOf } from './guide.ts';

export interface MadeManual {
  readonly guide: Guide;
  readonly sheet: GuideSheet;
  /** What the screen shows of both. */
  readonly answer: Manual;
}

interface Around {
  readonly authorities: ReadonlyMap<string, string>;
  /** The version in force today; undefined where there is none. */
  readonly inForce: number | undefined;
  readonly language: 'zh' | 'en';
}

/** 业务手册 of a version: the guide as the public reads it, then posts, criteria, risk points and papers. */
export function makeManual(item: ServiceItem, { authorities, inForce, language }: Around): MadeManual {
  const guide = guideOf(item, authorities);
  const { detail } = guide;
  if (detail === undefined) throw new Error(`${item.id} is full and has no detail`);
  const parts = { discretion: item.discretion ?? [], templates: templateNames(item) };
  const sheet = manualSheet({ ...guide, detail }, parts, language);
  const { jurisdiction, id, name, kindName, authorityName, version, effectiveFrom, hash } = guide;
  return {
    guide,
    sheet,
    answer: {
      guide: { jurisdiction, id, name, kindName, authorityName, version, effectiveFrom, hash },
      ...(detail.demonstration === undefined ? {} : { demonstration: detail.demonstration }),
      ...(inForce === undefined ? {} : { inForce }),
      sections: sheet.sections,
    },
  };
}

/** The papers a case is handled with, by the titles they bear; a licence is called what the item grants. */
function templateNames({ kind, result }: ServiceItem): readonly string[] {
  // The specimens are those of a licence; papers of other kinds of power have titles of their own.
  const kinds = kind === 'licence' ? paperKinds.filter((one) => one !== 'licence') : [];
  const titles = kinds.flatMap((one) => {
    const checked = checkPaper(specimens[one]);
    return checked.ok ? [paperWords(checked.value).title] : [];
  });
  return [...new Set([...titles, result.name])];
}
