import type { ContentOf } from '../content.ts';
import {
  applicationWords,
  basisWords,
  dayWords,
  matterWords,
  procedureWords,
  remediesWords,
  unitWords,
  youOf,
} from './phrases.ts';
import { heading, numbered, paragraph, type PaperBlock } from './text.ts';

const opening = (
  paper: Parameters<typeof applicationWords>[0] & Pick<ContentOf<'grantDecision'>, 'acceptedOn'>,
): string => `${applicationWords(paper)}，本机关于${dayWords(paper.acceptedOn)}受理。`;

/** One sentence stands alone; several are numbered. */
const said = (items: readonly string[]): PaperBlock => {
  const [only] = items;
  return items.length === 1 && only !== undefined ? paragraph(only) : numbered(items);
};

export function grantWords(paper: ContentOf<'grantDecision'>): readonly PaperBlock[] {
  return [
    paragraph(`${opening(paper)}经审查，查明：`),
    said(paper.facts),
    paragraph(
      `本机关认为，${youOf(paper.addressee)}的申请符合法定条件、标准。依照${basisWords(paper.basis)}的规定，决定准予${matterWords[paper.item.matter]}：`,
    ),
    ...grantedWords(paper),
    ...(paper.remedies === null ? [] : [remediesWords(paper.remedies, '本决定书')]),
  ];
}

export function partialGrantWords(paper: ContentOf<'partialGrant'>): readonly PaperBlock[] {
  const matter = matterWords[paper.item.matter];
  return [
    paragraph(`${opening(paper)}经审查，查明：`),
    said(paper.facts),
    paragraph(`依照${basisWords(paper.basis)}的规定，本机关决定对下列内容准予${matter}：`),
    ...grantedWords(paper),
    heading(`不予${matter}的部分`),
    paragraph(paper.refusedPart),
    paragraph('理由如下：'),
    said(paper.reasons),
    remediesWords(paper.remedies, '本决定书'),
  ];
}

type Granted = ContentOf<'grantDecision'> | ContentOf<'partialGrant'>;

function grantedWords(paper: Granted): readonly PaperBlock[] {
  const { conditions } = paper;
  return [
    paragraph(paper.content),
    ...(conditions.length === 0 ? [] : [paragraph('附加下列条件：'), numbered(conditions)]),
    ...validityWords(paper),
    paragraph(deliveryWords(paper)),
  ];
}

function validityWords({ validity }: Granted): readonly PaperBlock[] {
  if (validity === null) return [];
  const until = validity.to === null ? '长期有效' : `至${dayWords(validity.to)}`;
  return [paragraph(`有效期自${dayWords(validity.from)}起，${until}。`)];
}

/** Art. 44: ten days from the decision; only a licence is under that law. */
function deliveryWords({ item, deliveryDue, licences }: Granted): string {
  const papers = licences.map(({ name, number }) => (number === null ? name : `${name}（编号：${number}）`)).join('、');
  const what = licences.length === 0 ? '送达本决定书' : `颁发、送达${papers}`;
  const law = item.matter === 'licence' ? '依照《中华人民共和国行政许可法》第四十四条的规定，' : '';
  return `${law}本机关于${dayWords(deliveryDue)}前（含当日）${what}。`;
}

export function refusalWords(paper: ContentOf<'refusalDecision'>): readonly PaperBlock[] {
  return [
    paragraph(`${opening(paper)}经审查，查明：`),
    said(paper.facts),
    paragraph(`本机关认为，${youOf(paper.addressee)}的申请不符合法定条件、标准，理由如下：`),
    said(paper.reasons),
    paragraph(`依照${basisWords(paper.basis)}的规定，决定不予${matterWords[paper.item.matter]}。`),
    remediesWords(paper.remedies, '本决定书'),
  ];
}

export function specialProcedureWords(paper: ContentOf<'specialProcedureNotice'>): readonly PaperBlock[] {
  const name = paper.procedureName ?? procedureWords[paper.procedure];
  const planned = `${paper.planned.length}${unitWords[paper.planned.unit]}`;
  return [
    paragraph(`${opening(paper)}因${paper.reason}，依照${basisWords(paper.basis)}的规定，需要进行${name}。`),
    paragraph(
      `${name}所需时间为${planned}，自${dayWords(paper.startsOn)}的次日起计算，预计于${dayWords(paper.expectedEnd)}结束。`,
    ),
    paragraph(`${name}所需时间${countingWords(paper)}`),
  ];
}

/** Statutory and promised time are stopped apart from one another, and the paper says which. */
function countingWords({ stopsStatutory, stopsPromise }: ContentOf<'specialProcedureNotice'>): string {
  const resume = '自本机关收到结果之日的次日起继续计算。';
  if (stopsStatutory && stopsPromise) return `不计算在法定办理期限和承诺办理期限内，期限${resume}`;
  if (stopsStatutory) return `不计算在法定办理期限内，法定期限${resume}承诺办理期限照常计算。`;
  if (stopsPromise) return `不计算在承诺办理期限内，承诺期限${resume}法定办理期限照常计算。`;
  return '计算在办理期限内，办理期限不因此延长。';
}

export function extensionWords(paper: ContentOf<'extensionNotice'>): readonly PaperBlock[] {
  const { approver, days, unit } = paper;
  return [
    paragraph(`${opening(paper)}法定办理期限至${dayWords(paper.dueBefore)}届满。`),
    paragraph(
      `因${paper.reason}，本机关不能在上述期限内作出决定。依照${basisWords(paper.basis)}的规定，经${approver.post}${approver.name}于${dayWords(paper.approvedOn)}批准，决定将法定办理期限延长${days}${unitWords[unit]}，至${dayWords(paper.dueAfter)}届满。`,
    ),
    paragraph('特此告知。'),
  ];
}
