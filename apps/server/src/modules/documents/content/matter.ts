import { dayOf, type Day } from '@yimen/kernel';
import type { Actor, CaseEntry, CaseFact, CaseFactType, LiveCase } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import type { Contact, LimitLine, Officer, Party } from '@yimen/core/documents';

/** One body as papers name it. */
export interface Body {
  readonly name: string;
  /** 机关简称, the head of every document number. */
  readonly shortName: string;
  readonly phone: string;
  readonly address: string;
}

export interface Due {
  readonly due: Day;
  readonly provisional: boolean;
}

/** Due days of the case as they stood when the fact was recorded. */
export interface Dues {
  readonly acceptance?: Due;
  readonly statutory?: Due & { readonly beforeExtension: Day };
  readonly promised?: Due;
  readonly delivery?: Due;
}

/** A paper of this case that was numbered before. */
export interface EarlierPaper {
  readonly kind: string;
  readonly title: string;
  readonly number: string;
}

/** Everything a paper of one fact is made from. Nothing else is asked when it is made, so making it again says the same. */
export interface PaperMatter {
  readonly entry: CaseEntry;
  /** Of the entry as it stands in the record, hexadecimal. */
  readonly entryHash: string;
  readonly live: LiveCase;
  readonly item: ServiceItem;
  readonly department: Body;
  readonly centre: Body;
  readonly dues: Dues;
  readonly postName: (post: string) => string;
  readonly earlier: readonly EarlierPaper[];
  readonly queryCode: string;
}

export type FactOf<T extends CaseFactType> = Extract<CaseFact, { readonly type: T }>;

export const dayOfEntry = ({ entry }: PaperMatter): Day => dayOf(entry.at);

/** Who did it, by name and post; a deputy is named as who they are. */
export function officerOf(matter: PaperMatter, actor: Actor = matter.entry.actor): Officer {
  if (actor.kind === 'officer') return { name: actor.name, post: matter.postName(actor.post) };
  return { name: actor.name, post: actor.kind === 'system' ? '系统' : '申请人' };
}

export function contactOf({ department, item }: PaperMatter): Contact {
  return {
    name: `${department.name}${item.service.windows[0] ?? ''}`,
    phone: item.service.phone === '' ? department.phone : item.service.phone,
    place: item.service.address === '' ? null : item.service.address,
  };
}

/** A natural person's number never stands on a paper in full. */
export function partyOf({ live }: PaperMatter): Party {
  const { applicant } = live.application;
  if (applicant.kind === 'organisation')
    return { kind: applicant.kind, name: applicant.name, identity: applicant.creditCode };
  const number = applicant.paperNumber;
  return {
    kind: applicant.kind,
    name: applicant.name,
    identity: `${number.slice(0, 4)}${'*'.repeat(8)}${number.slice(-4)}`,
  };
}

export function limitLine(limit: ServiceItem['limits']['statutory'], due: Due): LimitLine {
  return {
    length: limit.count,
    unit: limit.unit,
    startEvent: limit.startsOn === 'receipt' ? 'receipt' : 'acceptance',
    due: due.due,
    provisional: due.provisional,
    basis: basisWords(limit.basis),
  };
}

/** 《行政许可法》第四十二条; a promise of the hall is no law and stands without the marks. */
function basisWords({ law, article }: ServiceItem['limits']['statutory']['basis']): string {
  return article === '' ? law : `《${law}》${article}`;
}

/** A fact without which there is no such paper: its absence is a bug, not a refusal. */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`a paper without ${what}`);
  return value;
}

export function requirementName(item: ServiceItem, requirementId: string | undefined): string {
  const found = item.materials.find(({ id }) => id === requirementId);
  return found?.name ?? '申请书';
}
