import { join } from 'node:path';
import { destination, multistream, pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Members of log objects that could carry personal data or secrets; a line that names one anyway shows `[redacted]`. */
const PRIVATE = [
  'password',
  'name',
  'phone',
  'paperNumber',
  'applicant',
  'answers',
  'cookie',
  'authorization',
  'query',
  'req.headers',
  'res.headers',
];

/**
 * Structured lines, on standard output unless told otherwise. Routes and ids are logged, never query strings, bodies, names or numbers of
 * people (P30): what a person did stands in the ledger, under its own access rules.
 */
export function createLog(level: string, into?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: [...PRIVATE, ...PRIVATE.map((member) => `*.${member}`)], censor: '[redacted]' },
  };
  return into === undefined ? pino(options) : pino(options, into);
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/**
 * The log of a running server: everything in `<folder>/yimen.log`, and errors on standard error too, so that the terminal
 * stays readable and still shows what broke.
 */
export function createServerLog(level: Level, folder: string): Log {
  const file = destination({ dest: join(folder, 'yimen.log'), mkdir: true, sync: true });
  return createLog(
    level,
    multistream([
      { level, stream: file },
      { level: 'error', stream: process.stderr },
    ]),
  );
}
