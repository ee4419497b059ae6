import type { FigureView } from '@yimen/contract';

const CARD_FIGURES: Readonly<Record<string, string>> = {
  mendedRate: 'family=service&level=yellow',
  warnings: 'level=warning',
  yellows: 'level=yellow',
  reds: 'level=red',
  upheld: 'upheld=true',
  points: 'upheld=true',
};

interface Span {
  readonly from: string;
  readonly to: string;
  readonly authority?: string;
}

/** Where a figure of some days leads: the cases or the cards it counted. */
export function rowsPath(key: string, { from, to, authority }: Span): string {
  const own = authority === undefined ? '' : `&authority=${encodeURIComponent(authority)}`;
  const period = `from=${from}&to=${to}${own}`;
  return CARD_FIGURES[key] === undefined
    ? `/supervision/rows?figure=${key}&${period}`
    : `/supervision/cards?show=all&${CARD_FIGURES[key]}&${period}`;
}

/** A figure as it is read: a share as a percentage, days to a tenth, a dash where there is nothing to divide by. */
export function valueOf({ unit, value }: Pick<FigureView, 'unit' | 'value'>): string {
  if (value === null) return '—';
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`;
  return unit === 'day' ? value.toFixed(1) : String(value);
}
