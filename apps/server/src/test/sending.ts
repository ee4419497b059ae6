import { once } from 'node:events';
import { connect } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import type { App } from '../platform/http/index.ts';

const BOUNDARY = 'yimen-test-boundary';
const MIB = 1_048_576;
const ENDLESS_MIB = 200;

/** The lines of a form before a file; a quote is sent as browsers send it. */
const headOf = (name: string): Buffer =>
  Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
  );
const TAIL = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
const TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

export interface Sender {
  readonly upload: (
    path: string,
    name: string,
    bytes: Buffer,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
  /** 200 MB through a socket; `heaviest` is how much more memory the process held than before. */
  readonly endless: (
    path: string,
    says: boolean,
  ) => Promise<{ readonly status: number; readonly body: string; readonly heaviest: number }>;
}

/** Sends files as a browser's form does, each from an address of its own: how often one may send is another test. */
export function sender(app: () => App): Sender {
  let caller = 0;
  return {
    upload: (path, name, bytes, headers = {}) => {
      caller += 1;
      const remoteAddress = `10.8.${String(caller >> 8)}.${String(caller & 255)}`;
      const payload = Buffer.concat([headOf(name), bytes, TAIL]);
      return app().inject({
        method: 'POST',
        url: `/api/v1${path}`,
        headers: { ...TYPE, ...headers },
        payload,
        remoteAddress,
      });
    },
    endless: (path, says) => sendEndless(new URL(`/api/v1${path}`, app().listeningOrigin), says),
  };
}

/** Through a socket of its own: the client of Node stops sending once it has its answer, which a browser does not. */
async function sendEndless(url: URL, says: boolean) {
  const head = headOf('a.pdf');
  const length = head.length + ENDLESS_MIB * MIB + TAIL.length;
  const how = says ? `content-length: ${String(length)}` : 'transfer-encoding: chunked';
  const socket = connect(Number(url.port), url.hostname);
  let answer = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => (answer += text));
  socket.write(
    `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: ${TYPE['content-type']}\r\n${how}\r\n\r\n`,
  );
  const put = (bytes: Buffer): boolean => {
    if (says) return socket.write(bytes);
    socket.write(`${bytes.length.toString(16)}\r\n`);
    socket.write(bytes);
    return socket.write('\r\n');
  };
  const chunk = Buffer.alloc(MIB);
  const before = process.memoryUsage().rss;
  let heaviest = 0;
  put(head);
  for (let count = 0; count < ENDLESS_MIB; count += 1) {
    heaviest = Math.max(heaviest, process.memoryUsage().rss - before);
    if (!put(chunk)) await once(socket, 'drain');
  }
  put(TAIL);
  socket.end(says ? '' : '0\r\n\r\n');
  await once(socket, 'close');
  return { status: Number(answer.slice(9, 12)), body: answer.slice(answer.indexOf('\r\n\r\n') + 4), heaviest };
}
