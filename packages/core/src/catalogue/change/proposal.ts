import type { Day } from '@yimen/kernel';
import type { AuthorityId } from '../../people/index.ts';
import type { PublishedItem } from '../guideEntry.ts';
import type { ItemId, ServiceItem } from '../item.ts';
import { toJson } from '../jsonPaths.ts';
import { sameJson } from '../merge.ts';
import { changeKinds, changeTriggers, lineActs, type ChangeKind, type ChangeTrigger, type LineAct } from './kinds.ts';
import { changeRefusal, type ChangeRefusal } from './refusals.ts';

/** Who exercises an item, and where. */
export interface Seat {
  readonly authority: AuthorityId;
  readonly level: ServiceItem['level'];
}

/** One item of a change, as it was handed in. */
export interface ChangeLine {
  readonly itemId: ItemId;
  readonly name: string;
  readonly act: LineAct;
  /** The newest version it was made against; 0 where there is none. */
  readonly base: number;
  /** Revision of the draft it was taken from, and SHA-256 of the content, hex; absent where it leaves the list. */
  readonly draft?: number;
  readonly content?: string;
  readonly from?: Seat;
  readonly to?: Seat;
  /** Derived from the difference, never ticked: then 发改委 reviews it. */
  readonly touchesFee: boolean;
}

/** 依据: a law and its article, or a document and its number; in force from a day. */
export interface ChangeBasis {
  readonly title: string;
  readonly place: string;
  readonly on?: Day;
}

/** 清单调整申请: what is asked for, and why. */
export interface ChangeProposal {
  readonly kind: ChangeKind;
  readonly trigger: ChangeTrigger;
  readonly basis: ChangeBasis;
  readonly reason: string;
  readonly lines: readonly ChangeLine[];
  /** 承接机关, where an item leaves for one outside this list. */
  readonly receiver?: string;
}

/** Does a fee come, go or change? (行政许可法 Art. 58, 59; 发改委 reviews it before anything is published.) */
export function touchesFee(before: PublishedItem | undefined, after: PublishedItem | undefined): boolean {
  const fees = (item: PublishedItem | undefined) => (item !== undefined && 'fees' in item ? item.fees : []);
  return !sameJson(toJson(fees(before)), toJson(fees(after)));
}

export const needsFeeReview = ({ lines }: Pick<ChangeProposal, 'lines'>): boolean =>
  lines.some((line) => line.touchesFee);

/**
 * The items whose authorisations go on, and with which: the parts of what was split, what others were merged into. Items of any
 * other change only stand beside each other, and nobody gains by it.
 */
export function itemsGoingOn({ kind, lines }: Pick<ChangeProposal, 'kind' | 'lines'>): {
  readonly before: readonly ItemId[];
  readonly after: readonly ItemId[];
} {
  if (changeKinds[kind].goesOn !== true) return { before: [], after: [] };
  return {
    before: lines.filter(({ act }) => act !== 'create').map(({ itemId }) => itemId),
    after: lines.filter(({ act }) => act !== 'end').map(({ itemId }) => itemId),
  };
}

const LEVELS: readonly ServiceItem['level'][] = ['province', 'city', 'county', 'town', 'village'];

type Check = (proposal: ChangeProposal, own: readonly AuthorityId[]) => ChangeRefusal | undefined;
type LineCheck = (line: ChangeLine, proposal: ChangeProposal) => ChangeRefusal | undefined;

const blank = (text: string): boolean => text.trim() === '';

const triggerFits: Check = ({ kind, trigger }) => {
  const { kinds, zh, en } = changeTriggers[trigger];
  const fits = kinds.some((one) => one === kind);
  return fits ? undefined : changeRefusal('change_trigger', { field: 'trigger', about: [{ zh, en }] });
};

const basisNamed: Check = ({ basis }) =>
  blank(basis.title) || blank(basis.place) ? changeRefusal('change_basis_missing', { field: 'basis' }) : undefined;

