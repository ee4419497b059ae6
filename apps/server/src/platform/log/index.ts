import { pino, type DestinationStream, type Logger } from 'pino';

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
 * Structured lines on standard output. Routes and ids are logged, never query strings, bodies, names or numbers of
 * people (P30): what a person did stands in the ledger, under its own access rules.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: [...PRIVATE, ...PRIVATE.map((member) => `*.${member}`)], censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
