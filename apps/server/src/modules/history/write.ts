import { csvLine } from '../../platform/csv/index.ts';
import type { HistoryCase, HistoryEvent } from '@yimen/core/history';
import { ITEM, VERSION } from './procedureAttributes.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The wall clock of the place, with how far it is ahead of UTC. */
function stampOf({ at, offset }: HistoryEvent): string {
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
  return `${new Date(at + offset * 60_000).toISOString().slice(0, -1)}${zone}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// A parser makes spaces of tabs and line ends in attributes; as references they come back as they were.
const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char] ?? `&#${String(char.charCodeAt(0))};`);

const attribute = (key: string, value: string): string => `<string key="${key}" value="${escaped(value)}"/>`;

/** What `other` is called where it is written: of the standard's words one that is neither of the three told apart. */
const WORDS = { schedule: 'schedule', start: 'start', complete: 'complete', other: 'reassign' } as const;

function eventXml(event: HistoryEvent): string {
  const { activity, transition, resource } = event;
  const by = resource === undefined ? '' : attribute('org:resource', resource);
  const time = `<date key="time:timestamp" value="${stampOf(event)}"/>`;
  return `  <event>${attribute('concept:name', activity)}${attribute('lifecycle:transition', WORDS[transition])}${time}${by}</event>\n`;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
 <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
 <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
 <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
 <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
 <classifier name="activity" keys="concept:name"/>
`;

/** The item version a case keeps, under names of Yimen's own; no extension of the standard has a place for it. */
const procedureXml = ({ procedure }: HistoryCase): string =>
  procedure === undefined
    ? ''
    : `  ${attribute(ITEM, procedure.itemId)}<int key="${VERSION}" value="${String(procedure.version)}"/>\n`;

/** A log as XES (IEEE 1849-2016), case by case. */
export async function* writeXes(cases: AsyncIterable<HistoryCase>): AsyncGenerator<string> {
  yield HEAD;
  for await (const one of cases) {
    const head = `  ${attribute('concept:name', one.id)}\n${procedureXml(one)}`;
    yield ` <trace>\n${head}${one.events.map(eventXml).join('')} </trace>\n`;
  }
  yield '</log>\n';
}

/** A log as CSV under the names XES gives the columns, one row an event. A case without events has no row. */
export async function* writeCsv(cases: AsyncIterable<HistoryCase>): AsyncGenerator<string> {
  yield `case:concept:name,case:${ITEM},case:${VERSION},concept:name,lifecycle:transition,time:timestamp,org:resource\n`;
  for await (const { id, procedure, events } of cases) {
    const keeps = [procedure?.itemId ?? '', procedure?.version ?? ''];
    for (const event of events) {
      const cells = [
        id,
        ...keeps.map(String),
        event.activity,
        WORDS[event.transition],
        stampOf(event),
        event.resource ?? '',
      ];
      yield csvLine(cells);
    }
  }
}
