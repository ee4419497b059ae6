import { DraftKey } from '@yimen/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type JSX, type ReactNode } from 'react';
import { client } from '../client.ts';
import { useSignedIn } from '../session.tsx';
import { forgetUnder } from '../storage.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { openShelf } from './shelf.ts';

/** Where the first program kept an intake in plain text. */
const UNSEALED = 'yimen.desk.intake.';

const DraftsContext = createContext<Drafts | undefined>(undefined);

/** Undefined where the key could not be had: then forms work and say that nothing is kept. */
export const useDrafts = (): Drafts | undefined => useContext(DraftsContext);

/** Fetches the key of the person signed in and opens what they left at this computer, before any form is drawn. */
export function DraftsGate({ children }: { readonly children: ReactNode }): JSX.Element | null {
  const { person, jurisdiction } = useSignedIn();
  const owner = `${jurisdiction}.${person}`;
  const drafts = useQuery({
    queryKey: ['drafts', owner],
    staleTime: Infinity,
    gcTime: Infinity,
    queryFn: async ({ signal }) => {
      forgetUnder(UNSEALED);
      const { key } = await client.get('/desk/draft-key', DraftKey, signal);
      return openDrafts(await openShelf(), { key, owner });
    },
  });
  if (drafts.isPending) return null;
  return <DraftsContext value={drafts.data}>{children}</DraftsContext>;
}
