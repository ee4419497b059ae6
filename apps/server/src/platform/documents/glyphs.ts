import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which characters a font can print. A name with a hole in it on an official paper is a wrong name, so the press must know. */
export function coverageOf(fontFolder: string): (character: string) => boolean {
  const file = readdirSync(fontFolder).find((name) => name.endsWith('.ttf'));
  if (file === undefined) throw new Error(`no font in ${fontFolder}`);
  const covered = codePoints(readFileSync(join(fontFolder, file)));
  return (character) => covered.has(character.codePointAt(0) ?? 0);
}

/** The characters of a text that the font lacks, each once; blanks and line ends need no glyph. */
export function missingCharacters(text: string, covers: (character: string) => boolean): readonly string[] {
  return [...new Set(Array.from(text))].filter((character) => !/\s/u.test(character) && !covers(character));
}

/** Reads the character map of a TrueType font: table `cmap`, platform 3 encoding 10 (all of Unicode), format 12. */
function codePoints(font: Buffer): ReadonlySet<number> {
  const at = unicodeTable(font, tableAt(font, 'cmap'));
  const covered = new Set<number>();
  for (let group = 0; group < font.readUInt32BE(at + 12); group += 1) {
    const from = at + 16 + group * 12;
    for (let code = font.readUInt32BE(from); code <= font.readUInt32BE(from + 4); code += 1) covered.add(code);
  }
  return covered;
}

function tableAt(font: Buffer, tag: string): number {
  for (let table = 0; table < font.readUInt16BE(4); table += 1) {
    const record = 12 + table * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function unicodeTable(font: Buffer, cmap: number): number {
  for (let table = 0; table < font.readUInt16BE(cmap + 2); table += 1) {
    const record = cmap + 4 + table * 8;
    const at = cmap + font.readUInt32BE(record + 4);
    const unicode = font.readUInt16BE(record) === 3 && font.readUInt16BE(record + 2) === 10;
    if (unicode && font.readUInt16BE(at) === 12) return at;
  }
  throw new Error('the font maps no characters beyond the first plane');
}
