import type { MaterialRequirement, ServiceItem } from '../item.ts';
import { finding, foundWhen, isBlank, repeated, type ItemFinding } from './findings.ts';

/**
 * Words that leave it to the window what to ask for (兜底材料). 等 is one only where it ends an enumeration: 等级证书 and
 * 同等学力 are names of things.
 */
const FUZZY = /其他|其它|有关|相关|(?<![高初中平同对均相])等(?![级额效次候待值离式同腰边距])/;

export function materialFindings({ materials }: ServiceItem): readonly ItemFinding[] {
  return [
    ...repeated(materials.map(({ id }) => id)).map((id) => finding('materials', 'duplicate_id', id)),
    ...repeated(materials.map(({ name }) => name.trim())).map((name) => finding('materials', 'material_twice', name)),
    ...materials.flatMap((material, at) => oneMaterial(material, `materials.${at}`)),
  ];
}

function oneMaterial(
  { name, basis, condition, acceptanceRules, shareable, necessity }: MaterialRequirement,
  field: string,
): readonly ItemFinding[] {
  return [
    ...foundWhen(isBlank(basis), `${field}.basis`, 'material_basis_missing', name),
    ...foundWhen(condition !== undefined && isBlank(condition), `${field}.condition`, 'condition_blank'),
    ...foundWhen(shareable === true && necessity !== 'optional', field, 'shareable_demanded', name),
    ...fuzzy(name, `${field}.name`),
    ...acceptanceRules.flatMap((rule, at) => fuzzy(rule, `${field}.acceptanceRules.${at}`)),
  ];
}

function fuzzy(text: string, field: string): readonly ItemFinding[] {
  const word = FUZZY.exec(text);
  return word === null ? [] : [finding(field, 'fuzzy_words', `${word[0]}（${text}）`)];
}
