import { Queue } from '@yimen/contract';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** Finds by the number a scanner typed. */
export function useFindByNumber(): UseMutationResult<Queue, Error, string> {
  return useMutation({
    mutationFn: (number: string) => client.get(`/desk/search?${new URLSearchParams({ q: number }).toString()}`, Queue),
  });
}
