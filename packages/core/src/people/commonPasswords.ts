/**
 * What is tried first, written by hand from what guessing programs try: words, keyboard walks and runs; the digits and
 * signs people add, and the letters they swap, are taken off before looking.
 */
const STEMS: ReadonlySet<string> = new Set(
  `password passwort passw0rd passphrase letmein welcome iloveyou sunshine princess football baseball superman batman
  trustno1 whatever starwars computer internet master monkey dragon shadow michael jordan admin administrator root
  guest default changeme secret login access hello hellohello test testtest tester demo sample temp temporary
  qwerty qwertyuiop qwertyui asdfgh asdfghjkl asdfasdf zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc qweqwe
  woaini woaini1314 wodemima mima nihao nihaoma zhongguo beijing shanghai anyang henan zhengfu zhengwu shenpi
  zhengwufuwu xingzheng xitong guanliyuan yonghu yimen abcabc abcdef abcdefg abcdefgh abcdefghijk aaaaaa asd qwe zxc
  government hall window service spring summer autumn winter monday friday january october company office
  correcthorsebatterystaple`.split(/\s+/),
);

/** Rows of the keyboard, the alphabet and the digits, forwards and twice over: a walk along one of them is no secret. */
const WALKS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '1qaz2wsx3edc4rfv5tgb',
];

const SWAPPED: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
  '!': 'i',
};

/** Is this, in small letters, one of the first that are guessed, perhaps with digits and signs around it or repeated? */
export function isCommonPassword(small: string): boolean {
  return [small, bare(small)].some((text) => isCommon(text) || isCommon(unswapped(text)));
}

const unswapped = (text: string): string => Array.from(text, (sign) => SWAPPED[sign] ?? sign).join('');

const bare = (text: string): string => text.replace(/^[^a-z]+/, '').replace(/[^a-z]+$/, '');

function isCommon(text: string): boolean {
  if (text === '') return false;
  const part = period(text);
  return STEMS.has(part) || STEMS.has(text) || WALKS.some((walk) => part.length > 3 && along(walk, part));
}

function along(walk: string, text: string): boolean {
  const back = Array.from(text).toReversed().join('');
  return walk.includes(text) || walk.includes(back);
}

/** The shortest text this one is a repetition of. */
function period(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}
