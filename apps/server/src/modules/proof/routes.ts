import {
  EntryProof,
  EvidenceRequest,
  LogCheckpoint,
  ProofStatus,
  Sha256,
  WitnessAnswer,
  WitnessRequest,
} from '@yimen/contract';
import { z } from 'zod';
import { witness, witnessVerifierKey, type WitnessingParts } from '../../platform/checkpoint/index.ts';
import { notFound, refuseWith, staffOf, type App, type Staff } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { evidenceOf, type Asker, type EvidenceParts } from './evidence.ts';
import { entryProof, publicCheckpoint } from './receipt.ts';
import { PROOF_REFUSALS } from './refusals.ts';
import { proofStatus } from './status.ts';

export interface ProofWorld extends EvidenceParts {
  readonly shell: Shell;
  /** For whom this installation is a witness; absent where it is for nobody. */
  readonly witnessing: WitnessingParts | undefined;
}

const OVERSEERS = ['supervisor', 'dutyManager', 'windowHead'] as const;
/** Each walks a few rows of the tree and needs no account. */
const LOOKS_A_MINUTE = 120;
const PUSHES_A_MINUTE = 60;

/** What anybody may check, what overseers watch, and the door other installations bring their checkpoints to. */
export function proofRoutes(world: ProofWorld): (app: App) => void {
  return (app) => {
    publicRoutes(world, app);
    deskRoutes(world, app);
    witnessRoute(world, app);
  };
}

function publicRoutes({ shell, witnessing }: ProofWorld, app: App): void {
  const config = { policy: 'public', rateLimit: { max: LOOKS_A_MINUTE, timeWindow: 60_000 } } as const;
  const tags = ['proof'];
  app.get(
    '/api/v1/proof',
    { config, schema: { tags, summary: '最新检查点 / the newest checkpoint', response: { 200: LogCheckpoint } } },
    async () => publicCheckpoint(shell.db, witnessing === undefined ? undefined : await witnessVerifierKey(witnessing)),
  );
  app.get(
    '/api/v1/proof/entries/:hash',
    {
      config,
      schema: {
        tags,
        summary: '核验一条记录在账本里 / prove that an entry is in the record',
        params: z.object({ hash: Sha256 }),
        response: { 200: EntryProof },
      },
    },
    (request) => entryProof(shell.db, request.params.hash),
  );
}

function deskRoutes(world: ProofWorld, app: App): void {
  const { shell } = world;
  const roles = [...OVERSEERS, 'auditAdministrator'] as const;
  app.get(
    '/api/v1/desk/proof',
    {
      config: { policy: { roles } },
      schema: { tags: ['proof'], summary: '存证状态 / how the proof stands', response: { 200: ProofStatus } },
    },
    () => proofStatus(shell.db, shell.realNow()),
  );
  app.post(
    '/api/v1/desk/cases/:caseId/evidence',
    {
      config: { policy: 'staff' },
      schema: {
        tags: ['proof'],
        summary: '导出办件证据包 / take the evidence of a case',
        params: z.object({ caseId: z.string().max(100) }),
        body: EvidenceRequest,
      },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const key = { jurisdiction: staff.jurisdiction, caseId: request.params.caseId };
      const made = await evidenceOf(world, key, askerOf(staff), request.body.commandId);
      if (made.ok) {
        return reply
          .header('content-disposition', `attachment; filename="evidence-${shell.now().slice(0, 10)}.zip"`)
          .type('application/zip')
          .send(Buffer.from(made.value));
      }
      if (made.error === 'not_found') return notFound(request, reply);
      if (made.error === 'command_reused') return refuseWith(reply, { code: 'command_reused' });
      return refuseWith(reply, PROOF_REFUSALS[made.error]);
    },
  );
}

const askerOf = ({ person, name, roles }: Staff): Asker => ({
  person,
  name,
  overseer: roles.some((role) => OVERSEERS.some((one) => one === role)),
});

function witnessRoute({ witnessing }: ProofWorld, app: App): void {
  app.post(
    '/api/v1/witness/checkpoints',
    {
      config: { policy: 'public', rateLimit: { max: PUSHES_A_MINUTE, timeWindow: 60_000 } },
      schema: {
        tags: ['proof'],
        summary: '请本系统见证检查点 / have a checkpoint witnessed',
        body: WitnessRequest,
        response: { 200: WitnessAnswer },
      },
    },
    async (request, reply) => {
      if (witnessing === undefined) return refuseWith(reply, PROOF_REFUSALS.log_unknown);
      const { note, old, proof } = request.body;
      const hashes = proof.map((one) => new Uint8Array(Buffer.from(one, 'base64')));
      const signed = await witness(witnessing, { note, old, proof: hashes });
      if (signed.ok) return reply.send({ cosignature: signed.value });
      const refusal = PROOF_REFUSALS[signed.error.code];
      return refuseWith(reply, 'size' in signed.error ? { ...refusal, revision: signed.error.size } : refusal);
    },
  );
}
