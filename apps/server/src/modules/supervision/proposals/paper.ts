import { dayInWords, type Day } from '@yimen/kernel';
import type { PaperText } from '@yimen/core/documents';
import { levels, type Card } from '@yimen/core/supervision';

export interface ProposalWords {
  readonly issuer: string;
  readonly department: string;
  readonly number: string;
  readonly cards: readonly Card[];
  readonly found: string;
  readonly advice: string;
  readonly replyDays: number;
  readonly on: Day;
}

const cardLine = ({ raised }: Card): string =>
  `办件${raised.matter.caseNumber}：${levels[raised.level].zh}，${raised.about.zh}（规则${raised.rule}），${dayInWords(raised.raisedOn, 'zh')}`;

/** 监察建议书 as it is set on paper. Case numbers and rules, no person's name. */
export function proposalOnPaper({ issuer, department, number, cards, on, ...said }: ProposalWords): PaperText {
  return {
    layout: 'official',
    issuer,
    head: issuer,
    title: '监察建议书',
    subtitle: null,
    number,
    salutation: `${department}：`,
    blocks: [
      { block: 'paragraph', text: `经电子监察并核实，你单位在办理政务服务事项中存在以下问题：${said.found}` },
      { block: 'paragraph', text: '所依据的监察记录如下：' },
      { block: 'numbered', items: cards.map(cardLine) },
      { block: 'paragraph', text: `依据《中华人民共和国行政许可法》第六十条、第七十二条，建议：${said.advice}` },
      {
        block: 'paragraph',
        text: `请自签收次日起${String(said.replyDays)}个工作日内，将采纳情况、整改措施和凭据书面回复本单位。`,
      },
    ],
    after: [],
    date: dayInWords(on, 'zh'),
    signed: true,
  };
}
