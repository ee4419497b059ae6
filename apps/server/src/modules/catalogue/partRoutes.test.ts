import { DeskItem, PartPreview } from '@yimen/contract';
import { writePath } from '@yimen/core/catalogue';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changesOf, desk, people } from '../../test/changes.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { uploadsOf } from '../../test/uploads.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

const { draft } = changesOf(() => hall);
const { upload } = uploadsOf(() => hall);
const WATER = 'water-abstraction';
const at = `${desk}/items/${WATER}`;
type Who = keyof typeof people;

const send = (who: Who, path: string, xml: string | Buffer) =>
  upload(path, 'file.xml', Buffer.from(xml), { cookie: `yimen_session=${people[who]}` });
async function brought(path: string, xml: string, who: Who = 'editor'): Promise<PartPreview> {
  const answer = await send(who, path, xml);
  expect(answer.statusCode, answer.body).toBe(200);
  return PartPreview.parse(answer.json());
}
const taken = async (file: string): Promise<string> => (await hall.as(people.editor).get(`${at}/${file}`)).body;
const item = async (): Promise<DeskItem> => DeskItem.parse((await hall.as(people.editor).get(at)).json());
const revision = async (): Promise<string> => String((await item()).draft.revision);

let bpmn: string;
let dmn: string;
beforeEach(async () => {
  [bpmn, dmn] = [await taken('procedure.bpmn'), await taken('discretion.dmn')];
});

describe('a drawing of the procedure', () => {
  test('goes out of the draft and comes back without a change', async () => {
    expect(await brought(`${at}/procedure/preview`, bpmn)).toMatchObject({ faults: [], changes: [], drafted: false });
  });

  test('is looked at first, then kept as the draft, and the public reads nothing new', async () => {
    const longer = bpmn.replace(/limitDays="10"/, 'limitDays="8"');
    expect(longer).not.toBe(bpmn);
    const seen = await brought(`${at}/procedure/preview`, longer);
    expect(seen.changes.length).toBeGreaterThan(0);
    expect(await brought(`${at}/procedure?revision=${String(seen.revision)}`, longer)).toMatchObject({
      drafted: true,
      revision: seen.revision + 1,
    });
    const { draft: now, versions } = await item();
    expect(JSON.stringify(now.content)).toContain('"limitDays":8');
    expect(versions).toHaveLength(1);
  });

  test('that leads to a decision nobody examined is refused at its element with the article, and nothing is kept', async () => {
    const before = await revision();
    const without = bpmn.replaceAll(/yimen:duty="examination"/g, 'yimen:duty="consultation"');
    const { faults, drafted } = await brought(`${at}/procedure?revision=${before}`, without);
    expect(drafted).toBe(false);
    const unexamined = faults.find(({ article = '' }) => article.includes('行政许可法'));
    expect(unexamined?.place.zh).toMatch(/^元素 /);
    expect(await revision()).toBe(before);
  });
});

describe('tables of discretion', () => {
  test('go out of the draft and come back without a change', async () => {
    expect(await brought(`${at}/discretion/preview`, dmn)).toMatchObject({ faults: [], changes: [] });
  });

  test('with a cell that is no FEEL are refused with table, row, column and character', async () => {
    const broken = dmn.replace('&lt; 100', '&lt; (100 +').replace('<![CDATA[< 100', '<![CDATA[< (100 +');
    expect(broken).not.toBe(dmn);
    const { faults } = await brought(`${at}/discretion/preview`, broken);
    expect(faults[0]?.place.zh).toMatch(/^表“.+”第 1 行“年取水量.*”列$/);
    expect(faults[0]?.place.en).toMatch(/^table “.+”, row 1, column “/);
    expect(faults[0]?.words.zh).toMatch(/第\d+个字符/);
  });

  test('that ask what the form does not ask are told, and may be kept as a draft', async () => {
    const other = dmn.replace('&lt; 100', '&lt; neverAsked').replace('<![CDATA[< 100', '<![CDATA[< neverAsked');
    const { faults, findings } = await brought(`${at}/discretion/preview`, other);
    expect(faults).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('feel_unknown_name');
  });
});

describe.each(['procedure', 'discretion'])('a hostile file for the %s', (part) => {
  const hostile = {
    'a document type': ['<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'DOCTYPE'],
    'entities that grow': [
      `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><l>&c;</l>`,
      'DOCTYPE',
    ],
    'an entity nobody declared': ['<a>&bomb;</a>', 'XML'],
    'broken XML': ['<a><b></a>', 'XML'],
    'no text at all': ['\u0000\u0001', 'XML'],
  } as const;
  test.each(Object.entries(hostile))(
    'with %s is refused at its line, and nothing is kept',
    async (_what, [xml, word]) => {
      const before = await revision();
      const { faults, drafted } = await brought(`${at}/${part}?revision=${before}`, xml);
      expect(drafted).toBe(false);
      expect(faults[0]?.place.zh).toMatch(/^第 \d+ 行第 \d+ 列$/);
      expect(faults[0]?.words.zh).toContain(word);
      expect(await revision()).toBe(before);
    },
  );

  test('is refused by its size before it is read', async () => {
    expect((await send('editor', `${at}/${part}/preview`, Buffer.alloc(2 ** 21 + 1, 32))).statusCode).toBe(413);
  });
});

describe('who brings, and when', () => {
  test('a draft that somebody saved since it was looked at is not overwritten', async () => {
    const changed = bpmn.replace(/limitDays="5"/, 'limitDays="4"');
    const seen = await brought(`${at}/procedure/preview`, changed);
    await draft('editor', WATER, (content) => writePath(content, 'theme', '水务'));
    const late = await send('editor', `${at}/procedure?revision=${String(seen.revision)}`, changed);
    expect(late.json()).toMatchObject({ code: 'draft_moved' });
  });

  test('a head brings for the own department only, a clerk not at all', async () => {
    expect((await brought(`${at}/procedure/preview`, bpmn, 'water')).faults).toEqual([]);
    const foreign = await send('water', `${desk}/items/construction-permit/procedure/preview`, bpmn);
    expect(foreign.json()).toMatchObject({ code: 'item_not_own' });
    expect((await hall.as('zhou.min').get(`${at}/procedure.bpmn`)).statusCode).toBe(403);
    expect((await send('editor', `${desk}/items/nowhere/procedure/preview`, bpmn)).statusCode).toBe(404);
  });
});
