/** Enough of a number for its owner to know it again, not enough to be used: `4105**********1234`, `138****8000`. */
export function maskedNumber(number: string): string {
  const marks = Array.from(number);
  const [head, tail] = shownOf(marks.length);
  const hidden = marks.length - head - tail;
  return `${marks.slice(0, head).join('')}${'*'.repeat(hidden)}${tail === 0 ? '' : marks.slice(-tail).join('')}`;
}

function shownOf(length: number): readonly [head: number, tail: number] {
  if (length >= 15) return [4, 4];
  if (length >= 11) return [3, 4];
  if (length >= 7) return [2, 2];
  return length >= 4 ? [1, 1] : [0, 0];
}
