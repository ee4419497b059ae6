import { randomUUID } from 'node:crypto';
import { dayOf } from '@yimen/kernel';
import { demoPassword } from '@yimen/demo';
import { ActAnswer } from '@yimen/contract';
import pg from 'pg';
import { openParts } from '../../apps/server/src/parts.ts';
import { createLog } from '../../apps/server/src/platform/log/index.ts';
import { buildServer } from '../../apps/server/src/server.ts';
import { wire } from '../../apps/server/src/wiring.ts';
import { lifeOf, staff } from './life.ts';
import { pause } from './server.ts';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every statement of one life, transition by transition, as the server sent it. */
export type Recording = readonly (readonly Statement[])[];

type Query = (...args: readonly unknown[]) => unknown;

/** Lives one life in this process, without a network, and writes down what is asked of the database. */
export async function recordLife(dataFolder: string): Promise<Recording> {
  const recording: Statement[][] = [];
  // Before there is a connection: each keeps the `query` it was opened with.
  const stop = listen((statement) => recording.at(-1)?.push(statement));
  const log = createLog('fatal');
  const parts = await openParts({ dataFolder, log, origin: 'http://127.0.0.1' });
  const { shell, demoClock } = parts;
  const { app } = await buildServer({ shell, worlds: await wire(parts), demoClock, moved: () => undefined });
  const cookies = new Map<string, string>();
  for (const username of staff) {
    const payload = { username, password: demoPassword };
    const signedIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    cookies.set(username, String(signedIn.headers['set-cookie']).split(';')[0] ?? '');
  }
  try {
    // The first life fills what the server remembers (items, names); the second is the one to play.
    for (const nth of [1, 2]) {
      recording.length = 0;
      let caseId: string | undefined;
      for (const { by, command } of lifeOf(nth, dayOf(shell.now()))) {
        recording.push([]);
        const url = caseId === undefined ? '/api/v1/desk/cases' : `/api/v1/desk/cases/${caseId}/acts`;
        const payload = { commandId: randomUUID(), commands: [command] };
        const headers = { cookie: cookies.get(by) ?? '' };
        caseId = ActAnswer.parse((await app.inject({ method: 'POST', url, headers, payload })).json()).caseId;
      }
    }
  } finally {
    stop();
    await app.close();
    await parts.close();
  }
  if (recording.some((statements) => statements.length === 0)) throw new Error('nothing was heard of an act');
  return recording;
}

function listen(heard: (statement: Statement) => void): () => void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function recorded(this: unknown, ...args: readonly unknown[]): unknown {
    const [first, second] = args;
    const { text, values } =
      typeof first === 'string' ? { text: first, values: second } : (first as Partial<Statement>);
    if (text !== undefined) heard({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, [...args]);
  };
  return () => void (prototype.query = query);
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NUMBER = /\b\d{6}-\d{5}-\d\b/g;

let played = 0;

/** The same statements for another case: other ids and another number, everything else as it was. */
function another(recording: Recording): Recording {
  const ids = new Map<string, string>();
  const number = `floor-${String(process.pid)}-${String((played += 1))}`;
  const idFor = (id: string): string => {
    const known = ids.get(id) ?? randomUUID();
    ids.set(id, known);
    return known;
  };
  const renewed = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(UUID, idFor).replaceAll(NUMBER, number) : value;
  return recording.map((statements) => statements.map(({ text, values }) => ({ text, values: values.map(renewed) })));
}

export interface FloorOptions {
  readonly connectionString: string;
  readonly recording: Recording;
  readonly actors: number;
  readonly millis: number;
  /** Prepared once a connection and called by name, as pgbench -M prepared does. */
  readonly prepared: boolean;
}

/** So many connections playing lives one after another; answers how long each transition took. */
export async function playFloor(options: FloorOptions): Promise<readonly number[]> {
  const state = { going: true };
  const times: number[] = [];
  const actors = Array.from({ length: options.actors }, () => play(options, state, times));
  await pause(options.millis);
  state.going = false;
  await Promise.all(actors);
  return times;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${String(names.size)}`;
  names.set(text, name);
  return name;
}

async function play(
  { connectionString, recording, prepared }: FloorOptions,
  state: { readonly going: boolean },
  times: number[],
): Promise<void> {
  const client = new pg.Client({ connectionString, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    while (state.going) {
      for (const statements of another(recording)) {
        if (!state.going) return;
        const began = performance.now();
        for (const { text, values } of statements) {
          const name = prepared && values.length > 0 ? { name: nameOf(text) } : {};
          await client.query({ ...name, text, values: [...values] });
        }
        times.push(performance.now() - began);
      }
    }
  } finally {
    await client.end();
  }
}
