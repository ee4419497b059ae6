import type { Draft } from '@yimen/contract';

interface Looker {
  readonly device: string;
  /** The save this device has last shown. */
  readonly seen: number;
}

/** Fields (`applicant.name`) whose last word is another device's and newer than what this one has shown. */
export function touchedElsewhere({ touched }: Pick<Draft, 'touched'>, { device, seen }: Looker): readonly string[] {
  return Object.entries(touched)
    .filter(([, mark]) => mark.device !== device && mark.revision > seen)
    .map(([field]) => field);
}
