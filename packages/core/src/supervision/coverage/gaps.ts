import { grouped } from './grouped.ts';

/** Numbers of a sequence that are nowhere: the first, the last and how many. */
export interface Gap {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** The last digits of a serial are its number, the rest its sequence: 豫建-007, 安住建许准字〔2026〕99号, 2026-03-02 A012. */
const NUMBERED = /^(?<before>.*?)(?<digits>\d{1,15})(?<after>\D*)$/s;

interface Numbered {
  readonly before: string;
  readonly after: string;
  readonly number: number;
  readonly width: number;
}

function numberedIn(serial: string): readonly Numbered[] {
  const { before, digits, after } = NUMBERED.exec(serial)?.groups ?? {};
  if (before === undefined || digits === undefined || after === undefined || /\d$/.test(before)) return [];
  return [{ before, after, number: Number(digits), width: digits.length }];
}

const sequenceOf = ({ before, after }: Numbered): string => `${before}\n${after}`;

/** Fewer than half of its numbers there, it is no sequence of this ledger: numbers are given out elsewhere too. */
const LEAST = 0.5;

function gapsOf(sequence: readonly Numbered[]): readonly Gap[] {
  const sorted = sequence.toSorted((left, right) => left.number - right.number);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const there = new Set(sorted.map(({ number }) => number)).size;
  if (there / (last.number - first.number + 1) < LEAST) return [];
  return sorted.flatMap((one, at) => gapAfter(one, sorted[at + 1]));
}

function gapAfter({ before, after, number, width }: Numbered, next: Numbered | undefined): readonly Gap[] {
  const count = (next?.number ?? number) - number - 1;
  if (count < 1) return [];
  const serial = (of: number): string => `${before}${String(of).padStart(width, '0')}${after}`;
  return [{ first: serial(number + 1), last: serial(number + count), count }];
}

/**
 * 缺号: numbers left out of the sequences a ledger's serials are of. A certificate, a receipt or a ticket that was spoilt is
 * accounted for by whoever gave it out; one that is simply absent is a question. O(n log n).
 */
export function gapsIn(serials: readonly string[]): readonly Gap[] {
  return [...grouped(serials.flatMap(numberedIn), sequenceOf).values()].flatMap(gapsOf);
}
