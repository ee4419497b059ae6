import {
  Day_,
  EntryProof,
  EvidenceRequest,
  LogCheckpoint,
  ProofStatus,
  Sha256,
  SheetList,
  WitnessAnswer,
  WitnessRequest,
} from '@yimen/contract';
import type { PaperText } from '@yimen/core/documents';
import type { Day } from '@yimen/kernel';
import { z } from 'zod';
import { logState, witness, witnessVerifierKey, type WitnessingParts } from '../../platform/checkpoint/index.ts';
import { notFound, refuseWith, sendBytes, staffOf, type App, type Staff } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { evidenceOf, type Asker, type EvidenceParts } from './evidence.ts';
import { entryProof, paperProof, publicCheckpoint } from './receipt.ts';
import { PROOF_REFUSALS } from './refusals.ts';
import { sheetOnPaper } from './sheetPaper.ts';
import { sheetOf, sheetsOf } from './sheets.ts';
import { proofStatus } from './status.ts';

export interface ProofWorld extends EvidenceParts {
  readonly shell: Shell;
  /** Hash of the entry that the paper with this verification code stands on. */
  readonly entryOfPaper: (typedCode: string) => Promise<string | undefined>;
  /** Words that are no paper of a case, on paper. */
  readonly print: (paper: PaperText, on: Day) => Promise<Uint8Array>;
  readonly hallName: (jurisdiction: string) => Promise<string>;
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
    sheetRoutes(world, app);
    witnessRoute(world, app);
  };
}

function publicRoutes({ shell, witnessing, entryOfPaper }: ProofWorld, app: App): void {
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
  app.get(
    '/api/v1/verification/:code/proof',
    {
      config,
      schema: {
        tags: ['proof', 'verification'],
        summary: '按文书验证码核验其记录在账本里 / prove that the entry a paper stands on is in the record',
        params: z.object({ code: z.string().max(40) }),
        response: { 200: EntryProof },
      },
    },
    (request) => entryOfPaper(request.params.code).then((hash) => paperProof(shell.db, hash)),
  );
}

const WATCHERS = [...OVERSEERS, 'auditAdministrator'] as const;

function sheetRoutes({ shell, print, hallName }: ProofWorld, app: App): void {
  const config = { policy: { roles: WATCHERS } } as const;
  const at = '/api/v1/desk/proof/sheets';
  app.get(
    at,
    { config, schema: { tags: ['proof'], summary: '检查点日报单 / the daily sheets', response: { 200: SheetList } } },
    () => sheetsOf(shell.db),
  );
  app.get(
    `${at}/:day/paper`,
    {
      config: { ...config, answers: { status: 200, type: 'application/pdf' } },
      schema: {
        tags: ['proof'],
        summary: '检查点日报单（PDF） / a daily sheet on paper',
        params: z.object({ day: Day_ }),
      },
    },
    async (request, reply) => {
      const sheet = await sheetOf(shell.db, request.params.day);
      if (sheet === undefined) return notFound(request, reply);
      const { verifierKey } = await logState(shell.db);
      const hall = await hallName(staffOf(request).jurisdiction);
      const bytes = await print(sheetOnPaper({ sheet, hall, verifierKey }), sheet.on);
      return sendBytes(reply, { bytes, name: `检查点日报单-${sheet.on}.pdf`, mediaType: 'application/pdf' });
    },
  );
}

function deskRoutes(world: ProofWorld, app: App): void {
  const { shell } = world;
  app.get(
    '/api/v1/desk/proof',
    {
      config: { policy: { roles: WATCHERS } },
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
