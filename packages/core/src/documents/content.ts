import type { Day, Instant } from '@yimen/kernel';
import type { PaperKind } from './kinds.ts';
import type { Contact, LimitLine, LicenceLine, Officer, PaperHead, Remedies } from './parts.ts';

/**
 * Everything a renderer needs to put one paper on the page: plain JSON, self-contained, so that the paper can be made
 * again years later without asking what the master data said then.
 */
export type PaperContent = { readonly [K in PaperKind]: PaperContents[K] }[PaperKind];
export type ContentOf<K extends PaperKind> = PaperContents[K];

interface PaperContents {
  readonly receipt: Receipt;
  readonly correctionNotice: CorrectionNotice;
  readonly acceptanceNotice: AcceptanceNotice;
  readonly declinedAcceptance: DeclinedAcceptance;
  readonly licenceNotRequired: LicenceNotRequired;
  readonly returnNotice: ReturnNotice;
  readonly specialProcedureNotice: SpecialProcedureNotice;
  readonly extensionNotice: ExtensionNotice;
  readonly grantDecision: GrantDecision;
  readonly partialGrant: PartialGrant;
  readonly refusalDecision: RefusalDecision;
  readonly licence: Licence;
  readonly proofOfService: ProofOfService;
  readonly caseFileCover: CaseFileCover;
  readonly caseFileList: CaseFileList;
  readonly approvalSheet: ApprovalSheet;
  readonly applicationForm: ApplicationForm;
}

export type MaterialForm = 'original' | 'copy' | 'originalAndCopy' | 'electronic';

export interface Receipt extends PaperHead<'receipt'> {
  readonly receivedAt: Instant;
  readonly receivedBy: Officer;
  readonly materials: readonly {
    readonly name: string;
    readonly copies: number;
    readonly form: MaterialForm;
    readonly remark: string | null;
  }[];
  /** The last day for the one correction notice or for acceptance; after it silence is acceptance. */
  readonly acceptanceDue: Day;
  /** With the case number, opens the progress query; never printed on any other paper. */
  readonly queryCode: string | null;
  readonly contact: Contact;
}

export interface CorrectionNotice extends PaperHead<'correctionNotice'> {
  readonly receivedOn: Day;
  readonly basis: readonly string[];
  readonly defects: readonly { readonly material: string; readonly defect: string; readonly standard: string }[];
  /** 期限: until when the applicant is asked to deliver all of it. */
  readonly deliverBy: Day;
  readonly contact: Contact;
}

export interface AcceptanceNotice extends PaperHead<'acceptanceNotice'> {
  readonly receivedOn: Day;
  readonly acceptedOn: Day;
  readonly basis: readonly string[];
  /** Accepted by silence: the day the five working days ran out. `acceptedOn` is then the day of receipt. */
  readonly deemed: { readonly lapsedOn: Day } | null;
  readonly statutoryLimit: LimitLine;
  readonly promisedLimit: LimitLine;
  /** What the law or the guide leaves out of the count, in words; may be empty. */
  readonly notCounted: readonly string[];
  readonly handlingAgency: string;
  readonly complaintPhone: string;
  readonly contact: Contact;
}

export type DeclinedGround = 'notCompetent' | 'notConforming' | 'falseMaterials';

export interface DeclinedAcceptance extends PaperHead<'declinedAcceptance'> {
  readonly receivedOn: Day;
  readonly ground: DeclinedGround;
  readonly reason: string;
  /** Whom to apply to; must be named when the ground is `notCompetent` (Art. 32(2)). */
  readonly competentAuthority: string | null;
  readonly basis: readonly string[];
  readonly remedies: Remedies;
  readonly contact: Contact;
}

export interface LicenceNotRequired extends PaperHead<'licenceNotRequired'> {
  readonly receivedOn: Day;
  readonly reason: string;
  readonly basis: readonly string[];
  readonly remedies: Remedies;
  readonly contact: Contact;
}

/** 退回: the window head agreed; the application is not accepted, which Art. 32 wants in writing as well. */
export interface ReturnNotice extends PaperHead<'returnNotice'> {
  readonly receivedOn: Day;
  readonly reason: string;
  readonly basis: readonly string[];
  readonly remedies: Remedies;
  readonly contact: Contact;
}

export interface SpecialProcedureNotice extends PaperHead<'specialProcedureNotice'> {
  readonly acceptedOn: Day;
  readonly procedure: SpecialProcedureWord;
  /** What a procedure outside Art. 45 is called; must be given when `procedure` is `other`. */
  readonly procedureName: string | null;
  readonly reason: string;
  readonly basis: readonly string[];
  readonly planned: { readonly length: number; readonly unit: 'workingDay' | 'calendarDay' };
  /** Days after this one do not count, up to and including the day the result is received. */
  readonly startsOn: Day;
  readonly expectedEnd: Day;
  readonly stopsStatutory: boolean;
  readonly stopsPromise: boolean;
  readonly contact: Contact;
}

