import type { Authorisation, OfficerAct } from '../people/index.ts';
import type { Words } from './words.ts';

/** An item of the hall as the figures of powers read it. */
export interface ListedItem {
  readonly itemId: string;
  readonly authority: string;
}

/** So many items of so many, by a formula in words; the others are named. */
export interface PowerFigure {
  readonly key: 'authorisedRate' | 'receiveAndHandleRate';
  readonly name: Words;
  readonly formula: Words;
  readonly count: number;
  readonly of: number;
  /** Items not counted. */
  readonly others: readonly string[];
}

interface Power extends Pick<PowerFigure, 'key' | 'name' | 'formula'> {
  /** Every one of these acts must be covered by an authorisation valid on the day. */
  readonly acts: readonly OfficerAct[];
}

const powers: readonly Power[] = [
  {
    key: 'authorisedRate',
    name: { zh: '授权率', en: 'Authorised' },
    formula: {
      zh: '当日有有效授权书授权窗口岗位签批的事项 ÷ 大厅事项',
      en: 'Items some post may sign under an authorisation valid on the day ÷ items of the hall',
    },
    acts: ['sign'],
  },
  {
    key: 'receiveAndHandleRate',
    name: { zh: '既受又理率', en: 'Received and handled here' },
    formula: {
      zh: '当日受理、审查、审批、签批都有有效授权书的事项 ÷ 大厅事项',
      en: 'Items for which accepting, examining, approving and signing are all authorised on the day ÷ items of the hall',
    },
    acts: ['accept', 'examine', 'approve', 'sign'],
  },
];

/** 授权率、既受又理率 of the items, by the authorisations valid on the day; a power that only a paper gone by gave counts no more. */
export function powerFigures(
  items: readonly ListedItem[],
  papers: readonly Pick<Authorisation, 'authority' | 'acts' | 'items'>[],
): readonly PowerFigure[] {
  return powers.map(({ acts, ...told }) => {
    const others = items.filter((item) => !acts.every((act) => papers.some((paper) => covers(paper, item, act))));
    return {
      ...told,
      count: items.length - others.length,
      of: items.length,
      others: others.map(({ itemId }) => itemId),
    };
  });
}

function covers(
  { authority, acts, items }: Pick<Authorisation, 'authority' | 'acts' | 'items'>,
  item: ListedItem,
  act: OfficerAct,
): boolean {
  return authority === item.authority && acts.includes(act) && (items === 'all' || items.includes(item.itemId));
}
