import type { Brand, Day, Instant } from '@yimen/kernel';
import type { ItemId } from '../../catalogue/index.ts';
import type { AuthorityId, PersonId, Role } from '../../people/index.ts';
import type { Finding } from '../findings.ts';
import type { LifeLimits } from '../rule.ts';

export type CardId = Brand<string, 'CardId'>;
export const cardId = (text: string): CardId => text as CardId;

/** What a card is about: a case, in the name of a department. Numbers and codes, nobody's name. */
export interface CardMatter {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemId: ItemId;
  /** The department it is put to: the item's own, or the one whose step it is. */
  readonly authority: AuthorityId;
}

export const excuseGrounds = {
  forceMajeure: { zh: '不可抗力', en: 'force majeure' },
  outage: { zh: '系统故障（有登记）', en: 'an outage on record' },
} as const;
export type ExcuseGround = keyof typeof excuseGrounds;

export const appealGrounds = {
  notSo: { zh: '认定的事实不符', en: 'it is not so' },
  notOurs: { zh: '不属本部门责任', en: 'it is not ours' },
  forceMajeure: { zh: '不可抗力', en: 'force majeure' },
  outage: { zh: '系统故障（有登记）', en: 'an outage on record' },
} as const;
export type AppealGround = keyof typeof appealGrounds;

export const silences = {
  explanation: { zh: '逾期未作说明', en: 'no explanation in time' },
  verification: { zh: '逾期未核实', en: 'not verified in time' },
  rectification: { zh: '逾期未整改', en: 'not rectified in time' },
} as const;
export type Silence = keyof typeof silences;

/** What happened to a card. None is ever taken back; a rescinded card stays, with its reason. */
export type CardFact =
  | (Omit<Finding, 'at'> & {
      readonly type: 'cardRaised';
      readonly matter: CardMatter;
      readonly since: Instant;
      readonly confidential: boolean;
      readonly points: number;
      readonly life: LifeLimits;
      readonly raisedOn: Day;
      /** Until when to explain and to appeal; absent for a warning, which asks for nothing but the act itself. */
      readonly explainBy?: Day;
      readonly appealBy?: Day;
      /** 督办: who urges, and what is to be answered. */
      readonly urgedBy?: PersonId;
      readonly question?: string;
    })
  | { readonly type: 'cardTold'; readonly people: readonly PersonId[]; readonly roles: readonly Role[] }
  | {
      readonly type: 'explanationGiven';
      readonly text: string;
      readonly verifyBy: Day;
      /** Answered after the day an urging named. A card's own limit is the end; a question that was asked stays asked. */
      readonly late?: true;
    }
  | { readonly type: 'appealFiled'; readonly ground: AppealGround; readonly text: string; readonly verifyBy: Day }
  | { readonly type: 'cardUpheld'; readonly reason: string; readonly rectifyBy: Day }
  | { readonly type: 'pointsEntered'; readonly points: number }
  | { readonly type: 'cardRescinded'; readonly reason: string }
  | { readonly type: 'cardExcused'; readonly ground: ExcuseGround; readonly record: string; readonly reason: string }
  | { readonly type: 'rectificationReported'; readonly text: string; readonly proof: string; readonly verifyBy: Day }
  | { readonly type: 'rectificationAccepted'; readonly opinion: string }
  | { readonly type: 'rectificationRejected'; readonly reason: string; readonly rectifyBy: Day }
  | { readonly type: 'cardEscalated'; readonly silent: Silence; readonly to: Role; readonly step: number }
  | { readonly type: 'cardClosed'; readonly why: CloseReason };

export const closeReasons = {
  rectified: { zh: '整改完成', en: 'rectified' },
  rescinded: { zh: '已撤销', en: 'rescinded' },
  excused: { zh: '已免责', en: 'excused' },
  actDone: { zh: '已在期限内办理', en: 'done in time' },
  superseded: { zh: '已升级为更高级别', en: 'a heavier card took its place' },
  answered: { zh: '督办已答复', en: 'answered' },
} as const;
export type CloseReason = keyof typeof closeReasons;
export type CardFactType = CardFact['type'];

export interface CardActor {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Departments of the posts they hold today. */
  readonly authorities: readonly AuthorityId[];
}
