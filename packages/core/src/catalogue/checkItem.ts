import { disclosureFindings } from './check/disclosure.ts';
import type { ItemFinding } from './check/findings.ts';
import { limitFindings } from './check/limits.ts';
import { materialFindings } from './check/materials.ts';
import { procedureFindings } from './check/procedure.ts';
import type { ServiceItem } from './item.ts';

/**
 * Everything that stands against publishing an item, and what an editor should look at. An item without errors cannot
 * be run into an unlawful process; whether its content is right remains for people to judge.
 */
export function checkItem(item: ServiceItem): readonly ItemFinding[] {
  return [...disclosureFindings(item), ...materialFindings(item), ...limitFindings(item), ...procedureFindings(item)];
}
