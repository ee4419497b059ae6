import type { QueueRow } from '@yimen/contract';

const SCREENS: Readonly<Record<string, string>> = {
  sign: '/sign-off',
  seal: '/delivery',
  issue: '/delivery',
  serve: '/delivery',
  close: '/delivery',
};

/** The screen made for what the row is waiting for; the case page where there is no other. */
export function rowPath({ caseId, waitingFor }: Pick<QueueRow, 'caseId' | 'waitingFor'>): string {
  return `${SCREENS[waitingFor.act] ?? '/cases'}/${encodeURIComponent(caseId)}`;
}
