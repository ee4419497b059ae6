import { randomUUID } from 'node:crypto';
import {
  ChangeActed,
  ChangePage,
  DeskItem,
  Problem,
  StoredFile,
  type ChangeCommandWish,
  type ChangeWish,
} from '@yimen/contract';
import { toJson, writePath, type JsonObject } from '@yimen/core/catalogue';
import { anyang } from '@yimen/demo';
import type { Day } from '@yimen/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { z } from 'zod';
import { commandId, type TestHall } from './hall.ts';
import { uniquePdf, uploadsOf } from './uploads.ts';

/** Two heads of departments, the five offices, and an editor. */
export const people = {
  head: 'yan.zhen',
  water: 'jiang.tao',
  reform: 'jian.zheng',
  legal: 'fa.zheng',
  staffing: 'bian.ce',
  pricing: 'jia.he',
  group: 'yi.ding',
  editor: 'mu.lu',
} as const;
export type Who = keyof typeof people;
export const desk = '/desk/catalogue';

export const promised = (count: number) => (content: JsonObject) => writePath(content, 'limits.promised.count', count);
export const wish = (more: Partial<ChangeWish> & Pick<ChangeWish, 'lines'>): ChangeWish => ({
  kind: 'change',
  trigger: 'service',
  basis: { title: '安阳市优化营商环境工作要点（演示）', place: '演示〔2026〕1号' },
  reason: '方便群众办事',
  ...more,
});
export const opinion = '同意';

/** Reads and sends as one of the people; an answer that is no refusal is 200. */
function callsOf(hall: () => TestHall) {
  async function read<S extends z.ZodType>(who: Who, path: string, shape: S): Promise<z.output<S>> {
    const answer = await hall().as(people[who]).get(path);
    expect(answer.statusCode, `${path}\n${answer.body}`).toBe(200);
    return shape.parse(answer.json());
  }
  async function send(who: Who, path: string, body: object): Promise<ChangeActed> {
    const answer = await hall().as(people[who]).post(path, body);
    expect(answer.statusCode, `${who} ${JSON.stringify(body)}\n${answer.body}`).toBe(200);
    return ChangeActed.parse(answer.json());
  }
  async function refusedAs(who: Who, path: string, body: object): Promise<Problem> {
    return Problem.parse((await hall().as(people[who]).post(path, body)).json());
  }
  return { read, send, refusedAs };
}

/** What a test does with changes of the list, each as one of the people. */
export function changesOf(hall: () => TestHall) {
  const { byOfficer } = uploadsOf(hall);
  const { read, send, refusedAs } = callsOf(hall);
  const act = (who: Who, changeId: string, command: ChangeCommandWish): Promise<ChangeActed> =>
    send(who, `${desk}/changes/${changeId}/acts`, { commandId: commandId(), command });
  const refusal = (who: Who, changeId: string, command: ChangeCommandWish): Promise<Problem> =>
    refusedAs(who, `${desk}/changes/${changeId}/acts`, { commandId: commandId(), command });

  /** Saves a draft with one thing changed. */
  async function draft(who: Who, itemId: string, change: (content: JsonObject) => JsonObject): Promise<void> {
    const { draft: before } = await read(who, `${desk}/items/${itemId}`, DeskItem);
    const content = change(toJson(before.content) as JsonObject);
    const answer = await hall()
      .as(people[who])
      .post(`${desk}/items/${itemId}/draft`, { revision: before.revision, content });
    expect(answer.statusCode, answer.body).toBe(200);
  }
  const apply = async (who: Who, what: ChangeWish): Promise<string> =>
    (await send(who, `${desk}/changes`, { commandId: commandId(), wish: what })).changeId;
  async function minutes(): Promise<Extract<ChangeCommandWish, { type: 'deliberate' }>['minutes']> {
    const stored = StoredFile.parse((await byOfficer(people.group, '纪要.pdf', uniquePdf(randomUUID()))).json());
    return { file: { name: stored.name, sha256: stored.sha256 }, present: ['易定', '副组长'], heldOn: hall().today() };
  }
  /** From the transfer to the deliberation. */
  async function through(changeId: string, fee = false): Promise<void> {
    await act('reform', changeId, { type: 'transfer', opinion });
    await act('legal', changeId, { type: 'review', step: 'legalReview', opinion });
    await act('staffing', changeId, { type: 'review', step: 'staffingReview', opinion });
    if (fee) await act('pricing', changeId, { type: 'review', step: 'feeReview', opinion });
    await act('group', changeId, { type: 'deliberate', opinion, minutes: await minutes() });
  }
  const publish = (changeId: string, effectiveFrom: Day): Promise<ChangeActed> =>
    act('reform', changeId, { type: 'publish', effectiveFrom });
  const page = (changeId: string): Promise<ChangePage> => read('reform', `${desk}/changes/${changeId}`, ChangePage);
  const guide = (itemId: string): Promise<LightMyRequestResponse> => hall().anybody().get(`/items/${anyang}/${itemId}`);

  return { read, send, refusedAs, act, refusal, draft, apply, minutes, through, publish, page, guide };
}
