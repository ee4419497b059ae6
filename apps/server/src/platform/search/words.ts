import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';

/** Loading the dictionary takes 150 ms and 60 MB: only whoever searches pays. */
let jieba: Jieba | undefined;

/** Words of the offices rather than of the matter; a query consisting of nothing else keeps them. */
const FILLERS = new Set(
  '我要 我想 想要 怎么 怎样 如何 哪里 在哪 什么 需要 可以 能不能 办理 办 申请 手续 流程 材料 请问 一个 一下 家 个 的 了 吗 呢 去 在 和 与 或 及 等 要 想 给 把 我 你 有 新'.split(
    ' ',
  ),
);

/** As it is compared: full width and capitals made plain, blanks and punctuation gone. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a text and the overlapping pairs of its characters: what a row can be selected by. */
export function termsOf(text: string): readonly string[] {
  return [...new Set([...wordsOf(text), ...pairsOf(text)])];
}

/** The words a query is about, without the fillers around them. */
export function wordsOf(text: string): readonly string[] {
  jieba ??= Jieba.withDict(dict);
  const words = [...new Set(jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true).map(plain))].filter(
    (word) => word !== '',
  );
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}

/** 开网吧 → 开网, 网吧: finds what the dictionary cuts otherwise. */
export function pairsOf(text: string): readonly string[] {
  const characters = Array.from(plain(text)).filter((character) => /\p{Script=Han}/u.test(character));
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`))];
}

/** Is it typed as pinyin, in full or by initials? */
export function isLatin(text: string): boolean {
  return /^[a-z]{2,}$/.test(plain(text));
}

/** 开网吧 → kaiwangba. */
export function pinyinOf(text: string): string {
  return pinyin(plain(text), { toneType: 'none', type: 'array', v: true }).join('').toLowerCase();
}

/** 开网吧 → kwb. */
export function initialsOf(text: string): string {
  return pinyin(plain(text), { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
}
