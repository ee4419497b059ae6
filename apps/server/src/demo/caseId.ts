import { createHash } from 'node:crypto';

/** A scenario's case has one id for ever: it is made of the scenario's name, so that an interrupted load can be read. */
export function demoCaseId(key: string): string {
  const hex = createHash('sha256').update(`yimen demo case ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
