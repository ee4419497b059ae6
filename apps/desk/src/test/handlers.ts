import type { CaseView, Session } from '@yimen/contract';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { caseView } from './caseFixtures.ts';
import { guide, itemList, queueRows } from './fixtures.ts';

const DRAFT_KEY = '5e'.repeat(32);

export const api = (path: string): string => `*/api/v1${path}`;

/** Refuses as the server does. */
export function refusal(status: number, code: string, more: object = {}): Response {
  const body = { type: `urn:yimen:problem:${code}`, title: code, status, code, ...more };
  return HttpResponse.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** What every screen asks for, for somebody signed in. */
export function signedInAs(session: Session, shown: CaseView = caseView()): readonly RequestHandler[] {
  return [
    http.get(api('/session'), () => HttpResponse.json(session)),
    http.get(api('/demo'), () => HttpResponse.json({ today: session.today })),
    http.get(api('/desk/draft-key'), () => HttpResponse.json({ key: DRAFT_KEY })),
    http.get(api('/desk/counts'), () =>
      HttpResponse.json({ waiting: 12, dueToday: 2, overdue: 1, at: '2026-03-02T01:05:09.000Z' }),
    ),
    http.get(api('/desk/queue'), ({ request }) => {
      const today = new URL(request.url).searchParams.get('due') === 'today';
      const rows = queueRows.filter(({ due }) => !today || due === session.today);
      return HttpResponse.json({ rows, total: rows.length });
    }),
    http.get(api('/desk/supervision/duty'), () => HttpResponse.json({ waiting: 0, urgings: 0, ledgers: 0 })),
    http.get(api('/items'), () => HttpResponse.json(itemList)),
    http.get(api('/items/:jurisdiction/:itemId'), () => HttpResponse.json(guide)),
    http.get(api('/items/:jurisdiction/:itemId/stars'), () => refusal(404, 'not_found')),
    http.get(api('/desk/cases/:caseId'), () => HttpResponse.json(shown)),
    http.get(api('/desk/cases/:caseId/files/:sha256'), () => HttpResponse.arrayBuffer(new ArrayBuffer(8))),
  ];
}
