import type { LocalSeat } from '@yimen/core/catalogue';
import type { Staff } from '../../platform/http/index.ts';
import type { CatalogueNeighbours } from './routes.ts';

export type Seat = Pick<LocalSeat, 'authorityName' | 'creditCode' | 'service'>;

/** What the desk asks besides: the departments somebody answers for. */
export interface DeskNeighbours extends CatalogueNeighbours {
  /** A department of the hall with where and when the hall serves; undefined where the hall has no such department. */
  readonly seatOf: (jurisdiction: string, authority: string) => Promise<Seat | undefined>;
  readonly authoritiesOf: (jurisdiction: string, person: string) => Promise<readonly string[]>;
}

/** An editor for every department, its head for a department. */
export async function mayDraft(
  near: Pick<DeskNeighbours, 'authoritiesOf'>,
  { roles, jurisdiction, person }: Staff,
  authority: string,
): Promise<boolean> {
  return roles.includes('catalogueEditor') || (await near.authoritiesOf(jurisdiction, person)).includes(authority);
}
