import type { RefObject } from 'react';
import { useKeys } from '../keys/useKeys.ts';

/** The link that opens a row. */
const OPENS = 'a.number, a.opens';

/** n opens the first row; j and k move the focus along the rows; Enter follows the link, as everywhere. */
export function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  const move = (by: number): void => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>(OPENS) ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
    links[next]?.focus();
  };
  const first = (): void => body.current?.querySelector<HTMLElement>(OPENS)?.click();
  useKeys({ j: () => move(1), k: () => move(-1), n: first });
}
