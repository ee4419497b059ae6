import {
  EXTENSION,
  FILE_RULES,
  DELIVERY,
  LICENCE,
  NOT_COUNTED,
  ONE_NOTICE,
  REFUSAL,
  licensingLaw as L,
} from './articles.ts';
import type { PaperKind } from './kinds.ts';
import { mandatoryFields, type MandatoryField } from './mandatory.ts';
import type { Issuer, IssuerRole, PaperItem, PaperSeal, SealKind } from './parts.ts';

export interface PaperRule<K extends PaperKind = PaperKind> {
  /** Name where the item is an administrative licence, and where it is another power or a service. */
  readonly zh: { readonly licence: string; readonly other: string };
  readonly en: string;
  /** 性质字 after the authority's short name; `null` for papers that bear no number. */
  readonly nature: { readonly licence: string; readonly other: string } | null;
  readonly issuer: IssuerRole;
  /**
   * Art. 32: acceptance papers carry the authority's special seal; Art. 39: the licence carries the authority's own.
   * The centre has a seal for its receipts and for nothing else.
   */
  readonly seal: SealKind | 'none';
  readonly layout: 'official' | 'form' | 'certificate' | 'cover';
  readonly basis: string;
  readonly mandatory: readonly MandatoryField<K>[];
}

const both = (text: string): { readonly licence: string; readonly other: string } => ({ licence: text, other: text });
const named = (licence: string, other: string): { readonly licence: string; readonly other: string } => ({
  licence,
  other,
});

export const paperRules: { readonly [K in PaperKind]: PaperRule<K> } = {
  applicationForm: {
    zh: named('行政许可申请书', '政务服务事项申请书'),
    en: 'Application',
    nature: null,
    issuer: 'applicant',
    seal: 'none',
    layout: 'form',
    basis: L('第二十九条、第三十一条'),
    mandatory: mandatoryFields.applicationForm,
  },
  receipt: {
    zh: both('申请材料接收凭证'),
    en: 'Receipt of application materials',
    nature: both('收字'),
    issuer: 'centre',
    seal: 'centreReceiptSeal',
    layout: 'form',
    basis: L('第二十六条、第三十二条'),
    mandatory: mandatoryFields.receipt,
  },
  correctionNotice: {
    zh: named('行政许可申请材料补正告知书', '申请材料补正告知书'),
    en: 'Correction notice',
    nature: named('许补字', '审补字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: ONE_NOTICE,
    mandatory: mandatoryFields.correctionNotice,
  },
  acceptanceNotice: {
    zh: named('行政许可申请受理通知书', '受理通知书'),
    en: 'Acceptance notice',
    nature: named('许受字', '审受字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: L('第三十二条第一款第五项、第二款'),
    mandatory: mandatoryFields.acceptanceNotice,
  },
  declinedAcceptance: {
    zh: named('行政许可申请不予受理决定书', '不予受理决定书'),
    en: 'Decision declining acceptance',
    nature: named('许不受字', '审不受字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: L('第三十二条第一款第二项、第二款'),
    mandatory: mandatoryFields.declinedAcceptance,
  },
  licenceNotRequired: {
    zh: named('不需要取得行政许可告知书', '不需要办理告知书'),
    en: 'Notice that no licence is required',
    nature: named('许免字', '审免字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: L('第三十二条第一款第一项、第二款'),
    mandatory: mandatoryFields.licenceNotRequired,
  },
  returnNotice: {
    zh: named('行政许可申请退回告知书', '申请退回告知书'),
    en: 'Notice that an application is returned',
    nature: named('许退字', '审退字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: L('第三十二条第二款'),
    mandatory: mandatoryFields.returnNotice,
  },
  specialProcedureNotice: {
    zh: named('行政许可特别程序告知书', '特别程序告知书'),
    en: 'Special procedure notice',
    nature: named('许特字', '审特字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: NOT_COUNTED,
    mandatory: mandatoryFields.specialProcedureNotice,
  },
  extensionNotice: {
    zh: named('行政许可延期决定通知书', '延期通知书'),
    en: 'Extension notice',
    nature: named('许延字', '审延字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: EXTENSION,
    mandatory: mandatoryFields.extensionNotice,
  },
  grantDecision: {
    zh: named('准予行政许可决定书', '准予办理决定书'),
    en: 'Grant decision',
    nature: named('许准字', '审准字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: L('第三十八条第一款'),
    mandatory: mandatoryFields.grantDecision,
  },
  partialGrant: {
    zh: named('准予部分行政许可决定书', '准予部分办理决定书'),
    en: 'Partial grant decision',
    nature: named('许准字', '审准字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: L('第三十八条'),
    mandatory: mandatoryFields.partialGrant,
  },
  refusalDecision: {
    zh: named('不予行政许可决定书', '不予办理决定书'),
    en: 'Refusal decision',
    nature: named('许不准字', '审不准字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'official',
    basis: REFUSAL,
    mandatory: mandatoryFields.refusalDecision,
  },
  licence: {
    zh: both('证照'),
    en: 'Licence',
    nature: both('证字'),
    issuer: 'authority',
    seal: 'authoritySeal',
    layout: 'certificate',
    basis: LICENCE,
    mandatory: mandatoryFields.licence,
  },
  proofOfService: {
    zh: named('行政许可文书送达回证', '文书送达回证'),
    en: 'Proof of service',
    nature: both('送字'),
    issuer: 'authority',
    seal: 'approvalSeal',
    layout: 'form',
    basis: DELIVERY,
    mandatory: mandatoryFields.proofOfService,
  },
  caseFileCover: {
    zh: named('行政许可案卷', '政务服务办件案卷'),
    en: 'Case file cover',
    nature: null,
    issuer: 'authority',
    seal: 'none',
    layout: 'cover',
    basis: FILE_RULES,
    mandatory: mandatoryFields.caseFileCover,
  },
  caseFileList: {
    zh: both('卷内文件目录'),
    en: 'List of the case file',
    nature: null,
    issuer: 'authority',
    seal: 'none',
    layout: 'form',
    basis: FILE_RULES,
    mandatory: mandatoryFields.caseFileList,
  },
  approvalSheet: {
    zh: named('行政许可审批表', '政务服务事项审批表'),
    en: 'Internal approval sheet',
    nature: null,
    issuer: 'authority',
    seal: 'none',
    layout: 'form',
    basis: FILE_RULES,
    mandatory: mandatoryFields.approvalSheet,
  },
};

/** The paper's name as it stands on the page; a licence bears its own name (施工许可证…). */
export function paperTitle(kind: PaperKind, matter: PaperItem['matter']): string {
  return paperRules[kind].zh[matter];
}

/** The seal this kind of paper must carry when `issuer` makes it; `null` where none belongs on it. */
export function sealFor(kind: PaperKind, issuer: Issuer): PaperSeal | null {
  const seal = paperRules[kind].seal;
  return seal === 'none' ? null : { kind: seal, holder: issuer };
}

/** The words under the star: nothing for the authority's own seal, else what it may be used for. */
export const sealWords: { readonly [K in SealKind]: { readonly zh: string; readonly en: string } } = {
  authoritySeal: { zh: '', en: 'authority seal' },
  approvalSeal: { zh: '行政审批专用章', en: 'special seal for approval' },
  centreReceiptSeal: { zh: '收件专用章', en: 'special seal for receipts' },
};