/** The eight of Art. 45 by their names in the glossary, the two local ones, and what a named law adds. */
export type SpecialProcedureWord =
  | 'hearing'
  | 'tender'
  | 'auction'
  | 'inspection'
  | 'testing'
  | 'quarantine'
  | 'appraisal'
  | 'expertReview'
  | 'siteVisit'
  | 'publicNotice'
  | 'other';

export interface ExtensionNotice extends PaperHead<'extensionNotice'> {
  readonly acceptedOn: Day;
  readonly days: number;
  /** `workingDay` under the Licensing Law (Art. 82); the others only where another law says so. */
  readonly unit: 'workingDay' | 'calendarDay';
  readonly reason: string;
  readonly basis: readonly string[];
  /** One authority's own limit, or the envelope of several handled jointly: another person must have approved. */
  readonly envelope: 'single' | 'joint';
  readonly approver: Officer & { readonly office: 'authorityHead' | 'governmentHead' };
  readonly approvedOn: Day;
  readonly dueBefore: Day;
  readonly dueAfter: Day;
  readonly contact: Contact;
}

interface Granted {
  readonly acceptedOn: Day;
  readonly facts: readonly string[];
  readonly basis: readonly string[];
  /** What is granted, as it will be relied on. */
  readonly content: string;
  readonly conditions: readonly string[];
  readonly validity: { readonly from: Day; readonly to: Day | null } | null;
  readonly licences: readonly LicenceLine[];
  /** The last of the ten working days for delivery (Art. 44). */
  readonly deliveryDue: Day;
  readonly contact: Contact;
}

export interface GrantDecision extends PaperHead<'grantDecision'>, Granted {
  /** May be told with a grant too; must be where conditions are attached. */
  readonly remedies: Remedies | null;
}

export interface PartialGrant extends PaperHead<'partialGrant'>, Granted {
  readonly refusedPart: string;
  readonly reasons: readonly string[];
  readonly remedies: Remedies;
}

export interface RefusalDecision extends PaperHead<'refusalDecision'> {
  readonly acceptedOn: Day;
  readonly facts: readonly string[];
  readonly reasons: readonly string[];
  readonly basis: readonly string[];
  readonly remedies: Remedies;
  readonly contact: Contact;
}

export interface Licence extends PaperHead<'licence'> {
  /** 施工许可证 … ; which of Art. 39's four it is. */
  readonly licenceName: string;
  readonly form: 'licence' | 'approval' | 'certificate' | 'other';
  readonly entries: readonly { readonly label: string; readonly value: string }[];
  readonly decisionNumber: string;
  readonly validFrom: Day;
  /** `null`: without limit (长期). */
  readonly validTo: Day | null;
}

export type PaperServiceMethod = 'inPerson' | 'post' | 'electronic' | 'leaving' | 'publicNotice';

export interface ProofOfService extends PaperHead<'proofOfService'> {
  readonly papers: readonly { readonly title: string; readonly number: string }[];
  readonly method: PaperServiceMethod;
  readonly place: string;
  readonly servedAt: Instant;
  readonly servedBy: readonly Officer[];
  /** Who took it, and as what: 本人, 代理人, 同住成年家属, 单位收发室…; for leaving or a public notice, who was meant. */
  readonly receiver: { readonly name: string; readonly relation: string };
  readonly witnesses: readonly string[];
  /** Postal number, address of the public notice, or the proof of the electronic channel. */
  readonly trace: string | null;
  readonly remark: string | null;
}

export interface CaseFileCover extends PaperHead<'caseFileCover'> {
  readonly title: string;
  readonly outcome: string;
  readonly receivedOn: Day;
  readonly closedOn: Day | null;
  readonly retention: string;
  readonly pieces: number;
  readonly pages: number;
  readonly compiledBy: Officer;
}

export interface CaseFileList extends PaperHead<'caseFileList'> {
  readonly entries: readonly {
    readonly title: string;
    readonly number: string | null;
    readonly responsible: string;
    readonly on: Day;
    readonly pages: number;
    /** Content hash of the file, so that the paper list vouches for the electronic one. */
    readonly sha256: string | null;
  }[];
  readonly compiledBy: Officer;
}

/** 内部审批表: what each officer said on the case, in order, as the file of the case keeps it. Never served on anybody. */
export interface ApprovalSheet extends PaperHead<'approvalSheet'> {
  readonly receivedOn: Day;
  readonly acceptedOn: Day;
  readonly opinions: readonly {
    readonly step: string;
    readonly opinion: string;
    readonly officer: Officer;
    readonly on: Day;
  }[];
  readonly outcome: string;
  readonly compiledBy: Officer;
}

export interface ApplicationForm extends PaperHead<'applicationForm'> {
  readonly filedAt: Instant;
  readonly authority: string;
  readonly agent: string | null;
  readonly groups: readonly {
    readonly title: string;
    readonly answers: readonly { readonly question: string; readonly answer: string }[];
  }[];
  readonly materials: readonly string[];
}
