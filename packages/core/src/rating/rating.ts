import { ok, refuse, type Day, type Instant, type Result } from '@yimen/kernel';
import type { CaseId, Stage } from '../casework/index.ts';

/** 好差评 (GB/T 39735): five levels, three good and two bad. */
export const ratingLevels = {
  5: { zh: '非常满意', en: 'very satisfied' },
  4: { zh: '满意', en: 'satisfied' },
  3: { zh: '基本满意', en: 'fairly satisfied' },
  2: { zh: '不满意', en: 'dissatisfied' },
  1: { zh: '非常不满意', en: 'very dissatisfied' },
} as const;
export type RatingLevel = keyof typeof ratingLevels;

/** Asked at the window and online; each may be left out. */
export const ratingDimensions = {
  efficiency: { zh: '办事效率', en: 'speed' },
  guide: { zh: '指南准确度', en: 'accuracy of the guide' },
  ease: { zh: '便捷度', en: 'ease' },
  platform: { zh: '平台操作', en: 'the platform' },
  skill: { zh: '业务水平', en: 'skill' },
  attitude: { zh: '服务态度', en: 'attitude' },
} as const;
export type RatingDimension = keyof typeof ratingDimensions;

export const COMMENT_LENGTH = 500;

export interface RateCommand {
  readonly type: 'rate';
  readonly level: number;
  readonly comment?: string;
  readonly dimensions?: Partial<Readonly<Record<RatingDimension, number>>>;
}

/** A rating somebody gave; `source` keeps it apart from defaults, which are never counted as given (国办发〔2019〕51号). */
export interface RatingGiven {
  readonly type: 'ratingGiven';
  readonly caseId: CaseId;
  readonly level: RatingLevel;
  readonly comment?: string;
  readonly dimensions: Partial<Readonly<Record<RatingDimension, RatingLevel>>>;
  readonly source: 'given';
  readonly ratedOn: Day;
  readonly at: Instant;
}

/** What the rule needs to know of the case and of who rates. */
export interface RatingContext {
  readonly caseId: CaseId;
  readonly stage: Stage | 'unfiled';
  /** Was it the applicant (signed in, or with number and query code)? */
  readonly byApplicant: boolean;
  readonly rated: boolean;
  readonly now: Instant;
  readonly today: Day;
}

export const ratingRefusals = {
  not_the_applicant: { zh: '只能由办件申请人评价。', en: 'Only the applicant rates the case.' },
  too_early: { zh: '办件送达或者结束后才能评价。', en: 'A case is rated after it is served or has ended.' },
  case_void: { zh: '作废的办件不作评价。', en: 'A void case is not rated.' },
  already_rated: { zh: '一事一评，您已经评价过。', en: 'One rating for one case; you have rated it.' },
  level_unknown: { zh: '请在五个等级中选择。', en: 'Choose one of the five levels.' },
  comment_too_long: { zh: '评价内容最多五百字。', en: 'The comment has at most 500 characters.' },
} as const;

export interface RatingRefusal {
  readonly code: keyof typeof ratingRefusals;
  readonly words: { readonly zh: string; readonly en: string };
  readonly field?: string;
}

/** Every stage: may a case at it be rated? A new stage does not compile until this is said. */
const ripe: Readonly<Record<Stage | 'unfiled', boolean>> = {
  unfiled: false,
  filed: false,
  received: false,
  awaitingCorrection: false,
  examining: false,
  deciding: false,
  signed: false,
  sealed: false,
  issued: false,
  served: true,
  closed: true,
  declined: true,
  notRequired: true,
  returned: true,
  withdrawn: true,
  terminated: true,
  void: false,
};

/** One rating for one case, by its applicant, once it is served or has ended; voluntary, and never changed. */
export function rate(command: RateCommand, context: RatingContext): Result<RatingGiven, RatingRefusal> {
  const against = caseProblem(context) ?? contentProblem(command);
  if (against !== undefined) return refuse(against);
  const { level, comment, dimensions = {} } = command;
  if (!isLevel(level)) return no('level_unknown', 'level');
  return ok({
    type: 'ratingGiven',
    caseId: context.caseId,
    level,
    ...(comment === undefined || comment.trim() === '' ? {} : { comment: comment.trim() }),
    dimensions: Object.fromEntries(Object.entries(dimensions).filter(([, given]) => isLevel(given))),
    source: 'given',
    ratedOn: context.today,
    at: context.now,
  });
}

function caseProblem({ stage, byApplicant, rated }: RatingContext): RatingRefusal | undefined {
  if (!byApplicant) return refusalOf('not_the_applicant');
  if (stage === 'void') return refusalOf('case_void');
  if (!ripe[stage]) return refusalOf('too_early');
  return rated ? refusalOf('already_rated') : undefined;
}

function contentProblem({ comment = '', dimensions = {} }: RateCommand): RatingRefusal | undefined {
  // Characters as people count them: an emoji or a rare ideograph is one.
  if ([...comment.trim()].length > COMMENT_LENGTH) return refusalOf('comment_too_long', 'comment');
  const wrong = Object.entries(dimensions).find(([, given]) => given !== undefined && !isLevel(given));
  return wrong === undefined ? undefined : refusalOf('level_unknown', `dimensions.${wrong[0]}`);
}

function isLevel(level: number | undefined): level is RatingLevel {
  return level !== undefined && Object.hasOwn(ratingLevels, level);
}

function refusalOf(code: RatingRefusal['code'], field?: string): RatingRefusal {
  return { code, words: ratingRefusals[code], ...(field === undefined ? {} : { field }) };
}

function no(code: RatingRefusal['code'], field: string): Result<never, RatingRefusal> {
  return refuse(refusalOf(code, field));
}
