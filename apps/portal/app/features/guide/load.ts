import { Guide } from '@yimen/contract';
import { guideSheet, type GuideSection } from '@yimen/core/catalogue';
import { read } from '../../api.ts';
import { preferencesOf } from '../../cookies.ts';
import type { Loading } from '../../visit.ts';

export interface ItemKey {
  readonly jurisdiction: string;
  readonly itemId: string;
}

/** What a page shows of a guide: its words are made here, on the server, so that no browser loads the making of them. */
export interface ShownGuide extends Pick<
  Guide,
  'jurisdiction' | 'id' | 'name' | 'kindName' | 'authorityName' | 'availability' | 'version' | 'hash'
> {
  /** Limits stand large above everything; absent for what is only listed. */
  readonly limits: GuideSection | undefined;
  readonly sections: readonly GuideSection[];
  readonly demonstration: string | undefined;
}

export const guidePath = ({ jurisdiction, itemId }: ItemKey): string =>
  `/items/${encodeURIComponent(jurisdiction)}/${encodeURIComponent(itemId)}`;

export async function loadGuide(loading: Loading, key: ItemKey): Promise<{ readonly guide: ShownGuide }> {
  const guide = await read(loading, guidePath(key), Guide);
  const { sections } = guideSheet(guide, preferencesOf(loading.request).language);
  const { jurisdiction, id, name, kindName, authorityName, availability, version, hash } = guide;
  const limits = sections.find((section) => section.id === 'limits');
  return {
    guide: {
      jurisdiction,
      id,
      name,
      kindName,
      authorityName,
      availability,
      version,
      hash,
      limits,
      sections: sections.filter((section) => section !== limits),
      demonstration: guide.detail?.demonstration,
    },
  };
}
