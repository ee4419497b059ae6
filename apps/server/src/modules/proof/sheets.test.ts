import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogCheckpoint, SheetList } from '@yimen/contract';
import { dayOf, instantFromMillis } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../platform/log/index.ts';
import { advanceProof, openProof } from '../../proof.ts';
import { cast, intake } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { hasPython, unlessPython, verify } from '../../test/tamper/verifier.ts';
import { exportLedger } from './export.ts';
import { sheetOnPaper } from './sheetPaper.ts';
import { makeSheets, sheetOf } from './sheets.ts';

let hall: TestHall;
let folder: string;
const newest = async () => LogCheckpoint.parse((await hall.app.inject('/api/v1/proof')).json());

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-sheet-'));
  hall = await openHall();
  const settings = { keyFolder: undefined, folder: undefined, mail: undefined, others: [], logs: [] };
  const proof = openProof(
    { db: hall.shell.db, realNow: () => instantFromMillis(Date.now()) },
    { dataFolder: hall.folder, publicUrl: 'https://a.example', proof: settings },
  );
  for (const _case of [1, 2]) {
    await intake(hall);
    await advanceProof(proof, createLog('error', { write: () => undefined }));
  }
});
afterAll(async () => {
  await hall.close();
  await rm(folder, { recursive: true, force: true });
});

interface ExportLine {
  readonly kind: string;
  readonly note?: string;
  readonly leaf?: number | null;
  readonly hash?: string;
  readonly entry?: { readonly jurisdiction: string; readonly stream: string; readonly revision: number };
}

/** The export of a ledger whose end, after the last checkpoint but one, was cut off without a trace in the database. */
function cutTail(text: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportLine);
  const sizeOf = ({ note = '' }: ExportLine): number => Number(note.split('\n')[1]);
  const size =
    lines
      .filter(({ kind }) => kind === 'checkpoint')
      .map(sizeOf)
      .toSorted((a, b) => b - a)[1] ?? 0;
  const entries = lines.filter(({ kind, leaf }) => kind === 'entry' && typeof leaf === 'number' && leaf < size);
  const heads = new Map(
    entries.map(({ entry, hash }) => {
      if (entry === undefined) throw new Error('an entry without itself');
      const { jurisdiction, stream, revision } = entry;
      return [`${jurisdiction} ${stream}`, { kind: 'head', jurisdiction, stream, revision, hash }];
    }),
  );
  const kept = lines.filter((line) => line.kind === 'checkpoint' && sizeOf(line) <= size);
  return [{ ...lines[0], size }, ...kept, ...entries, ...heads.values(), { kind: 'end' }]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

describe('the daily sheet', () => {
  const sheets = async () => SheetList.parse((await hall.as(cast.supervisor).get('/desk/proof/sheets')).json()).rows;
  const DAY = 86_400_000;
  const tomorrow = () => instantFromMillis(Date.now() + DAY);
  const today = () => dayOf(instantFromMillis(Date.now()));

  test('is made in the night, once, for the day that is over, and says what the day brought', async () => {
    expect(await makeSheets(hall.shell.db, instantFromMillis(Date.now()))).toBe(0);
    expect(await makeSheets(hall.shell.db, tomorrow())).toBe(1);
    expect(await makeSheets(hall.shell.db, tomorrow())).toBe(0);
    const [sheet] = await sheets();
    const { size } = await newest();
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from proof.checkpoints`.execute(hall.shell.db);
    expect(sheet).toMatchObject({ on: today(), size, entries: size, checkpoints: rows[0]?.n });
    expect(await makeSheets(hall.shell.db, instantFromMillis(Date.now() + 4 * DAY))).toBe(3);
    expect((await sheets()).map(({ entries }) => entries)).toEqual([0, 0, 0, size]);
  });

  test('is printed with the signed checkpoint in a square code, for supervisors and the audit administrator only', async () => {
    const paper = (person: string) => hall.as(person).get(`/desk/proof/sheets/${today()}/paper`);
    const printed = await paper(cast.supervisor);
    expect([printed.statusCode, printed.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await paper(cast.clerk)).statusCode).toBe(403);
    expect((await hall.as(cast.supervisor).get('/desk/proof/sheets/2020-01-01/paper')).statusCode).toBe(404);
    const sheet = await sheetOf(hall.shell.db, today());
    if (sheet === undefined) throw new Error('no sheet');
    const { blocks } = sheetOnPaper({ sheet, hall: '安阳市市民之家', verifierKey: null });
    expect(blocks.find(({ block }) => block === 'code')).toMatchObject({ text: sheet.note });
    expect((await newest()).note?.startsWith(sheet.note)).toBe(true);
  });

  test.skipIf(!hasPython)(
    `finds, scanned, that the end of the record was cut off since${unlessPython}`,
    async () => {
      const { verifierKey = '' } = await newest();
      const scanned = join(folder, 'scanned.txt');
      // As a telephone hands it over: other line breaks, and none at the end.
      const note = (await sheetOf(hall.shell.db, today()))?.note ?? '';
      await writeFile(scanned, note.trimEnd().replaceAll('\n', '\r\n'));
      const judged = async () => {
        let text = '';
        const parts = { db: hall.shell.db, at: instantFromMillis(Date.now()), demo: true, projected: [] };
        for await (const lines of exportLedger(parts)) text += lines;
        return { text, verdict: await verify(['-', '--key', verifierKey, '--witness', scanned], text) };
      };
      const { text, verdict } = await judged();
      expect(verdict.findings).toEqual([]);
      const earlier = await verify(['-', '--key', verifierKey, '--witness', scanned], cutTail(text));
      expect(earlier.findings.map(([code]) => code)).toContain('rewound');
      expect((await verify(['-', '--key', verifierKey], cutTail(text))).findings).toEqual([]);
    },
    60_000,
  );
});
