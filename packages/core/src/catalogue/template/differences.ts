import { diffItems, type ItemChange } from '../diff/diffItems.ts';
import { finding, type ItemFinding } from '../check/findings.ts';
import type { ItemRule } from '../check/rules.ts';
import type { ServiceItem } from '../item.ts';
import { placeOf, readPath, toJson, wordOf } from '../jsonPaths.ts';
import { isBetter, templateRole, type TemplateRole } from './parts.ts';

/** One thing in which an item differs from its template, and whether it may. */
export interface LocalDifference extends ItemChange {
  readonly role: Exclude<TemplateRole, 'own'>;
  readonly allowed: boolean;
}

/** Every field in which an item differs from the template it was taken from, in the words of a change from one to the other. */
export function localDifferences(template: ServiceItem, item: ServiceItem): readonly LocalDifference[] {
  return diffItems(template, item).flatMap((change) => {
    const role = templateRole(change.field);
    return role === 'own' ? [] : [{ ...change, role, allowed: isAllowed(change, role, template) }];
  });
}

function isAllowed(change: ItemChange, role: LocalDifference['role'], template: ServiceItem): boolean {
  const { before, after } = change;
  switch (role) {
    case 'local':
    case 'noted':
      return true;
    case 'binding':
      return false;
    case 'better':
      return isBetter(change);
    case 'marked':
      return after === undefined || (before === undefined && wordOf(readPath(after, 'localBasis')).trim() !== '');
    case 'standard':
      return after === undefined || template.fees.some((fee) => isSameFee(toJson(fee), after));
  }
}

type Fee = Parameters<typeof readPath>[0];

/** The same fee on the same basis, whatever it costs here. */
const isSameFee = (left: Fee, right: Fee): boolean =>
  ['name', 'basis.law', 'basis.article'].every((path) => readPath(left, path) === readPath(right, path));

const broken: Readonly<Record<LocalDifference['role'], ItemRule>> = {
  local: 'template_binding',
  noted: 'template_binding',
  binding: 'template_binding',
  better: 'template_tighter',
  standard: 'template_fee',
  marked: 'template_material',
};

/** What of an item its template does not allow: each bars publishing, like every other error of the lint. */
export function templateFindings(template: ServiceItem, item: ServiceItem): readonly ItemFinding[] {
  const content = toJson(item);
  return localDifferences(template, item)
    .filter(({ allowed }) => !allowed)
    .map(({ field, role, words }) => finding(placeOf(content, field), broken[role], words));
}
