export { rank, type Findable, type Ranked } from './rank.ts';
export { initialsOf, isLatin, pairsOf, pinyinOf, plain, termsOf, wordsOf } from './words.ts';
