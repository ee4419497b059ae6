import { WorkbookPreview } from '@yimen/contract';
import { checkItem, isGuideEntry, itemId, type PublishedItem } from '@yimen/core/catalogue';
import { authorityId, jurisdiction } from '@yimen/core/people';
import { dayOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readFeel } from '../../platform/feel/index.ts';
import { refuseWith, sendBytes, staffOf, type App, type Staff } from '../../platform/http/index.ts';
import { XLSX } from '../../platform/workbook/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { draftItems, previewItems, type BroughtItem } from './bringItems.ts';
import { changeView } from './deskView.ts';
import { blankItem, draftsIn } from './drafts.ts';
import type { DeskNeighbours } from './mayDraft.ts';
import { hallItems } from './queries.ts';
import { readWorkbook, workbookProblems, writeWorkbook, type WorkbookFinding } from './workbook/index.ts';

const config = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;
const tags = ['catalogue desk'];
const AT = '/api/v1/desk/catalogue/workbook';
const LARGEST = 10 * 1_048_576;
/** Nobody reads more at once; the file is mended and tried again. */
const SHOWN = 200;
const department = z.string().max(120).optional();

/** A department's items out as a workbook, and in again: tried first, then kept as drafts. */
export function workbookRoutes(app: App, shell: Shell, near: DeskNeighbours): void {
  exportRoute(app, shell, near);
  bringRoute(app, shell, near, { path: `${AT}/preview`, summary: '表格预览 / try a workbook', writes: false });
  bringRoute(app, shell, near, { path: AT, summary: '表格存为草稿 / make drafts of a workbook', writes: true });
}

/** The departments whose items somebody may draft; undefined: all of them. */
async function ownOf(
  near: DeskNeighbours,
  { roles, jurisdiction, person }: Staff,
): Promise<readonly string[] | undefined> {
  return roles.includes('catalogueEditor') ? undefined : near.authoritiesOf(jurisdiction, person);
}

function exportRoute(app: App, shell: Shell, near: DeskNeighbours): void {
  const schema = {
    tags,
    summary: '导出事项表格或者空白模板 / items as a workbook, or a template',
    querystring: z.object({ department, template: z.enum(['true']).optional() }),
  };
  app.get(AT, { config: { ...config, answers: { status: 200, type: XLSX } }, schema }, async (request, reply) => {
    const staff = staffOf(request);
    const own = await ownOf(near, staff);
    const { department: asked, template } = request.query;
    const wanted = ({ authority }: PublishedItem): boolean =>
      (asked === undefined || authority === asked) && (own === undefined || own.includes(authority));
    const items = template ? [] : (await hallItems(shell.db, staff.jurisdiction, dayOf(shell.now()))).filter(wanted);
    const name = `${template ? '事项模板' : '事项'}-${dayOf(shell.now())}.xlsx`;
    return sendBytes(reply, { bytes: await writeWorkbook(items), name, mediaType: XLSX });
  });
}

interface BringRoute {
  readonly path: string;
  readonly summary: string;
  readonly writes: boolean;
}

function bringRoute(app: App, shell: Shell, near: DeskNeighbours, { path, summary, writes }: BringRoute): void {
  const schema = { tags, summary, querystring: z.object({ department }), response: { 200: WorkbookPreview } };
  app.post(path, { config: { ...config, takesFile: true }, schema }, async (request, reply) => {
    const upload = await request.file({ limits: { fileSize: LARGEST, files: 1 } });
    if (upload === undefined) return refuseWith(reply, { code: 'invalid', field: 'file' });
    return bring(shell, near, {
      request,
      reply,
      bytes: await upload.toBuffer(),
      department: request.query.department,
      writes,
    });
  });
}

interface Brought {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly bytes: Uint8Array;
  readonly department: string | undefined;
  readonly writes: boolean;
}

async function bring(shell: Shell, near: DeskNeighbours, brought: Brought): Promise<FastifyReply> {
  const staff = staffOf(brought.request);
  const own = await ownOf(near, staff);
  const read = await readFor(shell, staff, { ...brought, department: brought.department ?? own?.[0] });
  const where = { jurisdiction: staff.jurisdiction, ...(own === undefined ? {} : { own }) };
  const writes = brought.writes && read.findings.length === 0;
  const items = writes
    ? await draftItems(shell.db, read.items, { ...where, by: staff.person, at: shell.realNow() })
    : await previewItems(shell.db, read.items, where);
  return brought.reply.send(viewOf(read.findings, items, writes));
}

/** A row of an item nobody knows begins one of the department chosen. */
async function readFor(shell: Shell, staff: Staff, { bytes, department: chosen = '' }: Brought) {
  const effectiveFrom = dayOf(shell.now());
  const drafts = [...(await draftsIn(shell.db, staff.jurisdiction)).values()].map(({ content }) => content);
  const items = [...drafts, ...(await hallItems(shell.db, staff.jurisdiction, effectiveFrom))];
  const known = new Map<string, PublishedItem>(items.map((item) => [item.id, item]));
  const blank = (id: string): PublishedItem =>
    blankItem({
      jurisdiction: jurisdiction(staff.jurisdiction),
      id: itemId(id),
      authority: authorityId(chosen),
      effectiveFrom,
    });
  return readWorkbook(bytes, (id) => known.get(id) ?? blank(id));
}

function viewOf(findings: readonly WorkbookFinding[], items: readonly BroughtItem[], writes: boolean): WorkbookPreview {
  const faults = findings.map(({ code, ...finding }) => ({ ...finding, words: workbookProblems[code] }));
  return {
    faults: faults.slice(0, SHOWN),
    more: Math.max(0, faults.length - SHOWN),
    items: items.flatMap(itemView),
    unchanged: items.filter(({ kind }) => kind === 'unchanged').length,
    drafted: writes && items.every(({ kind }) => kind !== 'refused'),
  };
}

function itemView({ item, kind, changes, fiveSteps, refused }: BroughtItem): WorkbookPreview['items'] {
  if (kind === 'unchanged') return [];
  const findings = isGuideEntry(item) ? [] : checkItem(item, readFeel);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const { id, name } = item;
  return [{ id, name, kind, changes: changes.map(changeView), fiveSteps, errors, refused: [...refused] }];
}
