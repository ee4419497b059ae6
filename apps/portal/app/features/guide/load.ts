import { EndedItem, Guide, ItemStars } from '@yimen/contract';
import { guideSheet, type GuideSection } from '@yimen/core/catalogue';
import { raw, read } from '../../api.ts';
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

export interface ShownItem {
  readonly guide: ShownGuide;
  /** Absent until the first night they are counted in, and for what is only listed. */
  readonly stars: ItemStars | undefined;
}

/** The guide, or what became of an item that left the list; an item that never was stays not found. */
export async function loadGuideOrEnd(
  loading: Loading,
  key: ItemKey,
): Promise<(ShownItem & { readonly ended?: never }) | { readonly ended: EndedItem }> {
  const { jurisdiction, itemId } = key;
  const path = `/open/halls/${encodeURIComponent(jurisdiction)}/ended/${encodeURIComponent(itemId)}`;
  try {
    const [shown, stars] = await Promise.all([loadGuide(loading, key), raw(loading, `${guidePath(key)}/stars`)]);
    return { ...shown, stars: stars.ok ? ItemStars.parse(await stars.json()) : undefined };
  } catch (thrown) {
    const ended = thrown instanceof Response && thrown.status === 404 ? await raw(loading, path) : undefined;
    if (ended?.ok !== true) throw thrown;
    return { ended: EndedItem.parse(await ended.json()) };
  }
}
