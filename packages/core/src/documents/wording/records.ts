import type { ContentOf, PaperServiceMethod } from '../content.ts';
import { dayWords, timeWords } from './phrases.ts';
import { column, field, fields, note, signatures, table, type PaperBlock } from './text.ts';

export function licenceWords(paper: ContentOf<'licence'>): readonly PaperBlock[] {
  const until = paper.validTo === null ? '起长期有效' : `至${dayWords(paper.validTo)}`;
  return [
    fields(
      field('持有人', paper.addressee.name),
      ...(paper.addressee.identity === null
        ? []
        : [field(paper.addressee.kind === 'organisation' ? '统一社会信用代码' : '证件号码', paper.addressee.identity)]),
      ...paper.entries.map(({ label, value }) => field(label, value)),
      field('有效期限', `自${dayWords(paper.validFrom)}${until}`),
      field('准予决定文号', paper.decisionNumber),
    ),
  ];
}

const serviceMethods = {
  inPerson: '直接送达',
  post: '邮寄送达',
  electronic: '电子送达',
  leaving: '留置送达',
  publicNotice: '公告送达',
} as const satisfies Record<PaperServiceMethod, string>;

export function serviceWords(paper: ContentOf<'proofOfService'>): readonly PaperBlock[] {
  const { receiver, witnesses, trace, remark } = paper;
  return [
    fields(
      field('受送达人', paper.addressee.name),
      field('事项', paper.item.name),
      field('办件编号', paper.caseNumber),
      field('送达方式', serviceMethods[paper.method]),
      field('送达地点', paper.place),
      field('送达时间', timeWords(paper.servedAt)),
      field('收件人', receiver.relation === '' ? receiver.name : `${receiver.name}（${receiver.relation}）`),
      field('送达人', paper.servedBy.map(({ name, post }) => `${name}（${post}）`).join('、')),
      field('见证人', witnesses.length === 0 ? '无' : witnesses.join('、')),
      ...(trace === null ? [] : [field('送达凭据', trace)]),
      ...(remark === null ? [] : [field('备注', remark)]),
    ),
    table(
      [column('送达文书名称', 3), column('文号', 3)],
      paper.papers.map(({ title, number }) => [title, number]),
    ),
    signatures('收件人（签字或盖章）', '送达人（签字）'),
    note('代收的，应当在“收件人”栏注明与受送达人的关系；拒收的，在“备注”栏写明拒收的事由和日期，由见证人签字。'),
  ];
}

export function coverWords(paper: ContentOf<'caseFileCover'>): readonly PaperBlock[] {
  return [
    fields(
      field('案卷题名', paper.title),
      field('办件编号', paper.caseNumber),
      field('申请人', paper.addressee.name),
      field('事项', paper.item.name),
      field('办理结果', paper.outcome),
      field('收件日期', dayWords(paper.receivedOn)),
      field('办结日期', paper.closedOn === null ? '未办结' : dayWords(paper.closedOn)),
      field('件数和页数', `${paper.pieces}件，${paper.pages}页`),
      field('保管期限', paper.retention),
      field('立卷人', `${paper.compiledBy.name}（${paper.compiledBy.post}）`),
      field('立卷日期', dayWords(paper.issuedOn)),
    ),
  ];
}

export function fileListWords(paper: ContentOf<'caseFileList'>): readonly PaperBlock[] {
  return [
    fields(field('办件编号', paper.caseNumber), field('申请人', paper.addressee.name), field('事项', paper.item.name)),
    table(
      [
        column('序号', 1, 'center'),
        column('文件题名', 5),
        column('文号', 4),
        column('责任者', 3),
        column('日期', 4),
        column('页数', 1, 'center'),
      ],
      paper.entries.map(({ title, number, responsible, on, pages, sha256 }, at) => [
        `${at + 1}`,
        sha256 === null ? title : `${title}\n${sha256.slice(0, 16)}`,
        number ?? '—',
        responsible,
        dayWords(on),
        `${pages}`,
      ]),
    ),
    note('文件题名下的字符为电子文件内容摘要（SHA-256）的前十六位。'),
    signatures('立卷人（签字）', '检查人（签字）'),
  ];
}

export function approvalSheetWords(paper: ContentOf<'approvalSheet'>): readonly PaperBlock[] {
  return [
    fields(
      field('办件编号', paper.caseNumber),
      field('申请人', paper.addressee.name),
      field('事项', paper.item.name),
      field('收件日期', dayWords(paper.receivedOn)),
      field('受理日期', dayWords(paper.acceptedOn)),
      field('办理结果', paper.outcome),
    ),
    table(
      [column('环节', 3), column('意见', 6), column('承办人', 4), column('日期', 3)],
      paper.opinions.map(({ step, opinion, officer, on }) => [
        step,
        opinion,
        `${officer.name}\n${officer.post}`,
        dayWords(on),
      ]),
    ),
    note('本表为内部审批记录，由办件记录按办理顺序生成，归入案卷，不对外送达。'),
    signatures('立卷人（签字）', '检查人（签字）'),
  ];
}
