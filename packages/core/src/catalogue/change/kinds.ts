/** What happens to one item of a change: it begins, goes on with other content, rests, or is no longer on the list. */
export const lineActs = {
  create: { zh: '新增', en: 'begins' },
  revise: { zh: '变更', en: 'is changed' },
  suspend: { zh: '暂停', en: 'rests' },
  end: { zh: '退出清单', en: 'leaves the list' },
} as const;
export type LineAct = keyof typeof lineActs;

type Span = readonly [least: number, most: number];

export type ChangeKind =
  'add' | 'takeOver' | 'change' | 'split' | 'merge' | 'handDown' | 'transferIn' | 'transferOut' | 'suspend' | 'abolish';

interface KindRow {
  readonly zh: string;
  readonly en: string;
  /** What may happen to its items. */
  readonly acts: readonly LineAct[];
  /** How many items stand on the list before it, and how many after. */
  readonly before: Span;
  readonly after: Span;
  /** What it leaves goes on in what it brings: authorisations follow, and the public is shown the way. */
  readonly goesOn?: true;
}

const MOST = 50;
const ANY: Span = [0, MOST];
const SOME: Span = [1, MOST];
const NONE: Span = [0, 0];

/** 调整类型. Every kind says which items it may be about; nothing else of it is code. */
export const changeKinds: Readonly<Record<ChangeKind, KindRow>> = {
  add: { zh: '新增', en: 'add', acts: ['create'], before: NONE, after: SOME },
  takeOver: { zh: '承接', en: 'take over from above', acts: ['create', 'revise'], before: ANY, after: SOME },
  change: { zh: '变更', en: 'change', acts: ['revise'], before: SOME, after: SOME },
  split: { zh: '拆分', en: 'split', acts: ['end', 'revise', 'create'], before: [1, 1], after: [2, MOST], goesOn: true },
  merge: { zh: '合并', en: 'merge', acts: ['end', 'revise', 'create'], before: [2, MOST], after: [1, 1], goesOn: true },
  handDown: { zh: '下放', en: 'hand down', acts: ['end', 'revise'], before: SOME, after: ANY },
  transferIn: { zh: '划入', en: 'transfer in', acts: ['create', 'revise'], before: ANY, after: SOME },
  transferOut: { zh: '划出', en: 'transfer out', acts: ['end', 'revise'], before: SOME, after: ANY },
  suspend: { zh: '暂停', en: 'suspend', acts: ['suspend'], before: SOME, after: SOME },
  abolish: { zh: '取消', en: 'abolish', acts: ['end'], before: SOME, after: NONE },
};

export type ChangeTrigger =
  | 'lawMade'
  | 'lawAmended'
  | 'lawRepealed'
  | 'lawInterpreted'
  | 'stateCouncil'
  | 'superior'
  | 'functions'
  | 'pilot'
  | 'service';

interface TriggerRow {
  readonly zh: string;
  readonly en: string;
  /** What has to be named: a law with its article, or a document with its number. */
  readonly basis: 'article' | 'documentNumber';
  readonly kinds: readonly ChangeKind[];
}

const ALL: readonly ChangeKind[] = [
  'add',
  'takeOver',
  'change',
  'split',
  'merge',
  'handDown',
  'transferIn',
  'transferOut',
  'suspend',
  'abolish',
];
/** What asks nothing new of anybody: a document below the law may bring it about. */
const NOTHING_NEW = ALL.filter((kind) => kind !== 'add');

/**
 * 调整依据: 法律、法规、规章的立改废释, decisions from above, and the three reforms a place decides by itself. A new item needs the
 * law: other normative documents set no licence (行政许可法 Art. 14–17).
 */
export const changeTriggers: Readonly<Record<ChangeTrigger, TriggerRow>> = {
  lawMade: {
    zh: '法律法规规章制定',
    en: 'a law, regulation or rule was made',
    basis: 'article',
    kinds: ['add', 'takeOver', 'change', 'split', 'merge', 'handDown', 'transferIn', 'transferOut'],
  },
  lawAmended: { zh: '法律法规规章修改', en: 'it was amended', basis: 'article', kinds: ALL },
  lawRepealed: {
    zh: '法律法规规章废止',
    en: 'it was repealed',
    basis: 'article',
    kinds: ['change', 'merge', 'suspend', 'abolish', 'transferOut'],
  },
  lawInterpreted: {
    zh: '法律法规规章解释',
    en: 'it was interpreted',
    basis: 'article',
    kinds: ['add', 'change', 'split', 'merge', 'suspend', 'abolish'],
  },
  stateCouncil: {
    zh: '国务院决定取消、下放或者调整',
    en: 'the State Council abolished, delegated or adjusted it',
    basis: 'documentNumber',
    kinds: ALL,
  },
  superior: {
    zh: '上级机关下放、委托或者调整',
    en: 'a superior authority delegated or adjusted it',
    basis: 'documentNumber',
    kinds: NOTHING_NEW,
  },
  functions: {
    zh: '机构职能调整',
    en: 'functions moved between authorities',
    basis: 'documentNumber',
    kinds: ['takeOver', 'change', 'split', 'merge', 'transferIn', 'transferOut', 'suspend', 'abolish'],
  },
  pilot: {
    zh: '经批准的改革试点',
    en: 'an approved pilot (Art. 21)',
    basis: 'documentNumber',
    kinds: ['change', 'merge', 'suspend', 'abolish'],
  },
  service: {
    zh: '优化服务（压缩时限、精简材料、降低收费）',
    en: 'better service: shorter, fewer, cheaper',
    basis: 'documentNumber',
    kinds: ['change', 'split', 'merge'],
  },
};
