import { LedgerPreview, LedgerView, Problem } from '@yimen/contract';
import { expect } from 'vitest';
import { commandId, type TestHall } from './hall.ts';

const BOUNDARY = 'a-ledger-of-the-month';

/** Sends a file as a browser does. */
function upload(hall: TestHall, person: string, path: string, bytes: Uint8Array | string) {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="l"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return hall.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { cookie: `yimen_session=${person}`, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  });
}

/** Which ledger, and who acts. */
export interface LedgerOf {
  readonly person: string;
  readonly authority: string;
  readonly kind: string;
  readonly month: string;
}

const nameOf = ({ authority, kind }: LedgerOf): string =>
  `/desk/supervision/ledgers/${encodeURIComponent(authority)}/${kind}`;
const pathOf = (ledger: LedgerOf): string => `${nameOf(ledger)}/${ledger.month}`;

/** What people do with ledgers of this hall. */
export function ledgersOf(hall: TestHall) {
  return {
    preview: async (ledger: LedgerOf, bytes: Uint8Array | string) =>
      LedgerPreview.parse((await upload(hall, ledger.person, `${pathOf(ledger)}/preview`, bytes)).json()),
    handIn: (ledger: LedgerOf, bytes: Uint8Array | string, reason = '') => {
      const why = reason === '' ? '' : `&reason=${encodeURIComponent(reason)}`;
      return upload(hall, ledger.person, `${pathOf(ledger)}?commandId=${commandId()}${why}`, bytes);
    },
    open: (ledger: LedgerOf) => hall.as(ledger.person).get(pathOf(ledger)),
    view: async (ledger: LedgerOf): Promise<LedgerView> => {
      const response = await hall.as(ledger.person).get(pathOf(ledger));
      expect(response.statusCode, response.body).toBe(200);
      return LedgerView.parse(response.json());
    },
    follow: (ledger: LedgerOf, serial: string, command: object) =>
      hall.as(ledger.person).post(`${nameOf(ledger)}/acts`, { commandId: commandId(), serial, command }),
    layDown: (ledger: LedgerOf, duty: { readonly owner?: string; readonly dueDay: number }) =>
      hall.as(ledger.person).post(`${nameOf(ledger)}/duty`, duty),
  };
}

/** What a refused request was told. */
export const problemOf = async (sent: Promise<{ readonly json: () => unknown }>): Promise<Problem> =>
  Problem.parse((await sent).json());
