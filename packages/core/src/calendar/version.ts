import type { Day } from '@yimen/kernel';
import type { Notice } from './notice.ts';

function textOf(notice: Notice): string {
  const festivals = notice.festivals.map(({ name, from, to, makeUp }) => [name, from, to, ...makeUp].join(','));
  return [notice.id, notice.year, notice.title, notice.number ?? '', notice.published, ...festivals].join(';');
}

/** FNV-1a, 32 bits: a checksum to tell versions apart, not a protection against anyone. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(36).padStart(7, '0');
}

/**
 * Names the content of a calendar, readable and the same on every machine: `CN2007-2026.23.0k3x9ab` is 23 notices for 2007–2026.
 * A corrected day with the same number of notices gives another label, so that no cached deadline survives it.
 */
export function labelOf(notices: readonly Notice[], publishedThrough: Day): string {
  const first = Math.min(...notices.map((notice) => notice.year));
  const text = notices.map(textOf).join('\n');
  return `CN${String(first)}-${publishedThrough.slice(0, 4)}.${String(notices.length)}.${checksum(text)}`;
}
