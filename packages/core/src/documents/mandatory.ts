import type { ContentOf } from './content.ts';
import type { PaperKind } from './kinds.ts';
import {
  ACCOUNT,
  DELIVERY,
  EXTENSION,
  FILE_RULES,
  LICENCE,
  NOT_COUNTED,
  ONE_NOTICE,
  REFUSAL,
  VOUCHER,
  licensingLaw as L,
} from './articles.ts';

/** A member that may not be blank, by name or one level down, and the article that demands it. */
export interface MandatoryField<K extends PaperKind = PaperKind> {
  readonly field: FieldOf<ContentOf<K>>;
  readonly zh: string;
  readonly en: string;
  readonly article: string;
}

type FieldOf<C> = { readonly [P in keyof C & string]: P | Nested<P, NonNullable<C[P]>> }[keyof C & string];
type Nested<P extends string, V> = V extends string | number | boolean | readonly unknown[]
  ? never
  : `${P}.${keyof V & string}`;

const need = <F extends string>(field: F, zh: string, en: string, article: string) => ({ field, zh, en, article });
const remedies = (article: string) =>
  [
    need('remedies.reconsiderationBody', '行政复议机关', 'the body for reconsideration', article),
    need('remedies.court', '有管辖权的人民法院', 'the court', article),
  ] as const;
const contact = (article: string) =>
  [
    need('contact.name', '联系人', 'contact person', article),
    need('contact.phone', '联系电话', 'contact telephone', article),
  ] as const;
const basis = (article: string) => need('basis', '依据', 'legal basis', article);

