import { disclosureFindings } from './check/disclosure.ts';
import { expressionFindings, type ReadFeel } from './check/expressions.ts';
import type { ItemFinding } from './check/findings.ts';
import { implementationFindings } from './check/implementation.ts';
import { limitFindings } from './check/limits.ts';
import { materialFindings } from './check/materials.ts';
import { procedureFindings } from './check/procedure.ts';
import type { ServiceItem } from './item.ts';
import { templateFindings } from './template/differences.ts';

/**
 * Everything that stands against publishing an item, and what an editor should look at. An item without errors cannot
 * be run into an unlawful process; whether its content is right remains for people to judge. Expressions are read only
 * where a FEEL library is given; an item adopted from the hall above is held against the template it rests on. A warning
 * accepted with a reason stays in the list and says so.
 */
export function checkItem(item: ServiceItem, feel?: ReadFeel, template?: ServiceItem): readonly ItemFinding[] {
  const found = [
    ...disclosureFindings(item),
    ...materialFindings(item),
    ...limitFindings(item),
    ...procedureFindings(item),
    ...implementationFindings(item),
    ...expressionFindings(item, feel),
    ...(template === undefined ? [] : templateFindings(template, item)),
  ];
  return found.map((one) => withAcceptance(one, item));
}

function withAcceptance(found: ItemFinding, { acceptedWarnings = [] }: ServiceItem): ItemFinding {
  if (found.severity === 'error') return found;
  const accepted = acceptedWarnings.find(({ rule, field }) => rule === found.rule && field === found.field);
  return accepted === undefined ? found : { ...found, accepted };
}
