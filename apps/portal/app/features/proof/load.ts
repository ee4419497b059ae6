import { EntryProof } from '@yimen/contract';
import { read } from '../../api.ts';
import type { Loading } from '../../visit.ts';
import { judge } from './judge.ts';
import type { ShownProof } from './ProofView.tsx';

const HASH = /^[0-9a-f]{64}$/;

/** Reads a proof and reckons it on the portal's own server, so that the page says the same without scripts. */
export async function loadProof(loading: Loading, path: string, onPaper?: string): Promise<ShownProof> {
  const found = await read(loading, path, EntryProof);
  const { hash, proof } = found;
  const judgement = hash === undefined || proof === undefined ? undefined : await judge(hash, proof);
  return { found, judgement, onPaper };
}

/** The hash that the square code of a paper put into the address; undefined where there is none. */
export function entryOnPaper({ url }: Request): string | undefined {
  const entry = new URL(url).searchParams.get('entry')?.toLowerCase() ?? '';
  return HASH.test(entry) ? entry : undefined;
}
