import type { Brand } from '@yimen/kernel';

/** Money in 分, whole: sums of it are exact, which sums of yuan in binary fractions are not. */
export type Fen = Brand<number, 'Fen'>;

/** Yuan as receipts have them: `80`, `80.5`, `1,234.50`; no sign, no more than two decimals, below ten billion. */
const YUAN = /^(?<yuan>\d{1,10}|\d{1,3}(?:,\d{3}){1,3})(?:\.(?<fen>\d{1,2}))?$/;

/** An amount typed in yuan; undefined where it is none, or nothing. */
export function parseYuan(text: string): Fen | undefined {
  const { yuan = '', fen = '' } = YUAN.exec(text)?.groups ?? {};
  const amount = Number(yuan.replaceAll(',', '')) * 100 + Number(fen.padEnd(2, '0'));
  return amount === 0 ? undefined : (amount as Fen);
}

/** `123450` as `1234.50`. */
export function inYuan(amount: Fen): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const sumOfFen = (amounts: readonly Fen[]): Fen => amounts.reduce<number>((sum, one) => sum + one, 0) as Fen;
