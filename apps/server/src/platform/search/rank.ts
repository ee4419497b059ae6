import { actFits } from './acts.ts';
import { isLatin, pairsOf, pinyinOf, plain, wordsOf } from './words.ts';

/** What one row can be found by, from what people say to what officials write. */
export interface Findable {
  readonly name: string;
  readonly everyday: readonly string[];
  readonly theme: string;
  readonly body: string;
  /** One line per name, as `pinyinOf` and `initialsOf` write them. */
  readonly pinyin: string;
  readonly initials: string;
}

export interface Ranked {
  readonly score: number;
  /** Which of the visitor's words it was found by. */
  readonly matched: readonly string[];
}

const WEIGHT = { everyday: 10, name: 8, theme: 3, body: 1 } as const;
/** They stand in half of all names and tell nothing. */
export const COMMON: ReadonlySet<string> = new Set([
  '许可',
  '登记',
  '审批',
  '备案',
  '核发',
  '管理',
  '经营',
  '证',
  '许可证',
  '变更',
  '注销',
  '办证',
]);
const UNTOLD: Ranked = { score: 0, matched: [] };

/**
 * How well rows answer what was typed; 0 where they do not. Pure, so that the order can be tested without a database. What was
 * typed is cut into words once, not once a row: a thousand rows are ranked at every stroke of a key.
 */
export function ranker(query: string): (found: Findable) => Ranked {
  if (isLatin(query)) {
    const typed = plain(query);
    return (found) => rankLatin(typed, found);
  }
  const typed = plain(query);
  const asked: Asked = {
    typed,
    words: weighed(wordsOf(query)),
    pairs: weighed(pairsOf(query)),
    sounds: soundsOf(typed),
    fits: actFits(typed),
  };
  return (found) => rankWords(asked, { ...found, name: plain(found.name), everyday: found.everyday.map(plain) });
}

interface Weighed {
  readonly word: string;
  /** Long words tell more than short ones. */
  readonly telling: number;
}

interface Asked {
  readonly typed: string;
  readonly words: readonly Weighed[];
  readonly pairs: readonly Weighed[];
  /** How it is spoken, for what was typed with the wrong character of the same sound; empty where it is too short to tell. */
  readonly sounds: string;
  readonly fits: (name: string) => number;
}

const SOUNDING = 3;
const soundsOf = (typed: string): string => (Array.from(typed).length < SOUNDING ? '' : pinyinOf(typed));

const weighed = (words: readonly string[]): readonly Weighed[] =>
  words.map((word) => ({ word, telling: tellingOf(word) }));

function tellingOf(word: string): number {
  const length = Array.from(word).length;
  if (COMMON.has(word)) return 0.2;
  return length === 1 ? 0.3 : Math.sqrt(length);
}

/** The row's names are made plain already. */
function rankWords(asked: Asked, row: Findable): Ranked {
  const { typed, words, pairs } = asked;
  const found = words.map((one) => ({ word: one.word, score: scoreOf(one, row) })).filter(({ score }) => score > 0);
  const fuzzy = pairs.reduce((sum, pair) => sum + scoreOf(pair, row) / 4, 0);
  const covered = found.length / Math.max(words.length, 1);
  const told = found.reduce((sum, { score }) => sum + score, 0) * (0.4 + 0.6 * covered);
  const score = (told + fuzzy + Math.max(exactness(typed, row), soundness(asked, row))) * asked.fits(row.name);
  return score === 0 ? UNTOLD : { score, matched: found.map(({ word }) => word) };
}

function scoreOf({ word, telling }: Weighed, row: Findable): number {
  const everyday = row.everyday.some((said) => said.includes(word)) ? WEIGHT.everyday : 0;
  const name = row.name.includes(word) ? WEIGHT.name : 0;
  const theme = row.theme.includes(word) ? WEIGHT.theme : 0;
  const body = row.body.includes(word) ? WEIGHT.body : 0;
  return telling * (Math.max(everyday, name) + Math.min(everyday, name) / 4 + theme + body);
}

/** The whole of what was typed stands there, or what stands there is within what was typed. */
function exactness(typed: string, row: Findable): number {
  const names = [row.name, ...row.everyday].filter((name) => name.length > 1);
  const best = names.map((name) => {
    if (name === typed) return 120;
    if (name.includes(typed)) return 40 + (40 * typed.length) / name.length;
    return typed.includes(name) ? 30 : 0;
  });
  // The shorter of two names that begin alike is the plainer item.
  return typed.length < 2 ? 0 : Math.max(0, ...best) - Math.min(row.name.length, 40) / 40;
}

/** 残疾人正 sounds as 残疾人证: worth less than what is written as it was typed. */
function soundness({ sounds, typed }: Asked, row: Findable): number {
  if (sounds === '' || row.name.includes(typed)) return 0;
  return lineScore(sounds, row.pinyin.split('\n')) / 2;
}

function rankLatin(typed: string, row: Findable): Ranked {
  const full = lineScore(typed, row.pinyin.split('\n'));
  const initials = lineScore(typed, row.initials.split('\n')) / 2;
  const score = Math.max(full, initials);
  return score === 0 ? UNTOLD : { score, matched: [typed] };
}

function lineScore(typed: string, lines: readonly string[]): number {
  const best = lines.map((line) => {
    if (line === typed) return 120;
    const within = line.indexOf(typed);
    if (within < 0) return 0;
    return (within === 0 ? 60 : 30) + (30 * typed.length) / line.length;
  });
  return Math.max(0, ...best);
}
