import { misconductFields, shippedDictionary } from '@yimen/core/supervision';
import { expect, it } from 'vitest';
import { linesOf, readLines } from './lines.ts';

const text = linesOf({ kinds: [...shippedDictionary.kinds], fieldNames: misconductFields });

it('a dictionary written out and read again is the same', () => {
  expect(readLines(text, misconductFields)).toEqual({ ok: true, value: shippedDictionary.kinds });
});

it('rows pasted from a spreadsheet are read; a line that is no kind is named by its number', () => {
  const [first = '', second = ''] = text.split('\n');
  expect(readLines(`${first.replaceAll('|', '\t')}\n\n${second}\n`, misconductFields)).toMatchObject({ ok: true });
  expect(readLines(`${first}\nM02|受理|只有三格`, misconductFields)).toEqual({ ok: false, error: 2 });
  expect(readLines(first.replace('设定', '别的'), misconductFields)).toEqual({ ok: false, error: 1 });
});
