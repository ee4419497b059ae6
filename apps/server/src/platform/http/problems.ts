import type { Problem, Words } from '@yimen/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Why a request was refused: a code for programs, words for the person, the article where the law says no. */
export interface Refusal {
  readonly code: string;
  /** May be left out for the codes of {@link platformWords}. */
  readonly words?: Words;
  readonly article?: string;
  readonly field?: string;
  readonly fields?: Problem['fields'];
  readonly revision?: number;
  /** With 409: what others did meanwhile. */
  readonly changed?: Problem['changed'];
}

/** A refusal on its way to the edge, where throwing is how a hook ends a request. Handlers use {@link refuseWith}. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

interface Row {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** The refusals every route shares. */
export const platformWords: Readonly<Record<string, Row>> = {
  malformed: { status: 400, zh: '请求的格式无法读取。', en: 'The request cannot be read.' },
  not_signed_in: { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  wrong_password: { status: 401, zh: '用户名或密码不正确。', en: 'User name or password is not right.' },
  not_tracking: { status: 401, zh: '请用办件编号和查询码查询。', en: 'Enter the case number and the query code.' },
  role_not_allowed: { status: 403, zh: '您的岗位不能使用这项功能。', en: 'Your posts do not include this.' },
  factor_needed: {
    status: 403,
    zh: '您的岗位须使用第二因素登录，请先登记动态口令或通行密钥。',
    en: 'Your posts sign in with a second factor; set one up first.',
  },
  password_old: { status: 403, zh: '密码须先更换。', en: 'The password has to be changed first.' },
  reauth_needed: {
    status: 403,
    zh: '签批、用章和管理操作须在十分钟内验证过身份，请再次验证。',
    en: 'Signing, sealing and administration ask who you are again after ten minutes.',
  },
  other_site: { status: 403, zh: '请求来自其他网站，已拒绝。', en: 'The request came from another site.' },
  not_found: { status: 404, zh: '没有找到。', en: 'Not found.' },
  method_not_allowed: { status: 405, zh: '不支持这种请求方法。', en: 'The method is not supported.' },
  changed_meanwhile: {
    status: 409,
    zh: '办件刚刚被他人更新，请查看后再办。',
    en: 'Somebody changed it meanwhile; look again.',
  },
  command_reused: {
    status: 409,
    zh: '该请求编号已用于另一项请求。',
    en: 'This command id already carried another request.',
  },
  too_large: { status: 413, zh: '内容超过允许的大小。', en: 'It is larger than allowed.' },
  unsupported_media: { status: 415, zh: '不支持这种内容类型。', en: 'This kind of content is not supported.' },
  invalid: { status: 422, zh: '填写的内容不符合要求。', en: 'What was sent does not fit.' },
  locked: {
    status: 423,
    zh: '连续输错密码，账号暂停登录三十分钟。',
    en: 'Too many wrong passwords: locked for thirty minutes.',
  },
  too_many: { status: 429, zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; please wait a little.' },
  internal: { status: 500, zh: '系统出错，已经记录，请稍后再试。', en: 'Something broke; it has been recorded.' },
  busy: {
    status: 503,
    zh: '系统繁忙，您的操作没有执行，请几秒后再试。',
    en: 'Too busy just now: nothing was done; please try again in a few seconds.',
  },
  unavailable: { status: 503, zh: '数据库暂时不可用，请稍后再试。', en: 'The database is not available just now.' },
};

/** Refusals of the modules that are not "the case stands otherwise" (409); a refusal that names a field is 422. */
const STATUS: Readonly<Record<string, number>> = {
  sign_in_expired: 401,
  oidc_refused: 401,
  oidc_unknown: 401,
  oidc_unavailable: 503,
  wrong_proof: 403,
  not_oneself: 403,
  not_for_this_actor: 403,
  not_authorised: 403,
  wrong_authority: 403,
  role_missing: 403,
  no_post: 403,
  no_authorisation: 403,
  not_yet_valid: 403,
  authorisation_ended: 403,
  other_item: 403,
  other_authority: 403,
  not_handling: 403,
  card_other_department: 403,
  card_not_supervisor: 403,
  card_own: 403,
  card_not_urger: 403,
  ledger_other_department: 403,
  row_not_overseer: 403,
  row_own_ledger: 403,
  later_entry_own: 403,
  change_office: 403,
  change_applicant_only: 403,
  change_own: 403,
  change_same_person: 403,
  item_not_own: 403,
  scanner_unavailable: 503,
  store_unavailable: 503,
  uploads_busy: 503,
  not_handler: 403,
  log_unknown: 404,
  note_not_signed: 403,
  not_consistent: 422,
  unknown_item: 404,
  unknown_step: 404,
  unknown_special_procedure: 404,
};

/** The one table from a refusal's code to HTTP. */
export function statusOf(refusal: Pick<Refusal, 'code' | 'field'>): number {
  const known = platformWords[refusal.code]?.status ?? STATUS[refusal.code];
  return known ?? (refusal.field === undefined ? 409 : 422);
}

/** A refusal as RFC 9457 has it. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const row = platformWords[refusal.code] ?? { zh: '不能办理。', en: 'This cannot be done.' };
  const { words = { zh: row.zh, en: row.en }, ...told } = refusal;
  const problem = { type: `urn:yimen:problem:${refusal.code}`, title: words.zh, status: statusOf(refusal), words };
  return { ...problem, ...told, requestId };
}

/** Answers a refusal; the last thing a handler does with it. */
export function refuseWith(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal, reply.request.id);
  // Past the route's own response shapes: every route may answer a problem.
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem);
}

/** For routes that look something up and did not find it, or may not say that it exists. */
export function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.debug({ route: request.routeOptions.url }, 'not found');
  return refuseWith(reply, { code: 'not_found' });
}
