import type { AuditType } from '@yimen/contract';
import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/index.ts';
import { staffOf } from '../../platform/http/index.ts';
import { findLog, type StoredLog } from './store.ts';
import type { History } from './world.ts';

/** Who looks back over a hall, and who writes its lists. */
export const reading = { policy: { roles: ['supervisor', 'dutyManager', 'catalogueEditor'] } } as const;

/** A log of the hall of whoever asks. */
export const logOf = ({ shell }: History, request: FastifyRequest, name: string): Promise<StoredLog | undefined> =>
  findLog(shell.db, { jurisdiction: staffOf(request).jurisdiction, name });

/** On record: a log may show who worked how long, and a figure somebody cites should be found again. */
export function onRecord({ shell }: History, request: FastifyRequest, type: AuditType, body: object): Promise<void> {
  const { jurisdiction, person, name } = staffOf(request);
  const actor = { kind: 'officer', person, name };
  return recordAudit(shell, { jurisdiction, stream: 'settings:history', type, actor, from: request.ip, body });
}
