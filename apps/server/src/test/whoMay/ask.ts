import { inflateRawSync } from 'node:zlib';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { App, RoutePolicy } from '../../platform/http/index.ts';
import { commandId } from '../hall.ts';
import type { Caller } from './callers.ts';
import type { Seeded } from './cases.ts';
import type { Answer } from './rules.ts';

export interface Asked {
  readonly answer: Answer;
  /** Everything readable in the answer, what is packed in an archive too. */
  readonly text: string;
}

export interface Question {
  readonly route: RoutePolicy;
  readonly url: string;
  readonly caller: Caller;
  readonly seeded: Seeded;
}

let serial = 0;

/** Asks as a browser would, each time from another address: how often one may ask is another test. */
export async function ask(app: App, { route, url, caller: { headers }, seeded }: Question): Promise<Asked> {
  serial += 1;
  const response = await app.inject({
    method: route.method as 'GET',
    url,
    headers,
    remoteAddress: `10.${String(serial >> 16)}.${String((serial >> 8) & 255)}.${String(serial & 255)}`,
    ...(route.method === 'GET' ? {} : { payload: bodyOf(route.url, seeded) }),
  } satisfies InjectOptions);
  return { answer: answerOf(response), text: textOf(response) };
}

function answerOf(response: LightMyRequestResponse): Answer {
  if (response.statusCode >= 500) return 'broken';
  if (response.statusCode < 400) return 'let in';
  return DOOR[response.json<{ code: string }>().code] ?? (response.statusCode === 404 ? 'hidden' : 'let in');
}

/** What the door itself says; every other refusal comes from behind it. */
const DOOR: Readonly<Record<string, Answer>> = {
  not_signed_in: 'sign in',
  not_tracking: 'sign in',
  role_not_allowed: 'not your role',
};

function textOf({ headers, body, rawPayload }: LightMyRequestResponse): string {
  return headers['content-type'] === 'application/zip' ? unzipped(rawPayload) : body;
}

const LOCAL_FILE = Buffer.from('PK\u0003\u0004', 'latin1');

/** The texts of an archive, from its local headers. */
function unzipped(zip: Buffer): string {
  const texts: string[] = [];
  for (let at = zip.indexOf(LOCAL_FILE); at >= 0; at = zip.indexOf(LOCAL_FILE, at + 4)) {
    const packed = zip.readUInt16LE(at + 8) !== 0;
    const begins = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const bytes = zip.subarray(begins, begins + zip.readUInt32LE(at + 18));
    texts.push((packed ? inflateRawSync(bytes) : bytes).toString('utf8'));
  }
  return texts.join('\n');
}

/** What the address names and no case has: the answer is that there is none, for everybody alike. */
const NOBODYS = {
  draftId: 'x1',
  changeId: 'x1',
  passkeyId: 'x1',
  code: 'x1',
  hash: '0'.repeat(64),
  act: 'rating',
  log: 'x1',
  rehearsalId: 'x1',
  proposalId: 'x1',
  accountId: 'x1',
  post: 'x1',
} as const;

/** The route's address for this case. A parameter the matrix does not know fails: it would be asked about nothing. */
function addressOf(url: string, seeded: Seeded): string {
  const { caseId, number, paperId, sha256, cardId, jurisdiction, itemId, authority } = seeded;
  const known: Readonly<Record<string, string>> = {
    ...NOBODYS,
    caseId,
    number,
    paperId,
    sha256,
    cardId,
    jurisdiction,
    itemId,
    authority,
    kind: 'licence',
    month: '2026-01',
    day: '2026-01-01',
    reportKind: 'daily',
    form: 'csv',
  };
  return url.replaceAll(/:([a-zA-Z0-9]+)/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`tell the matrix of who may what :${name} of ${url} is`);
    return value;
  });
}

const anyOf = (url: string, name: string, values: readonly string[]): readonly string[] =>
  values.map((value) => `${url}?${name}=${encodeURIComponent(value)}`);
const FIGURES = ['waiting', 'inHand', 'received'];

/** The addresses to ask: a list also by everything a stranger could know or guess. */
export function addressesOf(route: RoutePolicy, seeded: Seeded): readonly string[] {
  const url = addressOf(route.url, seeded);
  if (route.method !== 'GET') return [url];
  if (url.endsWith('/desk/search')) return anyOf(url, 'q', [seeded.number, ...seeded.canaries.ofCase]);
  if (url.endsWith('/desk/queue')) return [url, `${url}?scope=all`];
  if (url.endsWith('/supervision/cards'))
    return [url, ...anyOf(url, 'authority', [seeded.authority]), ...anyOf(url, 'caseId', [seeded.caseId])];
  if (url.endsWith('/supervision/rows'))
    return anyOf(url, 'figure', FIGURES).flatMap((rows) => [rows, `${rows}&authority=${seeded.authority}`]);
  if (url.endsWith('/supervision/figures')) return [url, ...anyOf(url, 'authority', [seeded.authority])];
  if (url.endsWith('/catalogue/items') || url.endsWith('/v1/items'))
    return [url, ...anyOf(url, 'q', seeded.canaries.ofDraft)];
  if (url.endsWith('/administration/record')) return [url, ...anyOf(url, 'type', ['accessDenied', 'fieldRevealed'])];
  return [url];
}

/** Such as the route reads, and such as changes nothing that matters here. */
function bodyOf(url: string, { caseId }: Seeded): object {
  if (/:(caseId|number)\/acts$/.test(url))
    return { commandId: commandId(), revision: 9999, commands: [{ type: 'close' }] };
  if (url.endsWith('/supervision/cards/:cardId/acts'))
    return { commandId: commandId(), command: { type: 'uphold', reason: '核对权限矩阵' } };
  if (url.endsWith('/urgings')) return { commandId: commandId(), caseId, question: '核对权限矩阵', answerDays: 5 };
  if (url.endsWith('/rating')) return { commandId: commandId(), level: 5 };
  if (url.endsWith('/replies/:act')) return { fields: {} };
  if (url.endsWith('/reveals')) return { field: 'applicant.phone', reason: '核对权限矩阵' };
  if (url.endsWith('/evidence')) return { commandId: commandId() };
  return {};
}