export const mandatoryFields: { readonly [K in PaperKind]: readonly MandatoryField<K>[] } = {
  applicationForm: [
    need('filedAt', '申请时间', 'time of filing', ACCOUNT),
    need('authority', '受理机关', 'authority applied to', L('第二十九条')),
    need('groups', '申请内容', 'answers', ACCOUNT),
  ],
  receipt: [
    need('receivedAt', '接收时间', 'time of receipt', ONE_NOTICE),
    need('receivedBy.name', '接收人', 'receiving clerk', ONE_NOTICE),
    need('materials', '材料清单', 'list of materials', ONE_NOTICE),
    need('acceptanceDue', '作出受理决定的期限', 'last day for acceptance', ONE_NOTICE),
    ...contact(L('第三十条')),
  ],
  correctionNotice: [
    need('receivedOn', '收到申请日期', 'day of receipt', ONE_NOTICE),
    need('defects', '需要补正的全部内容', 'all defects', ONE_NOTICE),
    need('deliverBy', '补正期限', 'day to deliver by', ONE_NOTICE),
    basis(ONE_NOTICE),
    ...contact(ONE_NOTICE),
  ],
  acceptanceNotice: [
    need('acceptedOn', '受理日期', 'day of acceptance', VOUCHER),
    need('receivedOn', '收到申请日期', 'day of receipt', VOUCHER),
    need('statutoryLimit.due', '法定期限', 'statutory limit', L('第四十二条')),
    need('promisedLimit.due', '承诺期限', 'promised limit', L('第三十条')),
    need('handlingAgency', '承办机构', 'handling agency', VOUCHER),
    need('complaintPhone', '投诉监督电话', 'complaint telephone', L('第三十条')),
    basis(VOUCHER),
    ...contact(VOUCHER),
  ],
  declinedAcceptance: [
    need('receivedOn', '收到申请日期', 'day of receipt', VOUCHER),
    need('reason', '不予受理的理由', 'reason', L('第七十二条第七项')),
    basis(VOUCHER),
    ...remedies(L('第七条')),
    ...contact(VOUCHER),
  ],
  licenceNotRequired: [
    need('receivedOn', '收到申请日期', 'day of receipt', VOUCHER),
    need('reason', '不需要取得的理由', 'reason', L('第七十二条第七项')),
    basis(VOUCHER),
    ...remedies(L('第七条')),
    ...contact(VOUCHER),
  ],
  returnNotice: [
    need('receivedOn', '收到申请日期', 'day of receipt', VOUCHER),
    need('reason', '退回的理由', 'reason', L('第七十二条第七项')),
    basis(VOUCHER),
    ...remedies(L('第七条')),
    ...contact(VOUCHER),
  ],
  specialProcedureNotice: [
    need('procedure', '特别程序种类', 'kind of procedure', NOT_COUNTED),
    need('planned.length', '所需时间', 'planned time', NOT_COUNTED),
    need('startsOn', '开始日期', 'first day', NOT_COUNTED),
    need('expectedEnd', '预计结束日期', 'expected end', NOT_COUNTED),
    need('reason', '事由', 'reason', NOT_COUNTED),
    basis(NOT_COUNTED),
    ...contact(NOT_COUNTED),
  ],
  extensionNotice: [
    need('days', '延长的天数', 'days added', EXTENSION),
    need('reason', '延长期限的理由', 'reason', EXTENSION),
    need('approver.name', '批准人', 'approver', EXTENSION),
    need('approver.post', '批准人职务', 'approver’s post', EXTENSION),
    need('approvedOn', '批准日期', 'day of approval', EXTENSION),
    need('dueBefore', '原期限', 'limit before', EXTENSION),
    need('dueAfter', '延长后的期限', 'limit after', EXTENSION),
    basis(EXTENSION),
    ...contact(EXTENSION),
  ],
  grantDecision: [
    need('facts', '查明的事实', 'facts', L('第三十八条第一款')),
    need('content', '准予的内容', 'what is granted', L('第三十八条第一款')),
    need('deliveryDue', '送达期限', 'delivery limit', DELIVERY),
    basis(L('第三十八条第一款')),
    ...contact(L('第三十八条')),
  ],
  partialGrant: [
    need('facts', '查明的事实', 'facts', L('第三十八条第一款')),
    need('content', '准予的内容', 'what is granted', L('第三十八条第一款')),
    need('refusedPart', '不予许可的内容', 'what is refused', REFUSAL),
    need('reasons', '不予许可的理由', 'reasons', REFUSAL),
    need('deliveryDue', '送达期限', 'delivery limit', DELIVERY),
    basis(L('第三十八条')),
    ...remedies(REFUSAL),
    ...contact(L('第三十八条')),
  ],
  refusalDecision: [
    need('facts', '查明的事实', 'facts', REFUSAL),
    need('reasons', '不予许可的理由', 'reasons', REFUSAL),
    basis(REFUSAL),
    ...remedies(REFUSAL),
    ...contact(REFUSAL),
  ],
  licence: [
    need('licenceName', '证照名称', 'name of the licence', LICENCE),
    need('entries', '许可事项', 'particulars', LICENCE),
    need('decisionNumber', '决定书文号', 'number of the decision', L('第三十八条、第三十九条')),
    need('validFrom', '有效期起始日期', 'first day of validity', L('第五十条')),
  ],
  proofOfService: [
    need('papers', '送达文书', 'papers served', DELIVERY),
    need('method', '送达方式', 'method', DELIVERY),
    need('place', '送达地点', 'place', DELIVERY),
    need('servedAt', '送达时间', 'time', DELIVERY),
    need('servedBy', '送达人', 'server', DELIVERY),
    need('receiver.name', '收件人', 'receiver', DELIVERY),
  ],
  caseFileCover: [
    need('title', '案卷题名', 'title', FILE_RULES),
    need('outcome', '办理结果', 'outcome', FILE_RULES),
    need('retention', '保管期限', 'retention', FILE_RULES),
    need('compiledBy.name', '立卷人', 'compiler', FILE_RULES),
  ],
  caseFileList: [
    need('entries', '卷内文件', 'entries', FILE_RULES),
    need('compiledBy.name', '立卷人', 'compiler', FILE_RULES),
  ],
  approvalSheet: [
    need('opinions', '办理意见', 'opinions', FILE_RULES),
    need('outcome', '办理结果', 'outcome', FILE_RULES),
    need('compiledBy.name', '立卷人', 'compiler', FILE_RULES),
  ],
};
