import type { FactorKind, Words } from '@yimen/contract';
import { providerRefusals, type ProviderRefusal } from '@yimen/core/people';
import { useSearchParams } from 'react-router';
import { useHalfWay } from './api.ts';

/** How somebody came back from the sign-in service, as the address tells. */
export interface Arrival {
  /** Why they were not let in. */
  readonly refused: Words | undefined;
  /** Recognised there, and one of these is wanted besides. */
  readonly factors: readonly FactorKind[];
  /** Takes it out of the address: it was about that one try. */
  readonly forget: () => void;
}

const isRefusal = (code: string): code is ProviderRefusal => Object.hasOwn(providerRefusals, code);

export function useArrival(): Arrival {
  const [search, setSearch] = useSearchParams();
  const code = search.get('refused') ?? '';
  const isHalfWay = search.get('step') === 'factor';
  const half = useHalfWay(isHalfWay);
  return {
    refused: isRefusal(code) ? providerRefusals[code] : undefined,
    factors: isHalfWay ? (half.data?.factors ?? []) : [],
    forget: () => setSearch({}, { replace: true }),
  };
}
