import type { PaperKind } from './kinds.ts';
import type { PaperItem } from './parts.ts';
import { paperRules } from './rules.ts';

export interface NumberParts {
  /** 机关简称, e.g. 安住建. */
  readonly authorityShortName: string;
  /** 性质, e.g. 许准字; {@link numberNature} gives it. */
  readonly nature: string;
  readonly year: number;
  /** Counts from 1 within authority, nature and year; never padded (GB/T 9704-2012, 7.2.5: 不编虚位). */
  readonly serial: number;
}

/** 机关简称+性质+〔年〕+号: `安住建许准字〔2026〕12号`. Throws on parts no number can be made of: that is a bug. */
export function paperNumber({ authorityShortName, nature, year, serial }: NumberParts): string {
  const sound = authorityShortName.trim() !== '' && nature !== '' && Number.isInteger(year) && Number.isInteger(serial);
  if (!sound || year < 1949 || year > 9999 || serial < 1) {
    throw new RangeError(`no paper number of ${JSON.stringify([authorityShortName, nature, year, serial])}`);
  }
  return `${authorityShortName.trim()}${nature}〔${year}〕${serial}号`;
}

/** 性质字 of a kind, or `null` for a paper that bears no number. */
export function numberNature(kind: PaperKind, matter: PaperItem['matter']): string | null {
  return paperRules[kind].nature?.[matter] ?? null;
}

/**
 * The key of the series a number is taken from: one per authority, nature and year, so that grants whole and partial
 * share one run. The server takes the next serial of it inside the transaction that records the paper; a roll-back
 * gives it back, which is why a database sequence (which leaves gaps) will not do. `null` for a kind without number.
 */
export function numberSeries(
  kind: PaperKind,
  authority: string,
  year: number,
  matter: PaperItem['matter'] = 'licence',
): string | null {
  const nature = numberNature(kind, matter);
  return nature === null ? null : `${authority}/${nature}/${year}`;
}
