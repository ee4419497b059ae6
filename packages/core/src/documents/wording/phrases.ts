import { dayInWords, dayOf, instantFromMillis, millisOf, type Day, type Instant } from '@yimen/kernel';
import type { SpecialProcedureWord } from '../content.ts';
import type { Contact, LimitLine, Party, PaperItem, Remedies } from '../parts.ts';
import { paragraph, type PaperBlock } from './text.ts';

/** 2026年3月2日: Arabic figures, no padding (GB/T 9704-2012, 7.3.5.3). */
export function dayWords(on: Day): string {
  return dayInWords(on, 'zh');
}

const BEIJING_OFFSET = 8 * 3_600_000;

/** 2026年3月2日10时05分, Beijing time. */
export function timeWords(at: Instant): string {
  const local = instantFromMillis(millisOf(at) + BEIJING_OFFSET);
  return `${dayWords(dayOf(at))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}

export const youOf = (party: Party): string => (party.kind === 'organisation' ? '你单位' : '你');

/** A law named without its marks: 水土保持法第二十五条. What has marks, or is no law (a guide's own words), stays as it is. */
const UNMARKED: RegExp =
  /(^|、)(?!《)([^《》：；，。、]{1,40}?(?:法|条例|规定|办法|规则|细则|决定))(?=第[〇零一二三四五六七八九十百]+条)/gu;

/** 《甲法》第一条、《乙条例》第二条: officers type and guides publish the names of laws without their marks; papers cite with them. */
export const basisWords = (basis: readonly string[]): string => basis.join('、').replace(UNMARKED, '$1《$2》');

/** 你单位于…提出的“…”申请（办件编号：…） */
export function applicationWords(
  paper: { readonly addressee: Party; readonly item: PaperItem; readonly caseNumber: string },
  filedOn?: Day,
): string {
  const when = filedOn === undefined ? '' : `于${dayWords(filedOn)}`;
  return `${youOf(paper.addressee)}${when}提出的“${paper.item.name}”申请（办件编号：${paper.caseNumber}）`;
}

export const unitWords: Readonly<Record<LimitLine['unit'], string>> = {
  workingDay: '个工作日',
  calendarDay: '日',
  month: '个月',
};

const STARTS = { acceptance: '自受理之日起', receipt: '自收到申请材料之日起' } as const satisfies Record<
  LimitLine['startEvent'],
  string
>;

export function limitWords({ length, unit, startEvent, due, provisional, basis }: LimitLine): string {
  const span = length === 0 ? '当场办结' : `${STARTS[startEvent]}${length}${unitWords[unit]}，至${dayWords(due)}`;
  const doubt = provisional && length > 0 ? '（国务院办公厅次年放假安排公布后以重新计算的日期为准）' : '';
  return `${span}${doubt}${basis === null ? '' : `；依据：${basisWords([basis])}`}`;
}

/** 60 days for reconsideration (复议法第二十条), six months for the court (行诉法第四十六条), both bodies by name. */
export function remediesWords({ reconsiderationBody, court }: Remedies, paper: '本决定书' | '本告知书'): PaperBlock {
  const act = paper === '本决定书' ? '本决定' : '本告知';
  return paragraph(
    `如不服${act}，可以自收到${paper}之日起六十日内向${reconsiderationBody}申请行政复议，也可以自收到${paper}之日起六个月内依法向${court}提起行政诉讼。`,
  );
}

/** 联系人：…，联系电话：…，地点：… */
export function contactWords({ name, phone, place }: Contact): string {
  return `联系人：${name}，联系电话：${phone}${place === null ? '' : `，地点：${place}`}`;
}

/** What is decided on: 行政许可 for a licence, 办理 for anything else. */
export const matterWords: Readonly<Record<PaperItem['matter'], string>> = { licence: '行政许可', other: '办理' };

export const procedureWords: Readonly<Record<SpecialProcedureWord, string>> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
  siteVisit: '现场踏勘',
  publicNotice: '公示',
  other: '其他特别程序',
};
