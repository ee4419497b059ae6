import type { ContentOf, MaterialForm } from '../content.ts';
import {
  applicationWords,
  basisWords,
  contactWords,
  dayWords,
  limitWords,
  remediesWords,
  timeWords,
  youOf,
} from './phrases.ts';
import { column, field, fields, note, paragraph, signatures, table, type PaperBlock } from './text.ts';

const materialForms = {
  original: '原件',
  copy: '复印件',
  originalAndCopy: '原件及复印件',
  electronic: '电子件',
} as const satisfies Record<MaterialForm, string>;

const SILENCE = '逾期不告知的，自收到申请材料之日起即为受理。';

export function receiptWords(paper: ContentOf<'receipt'>): readonly PaperBlock[] {
  const { materials, receivedAt, acceptanceDue, item } = paper;
  const due = dayWords(acceptanceDue);
  const next =
    item.matter === 'licence'
      ? `依照《中华人民共和国行政许可法》第三十二条的规定，承办机关将于${due}前（含当日）作出是否受理的决定，或者一次告知需要补正的全部内容；${SILENCE}`
      : `承办机关将于${due}前（含当日）作出是否受理的决定，或者一次告知需要补正的全部内容。`;
  return [
    fields(
      field('申请人', paper.addressee.name),
      field('申请事项', item.name),
      field('办件编号', paper.caseNumber),
      ...(paper.queryCode === null ? [] : [field('查询码', paper.queryCode)]),
      field('接收时间', timeWords(receivedAt)),
      field('接收人', `${paper.receivedBy.name}（${paper.receivedBy.post}）`),
      field('联系方式', contactWords(paper.contact)),
    ),
    table(
      [
        column('序号', 1, 'center'),
        column('材料名称', 6),
        column('份数', 1, 'center'),
        column('形式', 2, 'center'),
        column('备注', 3),
      ],
      materials.map(({ name, copies, form, remark }, at) => [
        `${at + 1}`,
        name,
        `${copies}`,
        materialForms[form],
        remark ?? '',
      ]),
    ),
    paragraph(
      `以上材料共${materials.length}项，已于${timeWords(receivedAt)}收到。本凭证只证明收到申请材料，不代表申请已经受理。`,
    ),
    paragraph(next),
    signatures('申请人（签字）', '接收人（签字）'),
  ];
}

export function correctionWords(paper: ContentOf<'correctionNotice'>): readonly PaperBlock[] {
  return [
    paragraph(
      `${applicationWords(paper, paper.receivedOn)}，经审查，申请材料不齐全或者不符合法定形式。依照${basisWords(paper.basis)}的规定，现将需要补正的全部内容一次告知如下：`,
    ),
    table(
      [column('序号', 1, 'center'), column('材料', 4), column('存在的问题', 5), column('应当达到的标准', 5)],
      paper.defects.map(({ material, defect, standard }, at) => [`${at + 1}`, material, defect, standard]),
    ),
    paragraph(
      `请于${dayWords(paper.deliverBy)}前（含当日）提交全部补正材料。按照本告知书的要求提交全部补正材料的，本机关予以受理，受理日期为补正材料交齐之日。`,
    ),
    signatures('签收人（签字）', '签收时间'),
  ];
}

export function acceptanceWords(paper: ContentOf<'acceptanceNotice'>): readonly PaperBlock[] {
  return [
    paragraph(paper.deemed === null ? acceptedByOfficer(paper) : acceptedBySilence(paper, paper.deemed.lapsedOn)),
    fields(
      field('受理日期', dayWords(paper.acceptedOn)),
      field('法定办结期限', limitWords(paper.statutoryLimit)),
      field('承诺办结期限', limitWords(paper.promisedLimit)),
      ...(paper.notCounted.length === 0 ? [] : [field('不计入期限的时间', paper.notCounted.join('；'))]),
      field('承办机构', paper.handlingAgency),
      field('联系方式', contactWords(paper.contact)),
      field('投诉监督电话', paper.complaintPhone),
    ),
    paragraph('特此通知。'),
  ];
}

function acceptedByOfficer(paper: ContentOf<'acceptanceNotice'>): string {
  const corrected = paper.acceptedOn > paper.receivedOn ? `，${youOf(paper.addressee)}已按要求提交全部补正材料` : '';
  return `${applicationWords(paper, paper.receivedOn)}${corrected}，经审查，申请材料齐全，符合法定形式。依照${basisWords(paper.basis)}的规定，本机关于${dayWords(paper.acceptedOn)}予以受理。`;
}

