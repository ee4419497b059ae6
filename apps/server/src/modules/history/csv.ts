import { Readable } from 'node:stream';
import type { HistoryCase, HistoryEvent } from '@yimen/core/history';
import { CsvError, parse } from 'csv-parse';
import { UnreadableLog } from './problem.ts';
import { ITEM, keptProcedure, VERSION } from './procedureAttributes.ts';
import { transitionOf, type ReadStamp } from './xes.ts';

/** The headings a column goes by, the first that is there. */
const COLUMNS = {
  case: ['case:concept:name', 'case', 'case_id', 'Case ID', '办件编号'],
  activity: ['concept:name', 'activity', 'Activity', '环节'],
  time: ['time:timestamp', 'timestamp', 'Complete Timestamp', '时间'],
  transition: ['lifecycle:transition', 'transition', '状态'],
  resource: ['org:resource', 'resource', 'Resource', '岗位'],
  item: [`case:${ITEM}`],
  version: [`case:${VERSION}`],
} as const;
type Column = keyof typeof COLUMNS;

interface Record_ {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function placesIn(header: readonly string[]): Readonly<Record<Column, number>> {
  const place = (column: Column): number => {
    const title = COLUMNS[column].find((one) => header.includes(one));
    return title === undefined ? -1 : header.indexOf(title);
  };
  for (const column of ['case', 'activity', 'time'] as const) {
    if (place(column) < 0) {
      throw new UnreadableLog({ code: 'column_missing', line: 1, detail: COLUMNS[column].join(' | ') });
    }
  }
  return {
    case: place('case'),
    activity: place('activity'),
    time: place('time'),
    transition: place('transition'),
    resource: place('resource'),
    item: place('item'),
    version: place('version'),
  };
}

const checks = { case: 'no_case', activity: 'no_activity', time: 'no_timestamp' } as const;

function rowReader(header: readonly string[], stamp: ReadStamp) {
  const places = placesIn(header);
  return ({ record, info }: Record_): Pick<HistoryCase, 'id' | 'procedure'> & { readonly event: HistoryEvent } => {
    const cell = (column: Column): string => (record[places[column]] ?? '').replaceAll('\u0000', '');
    for (const column of ['case', 'activity', 'time'] as const) {
      if (cell(column) === '') throw new UnreadableLog({ code: checks[column], line: info.lines });
    }
    const [transition, resource] = [cell('transition'), cell('resource')];
    return {
      id: cell('case'),
      ...keptProcedure(cell('item'), cell('version')),
      event: {
        activity: cell('activity'),
        ...stamp(cell('time'), info.lines),
        transition: transitionOf(transition === '' ? undefined : transition),
        ...(resource === '' ? {} : { resource }),
      },
    };
  };
}

/**
 * The cases of a CSV log, one row an event, in the order in which they first appear; rows of a case may stand anywhere, so
 * they are yielded at the end. Throws {@link UnreadableLog}, also when there are more than `maxEvents`.
 */
export async function* readCsvLog(
  text: AsyncIterable<string>,
  stamp: ReadStamp,
  maxEvents: number,
): AsyncGenerator<HistoryCase> {
  const cases = new Map<string, HistoryCase & { readonly events: HistoryEvent[] }>();
  let row: ReturnType<typeof rowReader> | undefined;
  let events = 0;
  for await (const one of recordsOf(text)) {
    if (row === undefined) {
      row = rowReader(one.record, stamp);
      continue;
    }
    const { event, ...read } = row(one);
    events += 1;
    if (events > maxEvents) throw new UnreadableLog({ code: 'too_big', line: one.info.lines });
    const known = cases.get(read.id);
    if (known === undefined) cases.set(read.id, { ...read, events: [event] });
    else known.events.push(event);
  }
  yield* cases.values();
}

async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<Record_> {
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, trim: true });
  const input = Readable.from(text);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const one of parser) yield one as Record_;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableLog({ code: 'bad_csv', line: Number(error['lines'] ?? 1), detail: error.message });
  }
}
