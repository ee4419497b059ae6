import { connect, type Socket } from 'node:net';

/** Where the virus scanner listens: a port, or a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly signature: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface Scanner {
  /** Never throws: a scanner that does not answer is a verdict too. */
  readonly scan: (bytes: Uint8Array) => Promise<Verdict>;
  readonly ping: () => Promise<boolean>;
}

const PATIENCE_MS = 15_000;
const CHUNK = 65_536;
/** A reply is a line; more than this is no clamd. */
const LONGEST_REPLY = 4096;

/**
 * A scanner behind the protocol of clamd (`zINSTREAM`): the bytes are sent, the scanner needs no access to our files. One
 * connection a file; `patience` in milliseconds is all it gets.
 */
export function createClamd(address: ClamdAddress, patience = PATIENCE_MS): Scanner {
  const ask = (parts: Iterable<Uint8Array>): Promise<string> => converse(connect({ ...address }), parts, patience);
  return {
    scan: async (bytes) => {
      try {
        return verdictOf(await ask(inStream(bytes)));
      } catch (error) {
        return { kind: 'unavailable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    ping: () =>
      ask([Buffer.from('zPING\0')]).then(
        (reply) => reply === 'PONG',
        () => false,
      ),
  };
}

/** `stream: OK`, `stream: <name> FOUND`; every other reply, an error above all, is no verdict on the file. */
function verdictOf(reply: string): Verdict {
  if (reply === 'stream: OK') return { kind: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (signature !== undefined) return { kind: 'infected', signature };
  return { kind: 'unavailable', reason: `the scanner said: ${reply.slice(0, 200)}` };
}

function* inStream(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function converse(socket: Socket, parts: Iterable<Uint8Array>, patience: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let reply = '';
  const late = setTimeout(() => socket.destroy(new Error('the scanner did not answer in time')), patience);
  socket.on('data', (data) => {
    reply += data.toString('latin1');
    if (reply.includes('\0')) resolve(reply.slice(0, reply.indexOf('\0')));
    else if (reply.length > LONGEST_REPLY) socket.destroy(new Error('this is no virus scanner'));
  });
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('the scanner closed the connection')));
  for (const part of parts) socket.write(part);
  return promise.finally(() => {
    clearTimeout(late);
    socket.destroy();
  });
}
