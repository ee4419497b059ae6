import { isCreditCode } from '../people/index.ts';
import type { ServiceItem } from './item.ts';

/** 31 characters: the implementing body's credit code (18), level of exercise (1), basic code (12). */
export interface ImplementationCode {
  readonly creditCode: string;
  readonly level: ServiceItem['level'] | 'state';
  readonly basicCode: string;
}

export type CodeProblem = 'wrong_length' | 'bad_credit_code' | 'unknown_level' | 'bad_basic_code';

const LEVELS: Readonly<Record<string, ImplementationCode['level']>> = {
  1: 'state',
  2: 'province',
  3: 'city',
  4: 'county',
  5: 'town',
  6: 'village',
};
/** Two digits of the province (00: the state), two of the kind, five of the main item, three of the sub-item; a main item with sub-items ends in Y. */
const BASIC = /^\d{11}[\dY]$/;

/** Reads an implementation code (实施编码), or says what is wrong with it; the credit code is checked to its check character. */
export function readImplementationCode(text: string): ImplementationCode | CodeProblem {
  if (text.length !== 31) return 'wrong_length';
  const [creditCode, level, basicCode] = [text.slice(0, 18), LEVELS[text.charAt(18)], text.slice(19)];
  if (!isCreditCode(creditCode)) return 'bad_credit_code';
  if (level === undefined) return 'unknown_level';
  return isBasicCode(basicCode) ? { creditCode, level, basicCode } : 'bad_basic_code';
}

export function isBasicCode(text: string): boolean {
  return BASIC.test(text);
}
