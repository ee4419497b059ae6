import type { HistoryCase, HistoryEvent, Transition } from '@yimen/core/history';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableLog } from './problem.ts';
import { ITEM, keptProcedure, VERSION } from './procedureAttributes.ts';
import type { Stamp } from './stamps.ts';

export type ReadStamp = (text: string, line: number) => Stamp;

/** The transition an XES word means here. Without one an event is a completion, as the standard's simplest logs have it. */
export function transitionOf(word: string | undefined): Transition {
  const lower = word?.toLowerCase() ?? 'complete';
  return lower === 'schedule' || lower === 'start' || lower === 'complete' ? lower : 'other';
}

interface Open {
  readonly events: HistoryEvent[];
  readonly said: Map<string, string>;
}

/** All that is read of a trace beside its events. */
const OF_TRACE: ReadonlySet<string> = new Set(['concept:name', ITEM, VERSION]);

/** Builds cases out of tags; attributes inside attributes and everything under other elements are passed over. */
function builder(stamp: ReadStamp, line: () => number, done: (one: HistoryCase) => void) {
  const path: string[] = [];
  let trace: Open | undefined;
  let event: Map<string, string> | undefined;
  let cases = 0;
  const closeEvent = (): void => {
    if (event !== undefined) trace?.events.push(eventOf(event, stamp, line()));
    event = undefined;
  };
  const closeTrace = (): void => {
    if (trace === undefined) return;
    cases += 1;
    const { events, said } = trace;
    const id = said.get('concept:name') ?? `#${String(cases)}`;
    done({ id, ...keptProcedure(said.get(ITEM), said.get(VERSION)), events });
    trace = undefined;
  };
  const attribute = (parent: string, key: string, value: string): void => {
    if (parent === 'event') event?.set(key, value);
    if (parent === 'trace' && OF_TRACE.has(key)) trace?.said.set(key, value);
  };
  return {
    open: ({ name, attributes }: SaxesTagPlain): void => {
      const parent = path.at(-1) ?? '';
      if (parent === '' && name !== 'log') throw new UnreadableLog({ code: 'not_xes', line: line(), detail: name });
      path.push(name);
      if (name === 'trace') trace = { events: [], said: new Map() };
      else if (name === 'event') event = new Map();
      else attribute(parent, attributes['key'] ?? '', attributes['value'] ?? '');
    },
    close: (): void => {
      const name = path.pop();
      if (name === 'event') closeEvent();
      if (name === 'trace') closeTrace();
    },
  };
}

function eventOf(said: ReadonlyMap<string, string>, stamp: ReadStamp, line: number): HistoryEvent {
  const activity = said.get('concept:name') ?? '';
  const time = said.get('time:timestamp') ?? '';
  if (activity === '') throw new UnreadableLog({ code: 'no_activity', line });
  if (time === '') throw new UnreadableLog({ code: 'no_timestamp', line, detail: activity });
  const resource = said.get('org:resource') ?? '';
  return {
    activity,
    ...stamp(time, line),
    transition: transitionOf(said.get('lifecycle:transition')),
    ...(resource === '' ? {} : { resource }),
  };
}

/** The cases of an XES log, one after the other as their traces end. Throws {@link UnreadableLog}. */
export async function* readXes(text: AsyncIterable<string>, stamp: ReadStamp): AsyncGenerator<HistoryCase> {
  const parser = new SaxesParser();
  let ready: HistoryCase[] = [];
  const build = builder(
    stamp,
    () => parser.line,
    (one) => ready.push(one),
  );
  parser.on('opentag', build.open);
  parser.on('closetag', build.close);
  parser.on('error', ({ message }) => {
    throw new UnreadableLog({ code: 'bad_xml', line: parser.line, detail: message });
  });
  for await (const piece of text) {
    parser.write(piece);
    yield* ready;
    ready = [];
  }
  parser.close();
}
