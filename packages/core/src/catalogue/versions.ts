import type { Day } from '@yimen/kernel';
import type { ServiceItem } from './item.ts';

type Dated = Pick<ServiceItem, 'effectiveFrom' | 'effectiveTo' | 'version'>;

/** Is this version in force on the day? Both ends are included. */
export function isInForce(version: Dated, on: Day): boolean {
  return version.effectiveFrom <= on && (version.effectiveTo === undefined || on <= version.effectiveTo);
}

/** The version in force on a day, the newest where two overlap; undefined before the first and after the last. */
export function itemInForce<Version extends Dated>(versions: readonly Version[], on: Day): Version | undefined {
  return versions
    .filter((version) => isInForce(version, on))
    .toSorted((left, right) => right.version - left.version)[0];
}
