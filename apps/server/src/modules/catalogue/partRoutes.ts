import { PartPreview } from '@yimen/contract';
import { changeRefusal, flowOf } from '@yimen/core/catalogue';
import type { Result } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ncName, writeBpmn } from '../../platform/bpmn/index.ts';
import { writeDmn } from '../../platform/dmn/index.ts';
import { notFound, refuseWith, sendBytes, staffOf, type App } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { LARGEST_XML } from '../../platform/xml.ts';
import { broughtTables, drawnProcedure, keepPart, type BroughtPart } from './bringPart.ts';
import { basisOf, draftOf, type ItemKey } from './drafts.ts';
import { mayDraft, type DeskNeighbours } from './mayDraft.ts';
import type { PartProblem } from './partFaults.ts';
import { partView, refusedPart } from './partView.ts';
import { draftMoved } from './refusals.ts';

const policy = { roles: ['catalogueEditor', 'authorityHead'] } as const;
const tags = ['catalogue desk'];
const params = z.object({ itemId: z.string().max(120) });
const AT = '/api/v1/desk/catalogue/items/:itemId';

/** The procedure of a draft as a drawing (BPMN 2.0) and its discretion as tables (DMN 1.3), out and in again. */
export function partRoutes(app: App, shell: Shell, near: DeskNeighbours): void {
  takeRoutes(app, shell, near);
  for (const part of ['procedure', 'discretion'] as const) {
    bringRoute(app, { shell, near }, { part, path: `${AT}/${part}/preview`, writes: false });
    bringRoute(app, { shell, near }, { part, path: `${AT}/${part}`, writes: true });
  }
}

type Part = 'procedure' | 'discretion';

const summaries = {
  procedure: '办理流程（BPMN 2.0） / procedure as BPMN 2.0',
  discretion: '裁量标准（DMN 1.3） / discretion as DMN 1.3',
} as const;

function takeRoutes(app: App, shell: Shell, near: DeskNeighbours): void {
  const config = { policy, answers: { status: 200, type: 'application/xml' } } as const;
  const take = (part: Part, extension: string): void => {
    const schema = { tags, summary: summaries[part], params };
    app.get(`${AT}/${part}.${extension}`, { config, schema }, async (request, reply) => {
      const key = keyOf(request);
      const text = await written(shell, near, { key, part });
      if (text === undefined) return notFound(request, reply);
      const name = `${ncName(key.itemId)}.${extension}`;
      return sendBytes(reply, { bytes: Buffer.from(text), name, mediaType: 'application/xml; charset=utf-8' });
    });
  };
  take('procedure', 'bpmn');
  take('discretion', 'dmn');
}

type OfItem = FastifyRequest<{ Params: z.infer<typeof params> }>;
const keyOf = (request: OfItem): ItemKey => ({
  jurisdiction: staffOf(request).jurisdiction,
  itemId: request.params.itemId,
});

/** A part of the draft as XML; undefined for an unknown item, and where there is no table. */
async function written(
  shell: Shell,
  near: DeskNeighbours,
  { key, part }: { readonly key: ItemKey; readonly part: Part },
): Promise<string | undefined> {
  const published = await basisOf(shell.db, key);
  if (published === undefined) return undefined;
  const { content } = await draftOf(shell.db, key, published);
  if (part === 'discretion') {
    const { discretion = [] } = content;
    return discretion.length === 0 ? undefined : writeDmn(discretion, content);
  }
  const names = await near.authorityNames(key.jurisdiction);
  return writeBpmn(
    flowOf(content, (authority) => names.get(authority) ?? authority),
    content,
  );
}

interface World {
  readonly shell: Shell;
  readonly near: DeskNeighbours;
}
interface Bring {
  readonly part: Part;
  readonly path: string;
  readonly writes: boolean;
}

function bringRoute(app: App, world: World, { part, path, writes }: Bring): void {
  const schema = {
    tags,
    summary: `${writes ? '存入草稿' : '试读'}：${summaries[part]}`,
    params,
    /** The draft somebody looked at before keeping it. */
    querystring: z.object({
      revision: z
        .string()
        .regex(/^\d{1,6}$/)
        .transform(Number)
        .optional(),
    }),
    response: { 200: PartPreview },
  };
  app.post(path, { config: { policy, takesFile: true }, schema }, async (request, reply) => {
    const upload = await request.file({ limits: { fileSize: LARGEST_XML, files: 1 } });
    if (upload === undefined) return refuseWith(reply, { code: 'invalid', field: 'file' });
    const sent = { key: keyOf(request), part, bytes: await upload.toBuffer() };
    const seen = writes ? request.query.revision : undefined;
    return answer(world, { request, reply }, { ...sent, writes, seen });
  });
}

interface Sent {
  readonly key: ItemKey;
  readonly part: Part;
  readonly bytes: Uint8Array;
  readonly writes: boolean;
  /** The revision of the draft that was looked at. */
  readonly seen: number | undefined;
}
interface Http {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(world: World, { request, reply }: Http, sent: Sent): Promise<FastifyReply> {
  const { shell, near } = world;
  const staff = staffOf(request);
  const published = await basisOf(shell.db, sent.key);
  if (published === undefined) return notFound(request, reply);
  if (!(await mayDraft(near, staff, published.authority))) return refuseWith(reply, changeRefusal('item_not_own'));
  const read = await readPart(world, sent);
  if (!read.ok) return reply.send(refusedPart(read.error));
  const part = read.value;
  if (!sent.writes || part.changes.length === 0) return reply.send(partView(part, published, sent.part));
  // What was looked at is what is kept: a save in between is looked at first.
  if (part.draft.revision !== sent.seen) return refuseWith(reply, draftMoved);
  const draft = await keepPart(shell.db, sent.key, part, { by: staff.person, at: shell.realNow() });
  return reply.send({ ...partView({ ...part, draft }, published, sent.part), drafted: true });
}

async function readPart({ shell, near }: World, { key, part, bytes }: Sent): Promise<Result<BroughtPart, PartProblem>> {
  const read =
    part === 'procedure'
      ? await drawnProcedure(shell.db, key, bytes, await near.authorityNames(key.jurisdiction))
      : await broughtTables(shell.db, key, bytes);
  if (read === undefined) throw new Error(`${key.itemId} was there a moment ago`);
  return read;
}
