/** One order to read a log, on a thread of its own: a log of a year takes seconds in which the server answers people. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';
import { createGzip } from 'node:zlib';
import { calendarOf } from '@yimen/core/calendar';
import { mondayToFriday, openMining, type HistoryCase } from '@yimen/core/history';
import { conformCases } from './conform.ts';
import { readWhole } from './import.ts';
import { unpackCases } from './kept.ts';
import type { Answers, Mine, MiningOrder, Rehearse, Write } from './miner.ts';
import { rehearseCases } from './rehearse.ts';
import { writeCsv, writeXes } from './write.ts';

/** How often it is said how far it is. */
const EVERY = 500;

async function* counted(bytes: Uint8Array): AsyncGenerator<HistoryCase> {
  let read = 0;
  for await (const one of unpackCases(bytes)) {
    read += 1;
    if (read % EVERY === 0) parentPort?.postMessage({ read }, []);
    yield one;
  }
}

async function mined({ bytes }: Mine): Promise<Answers['mine']> {
  const mining = openMining();
  for await (const one of counted(bytes)) mining.take(one);
  return mining.result();
}

function rehearsed({ bytes, reform, itemId, notices }: Rehearse): Promise<Answers['rehearse']> {
  const working = notices === undefined ? mondayToFriday : calendarOf(notices).working;
  return rehearseCases(counted(bytes), { reform, working, itemId });
}

const WRITERS = { xes: writeXes, csv: writeCsv } as const;

function written({ bytes, form }: Write): Promise<Answers['write']> {
  return buffer(Readable.from(WRITERS[form](counted(bytes))).pipe(createGzip()));
}

function answer(order: MiningOrder): Promise<Answers[MiningOrder['ask']]> {
  switch (order.ask) {
    case 'import':
      return readWhole(order.source);
    case 'mine':
      return mined(order);
    case 'rehearse':
      return rehearsed(order);
    case 'write':
      return written(order);
    case 'conform':
      return conformCases(counted(order.bytes), order);
  }
}

parentPort?.postMessage({ done: await answer(workerData as MiningOrder) }, []);
