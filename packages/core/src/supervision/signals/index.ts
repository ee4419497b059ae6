import type { SignalName } from '../measures.ts';
import * as flow from './flow.ts';
import type { Detector, Scene, Sighting } from './scene.ts';
import * as substance from './substance.ts';

/** Signals read from entries of a case; `rating`, `peers` and `urge` come from elsewhere. */
export type CaseSignal = Exclude<SignalName, 'rating' | 'peers' | 'urge' | 'uncovered'>;

const detectors: { readonly [S in CaseSignal]: Detector<S> } = {
  separation: flow.separation,
  order: flow.order,
  review: flow.review,
  visit: flow.visit,
  authorisation: flow.authorisation,
  hours: flow.hours,
  returning: flow.returning,
  broken: flow.broken,
  closing: flow.closing,
  correction: substance.correction,
  fee: substance.fee,
  refusal: substance.refusal,
  contrary: substance.contrary,
  suspension: substance.suspension,
  resumption: substance.resumption,
  life: substance.life,
  receipt: substance.receipt,
  device: substance.device,
  pace: substance.pace,
  phone: substance.phone,
  refile: substance.refile,
  withdrawal: substance.withdrawal,
};

export type { Around, Scene, Sighting } from './scene.ts';

export const isCaseSignal = (signal: SignalName): signal is CaseSignal => Object.hasOwn(detectors, signal);

/** What one signal measures at an entry. */
export function sightings(signal: CaseSignal, scene: Scene): readonly Sighting<CaseSignal>[] {
  return detectors[signal](scene);
}
