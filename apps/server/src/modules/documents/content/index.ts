import { dayOf } from '@yimen/kernel';
import { isDecided, type CaseFact, type LiveCase } from '@yimen/core/casework';
import {
  formatVerificationCode,
  paperRules,
  sealFor,
  type PaperContent,
  type PaperHead,
  type PaperKind,
  type VerificationCode,
} from '@yimen/core/documents';
import {
  acceptanceNotice,
  correctionNotice,
  declinedAcceptance,
  licenceNotRequired,
  receipt,
  returnNotice,
} from './acceptance.ts';
import {
  extensionNotice,
  grantDecision,
  licence,
  partialGrant,
  proofOfService,
  refusalDecision,
  specialProcedureNotice,
} from './decision.ts';
import { partyOf, type PaperMatter } from './matter.ts';

export type { Body, Due, Dues, EarlierPaper, PaperMatter } from './matter.ts';

/** The papers a fact calls for, in the order they are numbered. */
export function papersFor(fact: CaseFact, live: LiveCase): readonly PaperKind[] {
  switch (fact.type) {
    case 'applicationReceived':
      return ['receipt'];
    case 'correctionNotified':
      return ['correctionNotice'];
    case 'caseAccepted':
      return ['acceptanceNotice'];
    case 'acceptanceDeclined':
      return ['declinedAcceptance'];
    case 'licenceNotRequiredDeclared':
      return ['licenceNotRequired'];
    case 'returnDecided':
      return fact.agreed ? ['returnNotice'] : [];
    case 'specialProcedureStarted':
      return ['specialProcedureNotice'];
    case 'timeExtended':
      return ['extensionNotice'];
    case 'decisionSealed':
      return isDecided(live) ? [DECISIONS[live.decision.outcome]] : [];
    case 'resultIssued':
      return ['licence'];
    case 'decisionServed':
      return ['proofOfService'];
    default:
      return [];
  }
}

const DECISIONS = { grant: 'grantDecision', partialGrant: 'partialGrant', refuse: 'refusalDecision' } as const;

export interface HeadParts {
  readonly number: string | null;
  readonly code: VerificationCode;
  /** Address of the public verification page, without the code. */
  readonly verifyAt: string;
  readonly demonstration: boolean;
}

/** Whole content of the paper of this kind that the matter's fact calls for. Throws where fact and kind do not belong together. */
export function contentOf(kind: PaperKind, matter: PaperMatter, parts: HeadParts): PaperContent {
  const { fact } = matter.entry;
  switch (fact.type) {
    case 'applicationReceived':
      return { ...headOf('receipt', matter, parts), ...receipt(matter, fact) };
    case 'correctionNotified':
      return { ...headOf('correctionNotice', matter, parts), ...correctionNotice(matter, fact) };
    case 'caseAccepted':
      return { ...headOf('acceptanceNotice', matter, parts), ...acceptanceNotice(matter, fact) };
    case 'acceptanceDeclined':
      return { ...headOf('declinedAcceptance', matter, parts), ...declinedAcceptance(matter, fact) };
    case 'licenceNotRequiredDeclared':
      return { ...headOf('licenceNotRequired', matter, parts), ...licenceNotRequired(matter, fact) };
    case 'returnDecided':
      return { ...headOf('returnNotice', matter, parts), ...returnNotice(matter) };
    default:
      return laterContent(kind, matter, parts);
  }
}

function laterContent(kind: PaperKind, matter: PaperMatter, parts: HeadParts): PaperContent {
  const { fact } = matter.entry;
  switch (fact.type) {
    case 'specialProcedureStarted':
      return { ...headOf('specialProcedureNotice', matter, parts), ...specialProcedureNotice(matter, fact) };
    case 'timeExtended':
      return { ...headOf('extensionNotice', matter, parts), ...extensionNotice(matter, fact) };
    case 'resultIssued':
      return { ...headOf('licence', matter, parts), ...licence(matter, fact) };
    case 'decisionServed':
      return { ...headOf('proofOfService', matter, parts), ...proofOfService(matter, fact) };
    case 'decisionSealed':
      return decisionContent(kind, matter, parts);
    default:
      throw new Error(`${fact.type} calls for no ${kind}`);
  }
}

function decisionContent(kind: PaperKind, matter: PaperMatter, parts: HeadParts): PaperContent {
  if (kind === 'partialGrant') return { ...headOf(kind, matter, parts), ...partialGrant(matter) };
  if (kind === 'refusalDecision') return { ...headOf(kind, matter, parts), ...refusalDecision(matter) };
  return { ...headOf('grantDecision', matter, parts), ...grantDecision(matter) };
}

/** Issuer and seal follow from the kind: the centre speaks for itself only on its receipts. */
export function headOf<K extends PaperKind>(kind: K, matter: PaperMatter, parts: HeadParts): PaperHead<K> {
  const role = paperRules[kind].issuer;
  const name = { authority: matter.department.name, centre: matter.centre.name, applicant: partyOf(matter).name }[role];
  const issuer = { role, name };
  const { item } = matter;
  return {
    kind,
    number: parts.number,
    caseNumber: matter.live.application.number,
    issuer,
    seal: sealFor(kind, issuer),
    addressee: partyOf(matter),
    item: {
      name: item.name,
      code: item.codes.implementation ?? null,
      matter: item.kind === 'licence' ? 'licence' : 'other',
    },
    issuedOn: dayOf(matter.entry.at),
    verification: {
      url: `${parts.verifyAt}/${parts.code}`,
      code: formatVerificationCode(parts.code),
      entryHash: matter.entryHash,
    },
    demonstration: parts.demonstration,
  };
}
