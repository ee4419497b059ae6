import { create } from 'qrcode';

/** One path of horizontal runs; the matrix is ours, so nothing of the text enters the picture. */
export function qrSvg(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = (row: number, column: number): boolean => column < size && data[row * size + column] === 1;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!dark(row, column)) continue;
      const from = column;
      while (dark(row, column + 1)) column += 1;
      path += `M${from} ${row}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}"><path fill="#000" d="${path}"/></svg>`;
}
