import { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { createGunzip, createGzip } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import type { HistoryCase, HistoryEvent, ProcedureKey, Transition } from '@yimen/core/history';

type Cell = readonly [string, number, number, Transition, string?];
/** Logs taken before cases named their procedure have no third part. */
type Line = readonly [string, readonly Cell[], ...Procedure];
type Procedure = readonly [] | readonly [item: string, version: number];

const cellOf = ({ activity, at, offset, transition, resource }: HistoryEvent): Cell =>
  resource === undefined ? [activity, at, offset, transition] : [activity, at, offset, transition, resource];

const procedureOf = (key: ProcedureKey | undefined): Procedure => (key === undefined ? [] : [key.itemId, key.version]);

/** A log as it is kept: one line of JSON a case, gzipped. The same log gives the same bytes. */
export function packCases(cases: AsyncIterable<HistoryCase>): Promise<Buffer> {
  const lines = async function* (): AsyncGenerator<string> {
    for await (const { id, procedure, events } of cases) {
      yield `${JSON.stringify([id, events.map(cellOf), ...procedureOf(procedure)] satisfies Line)}\n`;
    }
  };
  const zip = createGzip();
  const input = Readable.from(lines());
  input.on('error', (error) => zip.destroy(error));
  return buffer(input.pipe(zip));
}

/** The cases of a kept log, one after the other. */
export async function* unpackCases(bytes: Uint8Array): AsyncGenerator<HistoryCase> {
  const input = Readable.from([bytes]).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    // Our own file, under its own digest.
    const [id, cells, itemId, version] = JSON.parse(line) as Line;
    const procedure = itemId === undefined || version === undefined ? {} : { procedure: { itemId, version } };
    yield { id, ...procedure, events: cells.map(eventOf) };
  }
}

function eventOf([activity, at, offset, transition, resource]: Cell): HistoryEvent {
  return { activity, at, offset, transition, ...(resource === undefined ? {} : { resource }) };
}
