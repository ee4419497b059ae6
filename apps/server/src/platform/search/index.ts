export { COMMON, ranker, type Findable, type Ranked } from './rank.ts';
export { initialsOf, isLatin, pinyinOf, plain, termsOf } from './words.ts';