const reasonGiven: Check = ({ reason }) =>
  blank(reason) ? changeRefusal('change_reason_missing', { field: 'reason' }) : undefined;

const actsFit: Check = ({ kind, lines }) => {
  const acts: readonly LineAct[] = changeKinds[kind].acts;
  const other = lines.find(({ act }) => !acts.includes(act));
  return other === undefined
    ? undefined
    : changeRefusal('change_line_act', { field: 'lines', about: [lineActs[other.act]] });
};

const onceEach: Check = ({ lines }) => {
  const twice = lines.find(({ itemId }, at) => lines.findIndex((one) => one.itemId === itemId) !== at);
  return twice === undefined ? undefined : changeRefusal('change_item_twice', { field: 'lines', about: [twice.name] });
};

const numberFits: Check = ({ kind, lines }) => {
  const { before, after } = changeKinds[kind];
  const standing = lines.filter(({ act }) => act !== 'create').length;
  const left = lines.filter(({ act }) => act !== 'end').length;
  const within = (count: number, [least, most]: readonly [number, number]): boolean => least <= count && count <= most;
  if (lines.length > 0 && within(standing, before) && within(left, after)) return undefined;
  const about = {
    zh: `调整前${String(standing)}项，调整后${String(left)}项`,
    en: `${String(standing)} before, ${String(left)} after`,
  };
  return changeRefusal('change_line_count', { field: 'lines', about: [about] });
};

/** 划入 and 承接 bring in what was another's; everything else is about the department's own. */
const ownItems: Check = ({ kind, lines }, own) => {
  const bringsIn = kind === 'transferIn' || kind === 'takeOver';
  const seatOf = ({ from, to }: ChangeLine): Seat | undefined => (bringsIn ? to : (from ?? to));
  const others = lines.find((line) => !own.some((one) => one === seatOf(line)?.authority));
  return others === undefined ? undefined : changeRefusal('change_not_own', { field: 'lines', about: [others.name] });
};

const leavesToSomebody: LineCheck = ({ act }, { receiver = '' }) =>
  act === 'end' && blank(receiver) ? changeRefusal('change_receiver_missing', { field: 'receiver' }) : undefined;

const goesLower: LineCheck = ({ name, from, to }) =>
  from !== undefined && to !== undefined && LEVELS.indexOf(to.level) <= LEVELS.indexOf(from.level)
    ? changeRefusal('change_not_lower', { field: 'lines', about: [name] })
    : undefined;

const changesHands: LineCheck = ({ name, from, to }) =>
  from !== undefined && from.authority === to?.authority
    ? changeRefusal('change_stays', { field: 'lines', about: [name] })
    : undefined;

const staysWhereItIs: LineCheck = ({ name, from, to }) =>
  from !== undefined && to !== undefined && (from.authority !== to.authority || from.level !== to.level)
    ? changeRefusal('change_is_transfer', { field: 'lines', about: [name] })
    : undefined;

/** What each kind asks of each of its items. */
const lineChecks: Readonly<Record<ChangeKind, readonly LineCheck[]>> = {
  add: [],
  takeOver: [],
  change: [staysWhereItIs],
  split: [staysWhereItIs],
  merge: [staysWhereItIs],
  handDown: [leavesToSomebody, goesLower],
  transferIn: [changesHands],
  transferOut: [leavesToSomebody, changesHands],
  suspend: [staysWhereItIs],
  abolish: [],
};

const checks: readonly Check[] = [triggerFits, basisNamed, reasonGiven, actsFit, onceEach, numberFits, ownItems];

/** The first thing that stands against handing this in for these departments; undefined where nothing does. */
export function checkProposal(proposal: ChangeProposal, own: readonly AuthorityId[]): ChangeRefusal | undefined {
  for (const check of checks) {
    const refused = check(proposal, own);
    if (refused !== undefined) return refused;
  }
  return proposal.lines.flatMap((line) => lineChecks[proposal.kind].flatMap((check) => check(line, proposal) ?? []))[0];
}
