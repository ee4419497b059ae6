import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Io } from './command.ts';

/** Asks for a password without showing it; from a pipe, the first line. */
export async function readPassword(io: Io): Promise<string> {
  return process.stdin.isTTY ? ask(io) : firstLine(io);
}

async function ask(io: Io): Promise<string> {
  io.writeError('密码 / password: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    io.writeError('\n');
  }
}

async function firstLine(io: Io): Promise<string> {
  let text = '';
  for await (const chunk of io.input()) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
}
