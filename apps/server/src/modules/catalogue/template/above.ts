import type { Hall } from '@yimen/contract';
import { divisionCode, levelOfDivision, parentOfDivision } from '@yimen/core/network';
import type { ServiceItem } from '@yimen/core/catalogue';
import type { CatalogueNeighbours } from '../routes.ts';

type NamedHall = Pick<Hall, 'jurisdiction' | 'name'>;

const levels = ['province', 'city', 'county', 'town', 'village'] as const;

/** The level a hall of this jurisdiction stands at. */
export function levelOfHall(jurisdiction: string): ServiceItem['level'] {
  const code = divisionCode(jurisdiction.padEnd(12, '0'));
  return code === undefined ? 'county' : (levels[levelOfDivision(code) - 1] ?? 'county');
}

/** The nearest hall above: a county's city, or its province where the city keeps none here; undefined for neither. */
export async function hallAbove(
  near: Pick<CatalogueNeighbours, 'halls'>,
  jurisdiction: string,
): Promise<NamedHall | undefined> {
  const halls = new Map((await near.halls()).map((hall) => [hall.jurisdiction, hall]));
  let code = divisionCode(jurisdiction.padEnd(12, '0'));
  while (code !== undefined) {
    code = parentOfDivision(code);
    const found = code === undefined ? undefined : halls.get(code.slice(0, 6));
    if (found !== undefined) return found;
  }
  return undefined;
}
