import { isLatin, pairsOf, plain, wordsOf } from './words.ts';

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

/** How well a row answers what was typed; 0 where it does not. Pure, so that the order can be tested without a database. */
export function rank(query: string, found: Findable): Ranked {
  if (isLatin(query)) return rankLatin(plain(query), found);
  return rankWords(query, { ...found, name: plain(found.name), everyday: found.everyday.map(plain) });
}

/** The row's names are made plain once, not once a word: a thousand rows are ranked at every stroke of a key. */
function rankWords(query: string, row: Findable): Ranked {
  const typed = plain(query);
  const words = wordsOf(query);
  const found = words.map((word) => ({ word, score: scoreOf(word, row) })).filter(({ score }) => score > 0);
  const pairs = pairsOf(query);
  const fuzzy = pairs.reduce((sum, pair) => sum + scoreOf(pair, row) / 4, 0);
  const covered = found.length / Math.max(words.length, 1);
  const told = found.reduce((sum, { score }) => sum + score, 0) * (0.4 + 0.6 * covered);
  const score = told + fuzzy + exactness(typed, row);
  return score === 0 ? UNTOLD : { score, matched: found.map(({ word }) => word) };
}

/** Long words tell more than short ones. */
function scoreOf(word: string, row: Findable): number {
  const length = Array.from(word).length;
  const telling = COMMON.has(word) ? 0.2 : length === 1 ? 0.3 : Math.sqrt(length);
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
