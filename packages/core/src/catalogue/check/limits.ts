import type { Limit } from '../../clock/index.ts';
import type { ServiceItem } from '../item.ts';
import { finding, foundWhen, isBlank, type ItemFinding } from './findings.ts';

export function limitFindings(item: ServiceItem): readonly ItemFinding[] {
  const { limits, kind } = item;
  const all = Object.entries(limits).flatMap(([name, limit]) => oneLimit(limit, `limits.${name}`));
  return [...all, ...promiseFindings(limits), ...(kind === 'licence' ? lawOfLicences(limits) : [])];
}

function oneLimit({ count, basis }: Limit, field: string): readonly ItemFinding[] {
  return [
    ...foundWhen(!Number.isInteger(count) || count < 0, field, 'limit_not_positive'),
    ...foundWhen(isBlank(basis.law), `${field}.basis`, 'limit_basis_missing'),
  ];
}

/** The Act's own limits, for licences: five days to answer, ten to deliver, in working days (Art. 82). */
function lawOfLicences({ acceptance, delivery }: ServiceItem['limits']): readonly ItemFinding[] {
  const ofTheAct = [
    ['limits.acceptance', acceptance, 5, 'acceptance_too_long'],
    ['limits.delivery', delivery, 10, 'delivery_too_long'],
  ] as const;
  return ofTheAct.flatMap(([field, limit, most, rule]) => [
    ...foundWhen(limit.count > most, field, rule),
    ...foundWhen(limit.unit !== 'workingDay', field, 'working_days_due'),
  ]);
}

function promiseFindings({ promised, statutory }: ServiceItem['limits']): readonly ItemFinding[] {
  const field = 'limits.promised';
  if (promised.unit === statutory.unit && promised.count > statutory.count) {
    return [finding(field, 'promised_exceeds_statutory')];
  }
  const sameStart = promised.startsOn === statutory.startsOn;
  if (promised.unit === statutory.unit && sameStart) return [];
  if (calendarDays(promised).least > calendarDays(statutory).most)
    return [finding(field, 'promised_exceeds_statutory')];
  const certain = sameStart && calendarDays(promised).most <= calendarDays(statutory).least;
  return foundWhen(!certain, field, 'limits_not_comparable');
}

/**
 * Bounds in calendar days. Ten holidays in one run are more than any notice has given; 20 working days spanned 25–38
 * calendar days in 2008–2025, which these bounds hold.
 */
function calendarDays({ unit, count }: Limit): { readonly least: number; readonly most: number } {
  switch (unit) {
    case 'calendarDay':
      return { least: count, most: count };
    case 'month':
      return { least: count * 28, most: count * 31 };
    case 'workingDay':
      return { least: count, most: count === 0 ? 0 : Math.ceil((count * 7) / 5) + 12 };
  }
}
