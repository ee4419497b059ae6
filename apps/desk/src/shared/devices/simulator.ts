import { useSyncExternalStore } from 'react';
import { useSignedIn } from '../session.tsx';
import { noBridge, type DeviceBridge, type IdCard } from './bridge.ts';

type Card = Omit<IdCard, 'requestId' | 'readerId'>;

/** Cards of invented people; the second one's last digit is not what its number asks for. */
const CARDS = {
  right: { name: '演示申请人', paperNumber: '410108199003070017', address: '河南省安阳市演示路1号' },
  wrong: { name: '演示错号人', paperNumber: '410108199003070018', address: '河南省安阳市演示路2号' },
} as const satisfies Readonly<Record<string, Card>>;

export type Laid = keyof typeof CARDS | 'none';

const READER = 'SIMULATOR';
let laid: Laid = 'right';
const listeners = new Set<() => void>();

/** Lays another card on the simulated reader, or takes it away. */
export function layCard(card: Laid): void {
  laid = card;
  for (const tell of listeners) tell();
}

export function useLaidCard(): Laid {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => laid,
  );
}

/** The least that is a PDF of one page by its content. */
const PAGE = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');

const simulator: DeviceBridge = {
  readIdCard: (requestId) =>
    Promise.resolve(
      laid === 'none'
        ? { ok: false, error: 'noCard' }
        : { ok: true, value: { ...CARDS[laid], requestId, readerId: READER } },
    ),
  capture: (_requestId, name) => {
    const file = new File([PAGE], `${name}（模拟扫描）.pdf`, { type: 'application/pdf' });
    return Promise.resolve({ ok: true, value: file });
  },
};

/** The simulator in the demonstration. Elsewhere none yet: no bridge program is shipped. */
export function useBridge(): DeviceBridge {
  return useSignedIn().demonstration ? simulator : noBridge;
}
