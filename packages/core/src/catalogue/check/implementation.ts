import { readCoded } from '../codeSchemes.ts';
import { elementLists, itemElements, readElement, type ItemElement } from '../elements.ts';
import type { ServiceItem } from '../item.ts';
import type { Entrustment } from '../implementation.ts';
import { isList, readPath, toJson, type JsonObject } from '../jsonPaths.ts';
import { finding, foundWhen, isBlank, type ItemFinding } from './findings.ts';

/** What the national implementation list asks of an item beyond what a case is run by. */
export function implementationFindings(item: ServiceItem): readonly ItemFinding[] {
  const facts = item.implementation ?? {};
  return [
    ...missingElements(item),
    ...(facts.entrustment === undefined ? [] : entrustmentFindings(facts.entrustment, item)),
    ...(facts.intermediaries ?? []).flatMap(({ name, basis }, at) =>
      foundWhen(isBlank(basis), `implementation.intermediaries.${at}.basis`, 'intermediary_basis', name),
    ),
    ...visitFindings(item),
    ...foundWhen(facts.tree?.parent === item.id, 'implementation.tree.parent', 'own_parent'),
    ...(facts.otherCodes ?? []).flatMap((coded, at) => {
      const read = readCoded(coded);
      return foundWhen(!read.ok, `implementation.otherCodes.${at}`, 'code_scheme', `${coded.scheme}:${coded.code}`);
    }),
  ];
}

function missingElements(item: ServiceItem): readonly ItemFinding[] {
  const json = toJson(item);
  return itemElements
    .filter(({ obligation }) => obligation === 'M')
    .flatMap((element) => emptyAt(json, element).map((field) => finding(field, 'element_missing', element.zh)));
}

/** Where a mandatory element says nothing. */
function emptyAt(item: ReturnType<typeof toJson>, element: ItemElement): readonly string[] {
  const [path = element.field] = element.paths;
  if (element.part === 'item') return isEmpty(readElement(item, element)) ? [path] : [];
  const list = elementLists[element.part];
  const rows = readPath(item, list);
  return (isList(rows) ? rows : []).flatMap((row, at) =>
    isEmpty(readElement(row, element)) ? [`${list}.${at}.${path}`] : [],
  );
}

const isEmpty = (value: JsonObject[string]): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value));

/** Art. 24: within its lawful powers, in writing, announced, in the principal's name, and never passed on. */
function entrustmentFindings(
  { principal, agent, basis, announced }: Entrustment,
  { implementation }: ServiceItem,
): readonly ItemFinding[] {
  const field = 'implementation.entrustment';
  const incomplete = [principal, agent, basis].some(isBlank) || announced === undefined;
  const source = implementation?.body?.powerSource;
  const entrustedItself = source === 'entrustedFromAbove' || source === 'entrustedBySame';
  return [
    ...foundWhen(incomplete, field, 'entrustment_incomplete', agent),
    ...foundWhen(
      entrustedItself && principal !== agent && implementation?.body?.name === principal,
      field,
      'entrustment_passed_on',
    ),
  ];
}

function visitFindings({ implementation }: ServiceItem): readonly ItemFinding[] {
  const { visits = 0, visitReason = '' } = implementation?.service ?? {};
  return [
    ...foundWhen(visits > 0 && isBlank(visitReason), 'implementation.service.visitReason', 'visit_reason_missing'),
    ...foundWhen(visits > 1, 'implementation.service.visits', 'visits_many'),
  ];
}
