import type { CheckedPaper } from '../check.ts';
import type { ContentOf, PaperContent } from '../content.ts';
import type { PaperKind } from '../kinds.ts';
import { paperRules, paperTitle } from '../rules.ts';
import {
  acceptanceWords,
  applicationFormWords,
  correctionWords,
  declinedWords,
  notRequiredWords,
  receiptWords,
  returnWords,
} from './acceptance.ts';
import { extensionWords, grantWords, partialGrantWords, refusalWords, specialProcedureWords } from './decision.ts';
import { contactWords, dayWords } from './phrases.ts';
import { approvalSheetWords, coverWords, fileListWords, licenceWords, serviceWords } from './records.ts';
import { remark, type PaperBlock, type PaperText } from './text.ts';

/** The whole wording of a paper, in order. Only checked content has words: an unlawful paper cannot even be read. */
export function paperWords(paper: CheckedPaper): PaperText {
  const { layout } = paperRules[paper.kind];
  return {
    layout,
    issuer: paper.issuer.name,
    head: paper.issuer.role === 'applicant' ? null : paper.issuer.name,
    title: paper.kind === 'licence' ? paper.licenceName : paperTitle(paper.kind, paper.item.matter),
    subtitle: paper.kind === 'acceptanceNotice' && paper.deemed !== null ? '（视为受理）' : null,
    number: paper.number,
    salutation: layout === 'official' ? `${paper.addressee.name}：` : null,
    ...aroundSignature(paper, layout),
    date: dayWords(paper.issuedOn),
    signed: paper.seal !== null,
  };
}

/** Lines for others to sign on, notes and the 附注 stand below the issuer's name and seal. */
function aroundSignature(paper: PaperContent, layout: PaperText['layout']): Pick<PaperText, 'blocks' | 'after'> {
  const all = blocksOf(paper.kind, paper);
  const end = all.findLastIndex(({ block }) => block !== 'signatures' && block !== 'note') + 1;
  const inTable = paper.kind === 'acceptanceNotice';
  const contact = layout === 'official' && 'contact' in paper && !inTable ? [remark(contactWords(paper.contact))] : [];
  return { blocks: all.slice(0, end), after: [...contact, ...all.slice(end)] };
}

/** One wording per kind; the compiler asks for the missing one when a kind is added. */
const wordings: { readonly [K in PaperKind]: (paper: ContentOf<K>) => readonly PaperBlock[] } = {
  applicationForm: applicationFormWords,
  receipt: receiptWords,
  correctionNotice: correctionWords,
  acceptanceNotice: acceptanceWords,
  declinedAcceptance: declinedWords,
  licenceNotRequired: notRequiredWords,
  returnNotice: returnWords,
  specialProcedureNotice: specialProcedureWords,
  extensionNotice: extensionWords,
  grantDecision: grantWords,
  partialGrant: partialGrantWords,
  refusalDecision: refusalWords,
  licence: licenceWords,
  proofOfService: serviceWords,
  caseFileCover: coverWords,
  caseFileList: fileListWords,
  approvalSheet: approvalSheetWords,
};

function blocksOf<K extends PaperKind>(kind: K, paper: ContentOf<K>): readonly PaperBlock[] {
  return wordings[kind](paper);
}
