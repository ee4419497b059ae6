import type { Session } from '@yimen/contract';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below the gate that makes sure somebody is. */
export function useSignedIn(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('used outside the session gate');
  return session;
}
