import { openMining, type Counts, type HistoryCase } from '@yimen/core/history';
import { packCases } from './kept.ts';
import type { LogCalendar } from './store.ts';

/** A log ready to be kept: its bytes, and what is known of it without opening them again. */
export interface PackedLog {
  readonly bytes: Uint8Array;
  readonly counts: Counts;
  readonly calendar: LogCalendar;
}

/** Beijing time in minutes ahead of UTC. */
const BEIJING = 480;

/** Packs and counts cases in one pass. A log whose clock is not Beijing's is marked as not following the published calendar. */
export async function packLog(cases: AsyncIterable<HistoryCase>): Promise<PackedLog> {
  const mining = openMining();
  let calendar: LogCalendar = 'cn';
  const watched = async function* (): AsyncGenerator<HistoryCase> {
    for await (const one of cases) {
      mining.take(one);
      if (one.events.some(({ offset }) => offset !== BEIJING)) calendar = 'weekdays';
      yield one;
    }
  };
  const bytes = await packCases(watched());
  return { bytes, counts: mining.result().counts, calendar };
}
