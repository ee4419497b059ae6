const LONGEST_BASE = 90;
/** Of a longer name only the end is looked at: that is where it says what it claims to be. */
const LONGEST_GIVEN = 4096;
/** Letters make an ending of it: the `.2` of 关于1.2号地块 is none. */
const ENDING = /\.(?=[a-z0-9]*[a-z])([a-z0-9]{1,8})$/i;
/** Controls, bidi overrides and every other invisible mark, private use, line separators; and what a path or a header could trip over. */
const UNPLAIN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}"<>|:*?]/gu;

/** What stands after the last point of a name, in small letters; undefined where that is no ending. */
export function endingOf(name: string): string | undefined {
  return ENDING.exec(tidy(name))?.[1]?.toLowerCase();
}

/**
 * The name as it is shown and put into headers: no path, no control or direction marks, no points at the ends, at most 90
 * characters and the ending of what the file is. It never names anything on the disk.
 */
export function plainName(name: string, ending: string): string {
  const plain = tidy(name);
  const own = ENDING.exec(plain);
  const keeps = own?.[1] !== undefined && sameEnding(own[1], ending);
  const base = keeps ? plain.slice(0, own.index) : plain;
  const short = Array.from(base).slice(0, LONGEST_BASE).join('').trim() || '文件';
  return `${short}.${keeps ? (own[1] ?? ending).toLowerCase() : ending}`;
}

/** `.jpeg` is `.jpg`; nothing else has two endings. */
export function sameEnding(left: string, right: string): boolean {
  const one = (ending: string): string => ending.toLowerCase().replace(/^jpeg$/, 'jpg');
  return one(left) === one(right);
}

/** Whether a name is one {@link plainName} could have made: what comes back in a command was given out here. */
export function isPlainName(name: string): boolean {
  return tidy(name) === name && Array.from(name).length <= LONGEST_BASE + 9;
}

function tidy(name: string): string {
  const last = name.slice(-LONGEST_GIVEN).toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return last
    .replaceAll(UNPLAIN, '')
    .normalize('NFC')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
}

/** The header that names a download, RFC 6266 with the characters RFC 5987 leaves out escaped. */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const escaped = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${escaped}`;
}
