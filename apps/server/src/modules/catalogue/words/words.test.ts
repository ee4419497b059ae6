import { EverydayTable, ItemList, MissedQuestions } from '@yimen/contract';
import { addDays } from '@yimen/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHall, type Caller, type TestHall } from '../../../test/hall.ts';
import { indexDue } from '../indexing.ts';
import { askedWords, dropMissed } from './missed.ts';

const WORDS = '/desk/catalogue/words';
const QUESTIONS = '/desk/catalogue/questions';
let hall: TestHall;
let editor: Caller;

beforeAll(async () => {
  hall = await openHall();
  editor = hall.as('mu.lu');
});
afterAll(() => hall.close());

async function find(q: string, submitted = true): Promise<ItemList> {
  const more = submitted ? '&submitted=true' : '';
  const url = `/items?jurisdiction=410500&q=${encodeURIComponent(q)}${more}`;
  return ItemList.parse((await hall.anybody().get(url)).json());
}

async function missed(): Promise<readonly string[]> {
  const { rows } = MissedQuestions.parse((await editor.get(QUESTIONS)).json());
  return rows.map(({ question, times }) => `${question} ×${String(times)}`);
}

const today = (): Promise<number> => indexDue(hall.shell.db, hall.today());

describe('a question that finds nothing', () => {
  test('is answered with the nearest themes', async () => {
    const { total, nearest } = await find('魑魅筑魍魉');
    expect([total, nearest]).toEqual([0, [{ theme: '工程建设', count: 1 }]]);
    expect((await find('zzzzqqq', false)).nearest?.length).toBe(3);
  });

  test('is kept once for all who ask it, and never while somebody is still typing', async () => {
    await find('轱辘会要备啥', false);
    await find('轱辘会要备啥');
    await find(' 轱辘会要备啥 ');
    expect(await missed()).toContain('轱辘会要备啥 ×2');
  });

  test('that finds something is not kept', async () => {
    await find('开饭店');
    expect(await missed()).not.toContain('开饭店 ×1');
  });

  test.each([
    ['我叫什么 110101199003070038 查饕餮', '我叫什么 查饕餮'],
    ['饕餮 13800138000', '饕餮'],
    ['410500A20260001234', undefined],
    ['饕', undefined],
    ['饕餮'.repeat(30), undefined],
  ])('%s is kept as %s: numbers of persons, phones and cases are not', (typed, kept) => {
    expect(askedWords(typed)).toBe(kept);
  });

  test('leaves the list when the office dealt with it, and comes back when it is asked again', async () => {
    await find('蹀躞饕餮');
    expect((await editor.post(`${QUESTIONS}/dealt`, { question: '蹀躞饕餮' })).statusCode).toBe(200);
    expect(await missed()).not.toContain('蹀躞饕餮 ×1');
    await find('蹀躞饕餮');
    expect(await missed()).toContain('蹀躞饕餮 ×2');
    expect((await editor.post(`${QUESTIONS}/dealt`, { question: '没有人问过' })).statusCode).toBe(404);
  });

  test('is dropped half a year after it was asked last', async () => {
    await find('龃龉彳亍');
    await dropMissed(hall.shell.db, addDays(hall.today(), 180));
    expect(await missed()).toContain('龃龉彳亍 ×1');
    await dropMissed(hall.shell.db, addDays(hall.today(), 181));
    expect(await missed()).toEqual([]);
  });
});

describe('the everyday words of a hall', () => {
  test('set by the catalogue office are found by within a look of the clock', async () => {
    expect((await find('轱辘会', false)).total).toBe(0);
    const set = await editor.post(WORDS, { official: '大型群众性活动', everyday: ['轱辘会', '轱辘会'] });
    expect(set.json()).toEqual({ items: 1 });
    expect(await today()).toBeGreaterThan(0);
    expect((await find('轱辘会', false)).items.map(({ id }) => id)).toEqual(['mass-event']);
    expect(await today()).toBe(0);
  });

  test('stand instead of the shipped ones, and an empty row silences them', async () => {
    const row = async (): Promise<unknown> =>
      EverydayTable.parse((await editor.get(`${WORDS}?q=${encodeURIComponent('烟草专卖零售')}`)).json()).rows[0];
    expect(await row()).not.toHaveProperty('changed');
    await editor.post(WORDS, { official: '烟草专卖零售', everyday: [] });
    expect(await row()).toMatchObject({ everyday: [], changed: { by: 'mu.lu' } });
  });

  test('are read by heads of departments and set by the catalogue editor alone', async () => {
    const head = hall.as('gao.jun');
    expect((await head.get(WORDS)).statusCode).toBe(200);
    expect((await head.post(WORDS, { official: '取水', everyday: ['水'] })).statusCode).toBe(403);
  });

  test('are words without blanks, for a part of a name', async () => {
    for (const body of [
      { official: '取', everyday: [] },
      { official: '取水', everyday: ['打 井'] },
      { official: ' 取水', everyday: [] },
    ])
      expect((await editor.post(WORDS, body)).statusCode).toBe(422);
  });
});
