import { ActAnswer, StoredFile } from '@yimen/contract';
import { writePath } from '@yimen/core/catalogue';
import type { CaseCommand } from '@yimen/core/casework';
import { authorisations, items, postings } from '@yimen/demo';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { queryCodeOf } from '../../modules/casework/index.ts';
import { makePapers } from '../../modules/documents/index.ts';
import { lookAtCards } from '../../modules/supervision/index.ts';
import type { App } from '../../platform/http/index.ts';
import { cast } from '../cases.ts';
import { commandId, fileCommand, type TestHall } from '../hall.ts';
import { sender } from '../sending.ts';
import { uniquePdf } from '../uploads.ts';

/** A case of the matrix with everything that hangs on it, and values that nobody else may see. */
export interface Seeded {
  readonly label: string;
  readonly jurisdiction: string;
  readonly authority: string;
  readonly itemId: string;
  readonly caseId: string;
  readonly number: string;
  readonly paperId: string;
  /** A file among its materials. */
  readonly sha256: string;
  /** An urging (督办) of it. */
  readonly cardId: string;
  readonly token: string;
  readonly canaries: Canaries;
}

/** What gives a leak away, by who may read it. */
export interface Canaries {
  readonly ofCase: readonly string[];
  readonly ofCard: readonly string[];
  /** Stands in the unpublished draft of the item. */
  readonly ofDraft: readonly string[];
}

export interface Sowing {
  readonly hall: TestHall;
  /** The server with every route. */
  readonly app: App;
}

export interface Seed {
  readonly label: string;
  readonly jurisdiction: string;
  readonly itemId: string;
  readonly last: 'accept' | 'notifyCorrection' | 'withdraw';
}

export const authorityOf = (itemId: string): string => items.find(({ id }) => id === itemId)?.authority ?? '';

/** Somebody at a window who may receive for this department. */
export function clerkFor(authority: string): string | undefined {
  const paper = authorisations.find(
    (one) =>
      one.authority === authority &&
      one.acts.includes('receive') &&
      one.items === 'all' &&
      one.from <= '2026-03-02' &&
      '2026-03-02' <= one.to,
  );
  return postings.find(({ post, rank, to }) => post === paper?.post && rank === 'A' && to === undefined)?.person;
}

let serial = 0;

/** Files a case of a company of its own, with a file, a paper, an urging and an edited item, all carrying its canaries. */
export async function sow(sowing: Sowing, seed: Seed): Promise<Seeded> {
  serial += 1;
  const mark = `金丝雀${String(serial)}号`;
  const ofCase = [`${mark}公司`, `${mark}路`, `1390000${String(7000 + serial)}`, `${mark}缺页`];
  const { caseId, number, sha256 } = await fileCase(sowing, seed, ofCase);
  const token = await follow(sowing, { ...seed, caseId, number });
  const key = { jurisdiction: seed.jurisdiction, caseId };
  const cardId = await urge(sowing, key, `${mark}督办`);
  if (seed.last === 'withdraw') await withdraw(sowing, number, token);
  await makePapers(sowing.hall.papers, key);
  return {
    ...seed,
    authority: authorityOf(seed.itemId),
    caseId,
    number,
    sha256,
    token,
    paperId: await paperOf(sowing, caseId),
    cardId,
    canaries: {
      ofCase: [...ofCase, caseId],
      ofCard: [`${mark}督办`],
      ofDraft: await editItem(sowing, seed),
    },
  };
}

const officer = ({ hall }: Sowing, person: string, { jurisdiction }: Pick<Seed, 'jurisdiction'>) =>
  hall.as(`${person}@${jurisdiction}`);

async function fileCase(sowing: Sowing, seed: Seed, [name = '', address = '', phone = '', defect = '']: string[]) {
  const clerk = clerkFor(authorityOf(seed.itemId)) ?? cast.clerk;
  const cookie = `yimen_session=${clerk}@${seed.jurisdiction}`;
  const sent = await sender(() => sowing.app).upload('/desk/files', 'a.pdf', uniquePdf(name), { cookie });
  const { state: _state, ...scan } = StoredFile.parse(sent.json());
  const file = fileCommand(seed.itemId);
  const materials = file.materials.map((one, at) => (at === 0 ? { ...one, file: scan } : one));
  const notice: CaseCommand = { type: 'notifyCorrection', defects: [{ defect, standard: '完整' }], contact: '窗口' };
  const third = seed.last === 'notifyCorrection' ? notice : ({ type: 'accept' } as const);
  const applicant = { ...file.applicant, name, address, phone };
  const commands = [{ ...file, applicant, materials }, { type: 'receive', materials }, third];
  const response = await officer(sowing, clerk, seed).post('/desk/cases', { commandId: commandId(), commands });
  expect(response.statusCode, response.body).toBe(201);
  return { ...ActAnswer.parse(response.json()), sha256: scan.sha256 };
}

async function follow(
  { hall }: Sowing,
  { number, ...key }: Pick<Seeded, 'jurisdiction' | 'caseId' | 'number'>,
): Promise<string> {
  const grant = await hall.anybody().post('/tracking', { number, queryCode: queryCodeOf(hall.world.keys, key) });
  return grant.json<{ token: string }>().token;
}

async function withdraw({ hall }: Sowing, number: string, token: string): Promise<void> {
  const commands = [{ type: 'withdraw', reason: '不办了' }];
  const gone = await hall.anybody(token).post(`/tracking/${number}/acts`, { commandId: commandId(), commands });
  expect(gone.statusCode, gone.body).toBe(200);
}

async function paperOf({ hall }: Sowing, caseId: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select paper_id as id from documents.papers where case_id = ${caseId}`.execute(hall.shell.db);
  const [paper] = rows;
  if (paper === undefined) throw new Error(`no paper of ${caseId}`);
  return paper.id;
}

async function urge(sowing: Sowing, key: Pick<Seeded, 'jurisdiction' | 'caseId'>, question: string): Promise<string> {
  while ((await lookAtCards(sowing.hall.supervision)) > 0);
  const body = { commandId: commandId(), caseId: key.caseId, question, answerDays: 5 };
  const response = await officer(sowing, cast.supervisor, key).post('/desk/supervision/urgings', body);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ cardId: string }>().cardId;
}

/** Renames the item in its draft, which cases of one item and town share. The editor's desk is on the full server alone. */
async function editItem({ app }: Sowing, { jurisdiction, itemId }: Seed): Promise<readonly string[]> {
  const name = `金丝雀草稿${jurisdiction}${itemId}`;
  const url = `/api/v1/desk/catalogue/items/${itemId}`;
  const headers = { cookie: `yimen_session=mu.lu@${jurisdiction}` };
  const seen = (await app.inject({ url, headers })).json<{ draft: { revision: number; content: object } }>();
  const { revision, content } = seen.draft;
  const payload = { revision, content: writePath(content as never, 'name', name) };
  const saved = await app.inject({ method: 'POST', url: `${url}/draft`, headers, payload });
  expect(saved.statusCode, saved.body).toBe(200);
  return [name];
}
