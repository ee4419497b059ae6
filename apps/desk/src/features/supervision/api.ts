import {
  Board,
  CardActed_,
  CardDuty,
  CardList,
  CardView,
  FiguresAnswer,
  PowersAnswer,
  RowsAnswer,
  type UrgeRequest,
} from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../shared/client.ts';
import { newCommandId } from '../../shared/commandId.ts';
import { openLine } from '../../shared/eventLine.ts';

const AT = '/desk/supervision';
const BOARD = ['board'] as const;
const STALE_MS = 30_000;
/** The server beats every two and a half seconds: three beats missed are a cut line. */
const SILENT_MS = 8_000;

export interface LiveBoard {
  readonly board: Board | undefined;
  readonly live: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/** The board, asked once and then told by the server; without the stream it says that it is stale and asks again. */
export function useBoard(): LiveBoard {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const asked = useQuery({
    queryKey: BOARD,
    queryFn: ({ signal }) => client.get(`${AT}/board`, Board, signal),
    refetchInterval: live ? false : STALE_MS,
  });
  useEffect(
    () =>
      openLine({
        path: `/api/v1${AT}/events`,
        event: 'board',
        silentMs: SILENT_MS,
        onState: setLive,
        onData: (text) => {
          const parsed = Board.safeParse(JSON.parse(text));
          if (parsed.success) queries.setQueryData(BOARD, parsed.data);
        },
      }),
    [queries],
  );
  return { board: asked.data, live, error: asked.error, refetch: () => void asked.refetch() };
}

export function usePowers(): UseQueryResult<PowersAnswer> {
  return useQuery({
    queryKey: ['powers'],
    queryFn: ({ signal }) => client.get(`${AT}/powers`, PowersAnswer, signal),
  });
}

export function useFigures(): UseQueryResult<FiguresAnswer> {
  return useQuery({
    queryKey: ['board', 'figures'],
    queryFn: ({ signal }) => client.get(`${AT}/figures`, FiguresAnswer, signal),
    refetchInterval: STALE_MS,
  });
}

export function useRows(query: string): UseQueryResult<RowsAnswer> {
  return useQuery({
    queryKey: ['board', 'rows', query],
    queryFn: ({ signal }) => client.get(`${AT}/rows?${query}`, RowsAnswer, signal),
  });
}

export function useCards(query: string): UseQueryResult<CardList> {
  return useQuery({
    queryKey: ['cards', query],
    queryFn: ({ signal }) => client.get(`${AT}/cards?${query}`, CardList, signal),
  });
}

const NO_DUTY: CardDuty = { waiting: 0, urgings: 0, ledgers: 0 };

/** How many cards, and urgings, wait for whoever is signed in. */
export function useCardDuty(): CardDuty {
  const duty = useQuery({
    queryKey: ['cards', 'duty'],
    queryFn: ({ signal }) => client.get(`${AT}/duty`, CardDuty, signal),
    refetchInterval: STALE_MS,
  });
  return duty.data ?? NO_DUTY;
}

export function useCard(cardId: string): UseQueryResult<CardView> {
  return useQuery({
    queryKey: ['cards', 'one', cardId],
    queryFn: ({ signal }) => client.get(`${AT}/cards/${encodeURIComponent(cardId)}`, CardView, signal),
  });
}

export function useCardAct(cardId: string): UseMutationResult<unknown, Error, object> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: object) =>
      client.post(`${AT}/cards/${encodeURIComponent(cardId)}/acts`, { commandId: newCommandId(), command }, CardActed_),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cards'] }),
  });
}

export function useUrge(): UseMutationResult<unknown, Error, Omit<UrgeRequest, 'commandId'>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (urging) => client.post(`${AT}/urgings`, { commandId: newCommandId(), ...urging }, CardActed_),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cards'] }),
  });
}
