import type { Staff } from '../../platform/http/index.ts';
import type { CatalogueNeighbours } from './routes.ts';

/** What the desk asks besides: the departments somebody answers for. */
export interface DeskNeighbours extends CatalogueNeighbours {
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