function acceptedBySilence(
  paper: ContentOf<'acceptanceNotice'>,
  lapsedOn: ContentOf<'acceptanceNotice'>['receivedOn'],
): string {
  const received = dayWords(paper.receivedOn);
  return `${applicationWords(paper)}，本机关于${received}收到申请材料，至${dayWords(lapsedOn)}未作出是否受理的决定，也未告知需要补正的内容。依照${basisWords(paper.basis)}的规定，该申请自收到申请材料之日起即为受理，受理日期为${received}。`;
}

const GROUNDS = {
  notCompetent: '经审查，申请事项依法不属于本机关职权范围。',
  notConforming: '经审查，该申请不符合法定受理条件。',
  falseMaterials: '经审查，申请人隐瞒有关情况或者提供虚假材料。',
} as const satisfies Record<ContentOf<'declinedAcceptance'>['ground'], string>;

export function declinedWords(paper: ContentOf<'declinedAcceptance'>): readonly PaperBlock[] {
  const elsewhere = paper.competentAuthority === null ? [] : [paragraph(`请向${paper.competentAuthority}提出申请。`)];
  return [
    paragraph(`${applicationWords(paper, paper.receivedOn)}，本机关已收到。${GROUNDS[paper.ground]}理由如下：`),
    paragraph(paper.reason),
    paragraph(`依照${basisWords(paper.basis)}的规定，本机关决定不予受理。`),
    ...elsewhere,
    remediesWords(paper.remedies, '本决定书'),
  ];
}

export function notRequiredWords(paper: ContentOf<'licenceNotRequired'>): readonly PaperBlock[] {
  const nothing = paper.item.matter === 'licence' ? '依法不需要取得行政许可' : '依法不需要办理';
  return [
    paragraph(`${applicationWords(paper, paper.receivedOn)}，本机关已收到。经审查，申请事项${nothing}。理由如下：`),
    paragraph(paper.reason),
    paragraph(`依照${basisWords(paper.basis)}的规定，现告知${youOf(paper.addressee)}，本机关对该申请不予受理。`),
    remediesWords(paper.remedies, '本告知书'),
  ];
}

export function returnWords(paper: ContentOf<'returnNotice'>): readonly PaperBlock[] {
  return [
    paragraph(
      `${applicationWords(paper, paper.receivedOn)}，本机关已收到。经审查，并经窗口负责人审核，该申请予以退回。理由如下：`,
    ),
    paragraph(paper.reason),
    paragraph(
      `依照${basisWords(paper.basis)}的规定，现告知${youOf(paper.addressee)}，本机关对该申请不予受理，申请材料予以退回。`,
    ),
    remediesWords(paper.remedies, '本告知书'),
  ];
}

export function applicationFormWords(paper: ContentOf<'applicationForm'>): readonly PaperBlock[] {
  const { addressee, groups, materials, agent } = paper;
  const self = addressee.kind === 'organisation' ? '本单位' : '本人';
  return [
    fields(
      field('申请人', addressee.name),
      ...(addressee.identity === null
        ? []
        : [field(addressee.kind === 'organisation' ? '统一社会信用代码' : '证件号码', addressee.identity)]),
      ...(agent === null ? [] : [field('代理人', agent)]),
      field('申请事项', paper.item.name),
      field('受理机关', paper.authority),
      field('办件编号', paper.caseNumber),
      field('申请时间', timeWords(paper.filedAt)),
    ),
    ...groups.flatMap(({ title, answers }): readonly PaperBlock[] => [
      { block: 'heading', text: title },
      fields(...answers.map(({ question, answer }) => field(question, answer))),
    ]),
    ...(materials.length === 0
      ? []
      : [{ block: 'heading', text: '提交的材料' } as const, { block: 'numbered', items: materials } as const]),
    paragraph(`${self}如实提交有关材料和反映真实情况，并对申请材料实质内容的真实性负责。`),
    signatures('申请人（签字或盖章）', '日期'),
    ...(paper.item.matter === 'licence' ? [note('依照《中华人民共和国行政许可法》第三十一条制作。')] : []),
  ];
}
