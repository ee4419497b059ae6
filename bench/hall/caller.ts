import { Agent, request } from 'node:http';
import { demoPassword } from '@yimen/demo';
import { staff } from './life.ts';

export interface Answer {
  readonly status: number;
  /** Retry-After, where the answer has one. */
  readonly again?: string | undefined;
  readonly body: string;
}

/** Requests of one hall, over connections that stay open. */
export interface Caller {
  readonly post: (path: string, person: string, body: object) => Promise<Answer>;
  /** A PDF into the hall's store, as a window's scanner does. */
  readonly upload: (person: string, bytes: Buffer) => Promise<Answer>;
  readonly close: () => void;
}

/** One address may ask only so often in a minute; a hall of many windows has many. The server believes a proxy on this machine. */
const ADDRESSES = 200;
const TIMEOUT_MS = 15_000;
const BOUNDARY = 'yimen-bench';

/** Signs in everybody who takes part. */
export async function openCaller(origin: string, connections: number): Promise<Caller> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections + 4, maxFreeSockets: connections + 4 });
  const cookies = new Map<string, string>();
  let asked = 0;
  const send = (path: string, headers: Record<string, string>, body: string | Buffer): Promise<Raw> => {
    asked += 1;
    const address = { 'x-forwarded-for': `10.1.0.${String(asked % ADDRESSES)}` };
    return raw(agent, `${origin}/api/v1${path}`, { ...headers, ...address }, body);
  };
  for (const username of staff) {
    const signedIn = await send('/session', JSON_TYPE, JSON.stringify({ username, password: demoPassword }));
    if (signedIn.status !== 200) throw new Error(`${username} could not sign in: ${signedIn.body}`);
    cookies.set(username, signedIn.cookie);
  }
  const cookieOf = (person: string): { readonly cookie: string } => ({ cookie: cookies.get(person) ?? '' });
  return {
    post: async (path, person, body) => {
      const act = (): Promise<Raw> => send(path, { ...JSON_TYPE, ...cookieOf(person) }, JSON.stringify(body));
      const answer = await act();
      if (answer.status !== 403 || !answer.body.includes('"reauth_needed"')) return answer;
      // Ten minutes after the last proof a signature asks who is there: said, and the same act sent again.
      const proof = JSON.stringify({ kind: 'password', password: demoPassword });
      await send('/session/proof', { ...JSON_TYPE, ...cookieOf(person) }, proof);
      return act();
    },
    upload: (person, bytes) => send('/desk/files', { ...FORM_TYPE, ...cookieOf(person) }, formOf(bytes)),
    close: () => agent.destroy(),
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

function formOf(bytes: Buffer): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

type Raw = Answer & { readonly cookie: string };

function raw(agent: Agent, url: string, headers: Record<string, string>, body: string | Buffer): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length }, timeout: TIMEOUT_MS });
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        resolve({ status: response.statusCode ?? 0, body: text, cookie, again: response.headers['retry-after'] });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}
