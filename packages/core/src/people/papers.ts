import { isResidentId } from './residentId.ts';

/** Papers people really hold: resident card, passport, Hong Kong/Macao/Taiwan cards, foreigner's permanent card. */
export type IdentityPaper =
  'residentId' | 'passport' | 'hkMacaoPermit' | 'taiwanPermit' | 'hkMacaoTaiwanResidence' | 'foreignPermanentResidence';

/**
 * Not every applicant has a mainland card. Only the numbers whose standard has a check digit are checked to the digit;
 * papers issued elsewhere are taken when their shape is plausible, for a false alarm here turns a person away.
 */
const plausible: Readonly<Record<IdentityPaper, (number: string) => boolean>> = {
  residentId: isResidentId,
  passport: (number) => /^[A-Z0-9]{5,15}$/.test(number),
  hkMacaoPermit: (number) => /^[HM]\d{8}(\d{2})?$/.test(number),
  taiwanPermit: (number) => /^\d{8}(\d{2})?$/.test(number),
  // Residence permits of Hong Kong, Macao and Taiwan people carry 81, 82, 83 as area and follow GB 11643.
  hkMacaoTaiwanResidence: (number) => /^8[123]0000/.test(number) && isResidentId(number),
  // Old cards: three letters and twelve digits; since 2023 eighteen characters beginning with 9.
  foreignPermanentResidence: (number) => /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/.test(number),
};

/** Could this be the number of such a paper? Says nothing about whether it was ever issued. */
export function isPaperNumber(paper: IdentityPaper, number: string): boolean {
  return plausible[paper](number);
}
