import { readImplementationCode } from '../codes.ts';
import type { ServiceItem } from '../item.ts';
import { finding, foundWhen, isBlank, repeated, type ItemFinding } from './findings.ts';

/** What Art. 30 has posted where everybody can read it: item, basis, conditions, quantity, procedure, limits, materials, form. */
export function disclosureFindings(item: ServiceItem): readonly ItemFinding[] {
  const { remedies, effectiveFrom, effectiveTo, quantityLimit } = item;
  return [
    ...foundWhen(isBlank(item.name), 'name', 'name_missing'),
    ...foundWhen(item.bases.length === 0, 'bases', 'basis_missing'),
    ...item.bases.flatMap(({ law, article }, at) =>
      foundWhen(isBlank(law) || isBlank(article), `bases.${at}`, 'basis_blank'),
    ),
    ...item.bases.flatMap(({ law, article, repealedFrom }, at) =>
      foundWhen(
        repealedFrom !== undefined && repealedFrom <= effectiveFrom,
        `bases.${at}`,
        'basis_expired',
        `《${law}》${article}`,
      ),
    ),
    ...foundWhen(item.procedure.examination.length === 0, 'procedure.examination', 'steps_missing'),
    ...foundWhen(item.conditions.every(isBlank), 'conditions', 'conditions_missing'),
    ...foundWhen(quantityLimit !== undefined && isBlank(quantityLimit), 'quantityLimit', 'quantity_blank'),
    ...foundWhen(item.materials.length === 0, 'materials', 'materials_missing'),
    ...foundWhen(item.form.length === 0, 'form', 'form_missing'),
    ...foundWhen(isBlank(remedies.reconsiderationBody) || isBlank(remedies.court), 'remedies', 'remedies_missing'),
    ...foundWhen(effectiveTo !== undefined && effectiveTo < effectiveFrom, 'effectiveTo', 'dates_wrong'),
    ...serviceFindings(item),
    ...questionFindings(item),
    ...codeFindings(item),
    ...feeFindings(item),
  ];
}

function serviceFindings({ service }: ServiceItem): readonly ItemFinding[] {
  const told = [
    ['address', service.address],
    ['hours', service.hours],
    ['phone', service.phone],
    ['complaintPhone', service.complaintPhone],
  ] as const;
  return told.flatMap(([name, text]) => foundWhen(isBlank(text), `service.${name}`, 'where_missing', name));
}

function questionFindings({ form, situations }: ServiceItem): readonly ItemFinding[] {
  const ids = form.flatMap((group) => group.questions.map(({ id }) => id));
  const situated = (situations?.questions ?? []).map(({ id }) => id);
  // A situation may ask ahead what the form asks again under the same id.
  return [
    ...repeated(ids).map((id) => finding('form', 'duplicate_id', id)),
    ...repeated(situated).map((id) => finding('situations.questions', 'duplicate_id', id)),
  ];
}

function codeFindings({ codes: { implementation } }: ServiceItem): readonly ItemFinding[] {
  if (implementation === undefined) return [];
  const read = readImplementationCode(implementation);
  return typeof read === 'string' ? [finding('codes.implementation', 'code_wrong', read)] : [];
}

function feeFindings(item: ServiceItem): readonly ItemFinding[] {
  const unfounded = item.fees.flatMap(({ name, basis: { law, article } }, at) =>
    foundWhen(isBlank(law) || isBlank(article), `fees.${at}.basis`, 'fee_basis_missing', name),
  );
  return [...unfounded, ...licenceFees(item)];
}

/** A licence costs something only where a law or an administrative regulation says so. */
function licenceFees({ kind, fees }: ServiceItem): readonly ItemFinding[] {
  if (kind !== 'licence') return [];
  return fees.flatMap(({ name, basis: { rank } }, at) =>
    foundWhen(rank !== 'law' && rank !== 'administrativeRegulation', `fees.${at}.basis`, 'fee_basis', name),
  );
}
