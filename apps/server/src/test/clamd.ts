import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { ClamdAddress } from '../platform/uploads/index.ts';
import { EICAR } from './hostile/corpus.ts';

/** How the scanner of a test behaves: as it should, or in one of the ways in which a real one fails. */
export type Mood = 'well' | 'error' | 'hangs' | 'hangsUp' | 'talksNonsense';

export interface FakeClamd {
  readonly address: ClamdAddress;
  readonly mood: (mood: Mood) => void;
  /** How many bytes of files it was shown since it was last asked. */
  readonly seen: () => number;
  readonly close: () => Promise<void>;
}

const COMMAND = /^z([A-Z]+)\0/;

/** A server that speaks as much of clamd's protocol as Yimen uses, on a port of this machine; it knows one virus. */
export async function startClamd(): Promise<FakeClamd> {
  let now: Mood = 'well';
  let bytes = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    const got: Buffer[] = [];
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    socket.on('data', (data) => {
      got.push(data);
      // Put together only where it may be complete: a command, or the empty chunk that ends a file.
      if (data.at(-1) !== 0) return;
      const reply = replyTo(Buffer.concat(got), now, (count) => (bytes += count));
      if (reply === 'hang up') socket.destroy();
      else if (reply !== undefined) socket.end(reply);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: { host: '127.0.0.1', port },
    mood: (mood) => void (now = mood),
    seen: () => {
      const count = bytes;
      bytes = 0;
      return count;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Undefined while more is to come, or for ever. */
function replyTo(got: Buffer, mood: Mood, saw: (count: number) => void): string | undefined {
  const command = COMMAND.exec(got.subarray(0, 20).toString('latin1'))?.[1];
  if (command === undefined) return undefined;
  if (mood === 'hangsUp') return 'hang up';
  if (mood === 'hangs') return undefined;
  if (mood === 'talksNonsense') return 'HTTP/1.1 400 Bad Request\r\n\r\n\0';
  if (command === 'PING') return 'PONG\0';
  const file = streamed(got.subarray(command.length + 2));
  if (file === undefined) return undefined;
  saw(file.length);
  if (mood === 'error') return 'INSTREAM size limit exceeded. ERROR\0';
  return file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
}

/** The file in its chunks, each behind its length; undefined until the empty chunk that ends it. */
function streamed(got: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at + 4 <= got.length) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > got.length) return undefined;
    chunks.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
