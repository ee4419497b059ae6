import { adopt, isGuideEntry, toJson, underTemplate, upstreamProposal, type ServiceItem } from '@yimen/core/catalogue';
import { authorityId, jurisdiction as jurisdictionOf } from '@yimen/core/people';
import { dayOf, ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Staff } from '../../../platform/http/index.ts';
import { append, openStream, transact } from '../../../platform/ledger/index.ts';
import type { Shell, Tx } from '../../../platform/shell.ts';
import { basisOf, draftOf, saveDraft, type ItemKey, type Saved } from '../drafts.ts';
import type { DeskNeighbours } from '../mayDraft.ts';
import { itemStream } from '../publishDraft.ts';
import { entryInForce } from '../queries.ts';
import { draftInvalid } from '../refusals.ts';
import { hallAbove, levelOfHall } from './above.ts';
import { TEMPLATE_REFUSALS, type TemplateRefusal } from './refusals.ts';
import { adoptionOf, isPending, keepAdoption, keepDeclined, keepTaken, type Adoption } from './store.ts';

export interface TemplateWorld {
  readonly shell: Shell;
  readonly near: DeskNeighbours;
}

/** One act on one item, which happens once however often it is sent. */
interface Asked {
  readonly key: ItemKey;
  readonly by: string;
  readonly commandId: string;
}

interface Done<T> {
  readonly type: 'TemplateAdopted' | 'TemplateTaken' | 'TemplateDeclined';
  readonly body: object;
  readonly answer: T;
}

type Answered<T> = Promise<Result<T, TemplateRefusal>>;

/** Does the act and writes it to the item's stream, in one transaction; a second writer at once begins again. */
async function record<T extends object>(
  shell: Shell,
  { key, by, commandId }: Asked,
  request: object,
  work: (tx: Tx) => Promise<Result<Done<T>, TemplateRefusal>>,
): Answered<T> {
  const stream = { jurisdiction: key.jurisdiction, stream: itemStream(key) };
  const done = await transact(shell.db, async (tx): Promise<Result<T, TemplateRefusal | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    // A row of the ledger leaves the database here; it was written by this function.
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as T);
    const worked = await work(tx);
    if (!worked.ok) return worked;
    const { type, body, answer } = worked.value;
    const appended = await append(tx, {
      ...stream,
      after: opened.value.head,
      entries: [{ type, body }],
      stamp: { at: shell.now(), actor: { kind: 'officer', person: by }, commandId },
      remember: { request, answer },
    });
    return appended.ok ? ok(answer) : appended;
  });
  if (done.ok) return done;
  return done.error === 'stale' ? record(shell, { key, by, commandId }, request, work) : refuse(done.error);
}

export interface Adopting {
  readonly staff: Staff;
  /** Of the hall above; the item keeps its id here. */
  readonly itemId: string;
  /** The department that carries it out here. */
  readonly authority: string;
  readonly commandId: string;
}

export interface AdoptedItem {
  readonly itemId: string;
  readonly revision: number;
}

/** A draft of the hall's own from an item of the hall above, in force today, and the note of what it rests on. */
export async function adoptItem({ shell, near }: TemplateWorld, adopting: Adopting): Answered<AdoptedItem> {
  const { staff, itemId, authority, commandId } = adopting;
  const { jurisdiction, person } = staff;
  const above = await hallAbove(near, jurisdiction);
  const today = dayOf(shell.now());
  const template = above === undefined ? undefined : await entryInForce(shell.db, above.jurisdiction, itemId, today);
  if (above === undefined || template === undefined || isGuideEntry(template))
    return refuse(TEMPLATE_REFUSALS.template_none);
  const seat = await near.seatOf(jurisdiction, authority);
  if (seat === undefined) return refuse(TEMPLATE_REFUSALS.template_department);
  const draft = adopt(template, {
    ...seat,
    jurisdiction: jurisdictionOf(jurisdiction),
    authority: authorityId(authority),
    level: levelOfHall(jurisdiction),
    effectiveFrom: today,
  });
  const key = { jurisdiction, itemId };
  const from = { jurisdiction: above.jurisdiction, itemId, version: template.version };
  return record(shell, { key, by: person, commandId }, { itemId, authority }, async (tx) => {
    if (!(await keepAdoption(tx, key, from))) return refuse(TEMPLATE_REFUSALS.template_adopted);
    const saved = await keepAdopted(tx, { key, by: person, at: shell.realNow() }, { template, draft });
    if (!saved.ok) return saved;
    return ok({
      type: 'TemplateAdopted',
      body: { from, authority },
      answer: { itemId, revision: saved.value.draft.revision },
    });
  });
}

interface Saving {
  readonly key: ItemKey;
  readonly by: string;
  readonly at: Instant;
}

/** A hall that has the item in full already keeps what is local in it; a line of an imported list says nothing to keep. */
async function keepAdopted(
  tx: Tx,
  { key, ...by }: Saving,
  { template, draft }: { readonly template: ServiceItem; readonly draft: ServiceItem },
): Promise<Result<Saved, TemplateRefusal>> {
  const standing = await basisOf(tx, key);
  const { revision, content: now } = await draftOf(tx, key, standing ?? draft);
  const isWhole = standing !== undefined && !isGuideEntry(standing);
  const content = isWhole ? underTemplate(template, now) : toJson(draft);
  const saved = await saveDraft(tx, standing ?? draft, { key, revision, content, ...by });
  return saved.ok ? saved : refuse(draftInvalid(saved.error));
}

/** One decision of a hall on the version of the template it was shown. */
export interface Deciding extends Asked {
  readonly version: number;
}

/** The adoption, where the version somebody looked at is the one to decide on. */
async function toDecide(tx: Tx, { key, version }: Deciding): Promise<Result<Pending, TemplateRefusal>> {
  const adoption = await adoptionOf(tx, key);
  if (adoption === undefined || !isPending(adoption)) return refuse(TEMPLATE_REFUSALS.template_settled);
  const { newest } = adoption;
  if (newest.version !== version || isGuideEntry(newest)) return refuse(TEMPLATE_REFUSALS.template_moved);
  return ok({ ...adoption, newest });
}

interface Pending extends Adoption {
  readonly newest: ServiceItem;
}

/** 采纳: the hall's draft gets what the template changed; from now on it is held against that version. */
export async function takeProposal(shell: Shell, deciding: Deciding): Answered<{ readonly revision: number }> {
  const { key, version, by } = deciding;
  return record(shell, deciding, { version, take: true }, async (tx) => {
    const pending = await toDecide(tx, deciding);
    if (!pending.ok) return pending;
    const { template, newest, from } = pending.value;
    const standing = await basisOf(tx, key);
    if (standing === undefined) throw new Error(`${key.itemId} rests on a template and is nowhere`);
    const { revision, content: now } = await draftOf(tx, key, standing);
    const { content = null } = upstreamProposal(template, newest, now);
    const saved = await saveDraft(tx, standing, { key, revision, content, by, at: shell.realNow() });
    if (!saved.ok) return refuse(draftInvalid(saved.error));
    await keepTaken(tx, key, version);
    return ok({ type: 'TemplateTaken', body: { from, version }, answer: { revision: saved.value.draft.revision } });
  });
}

/** 暂不采纳, with the reason: it stands with the item, and in its stream. */
export async function declineProposal(
  shell: Shell,
  deciding: Deciding & { readonly reason: string },
): Answered<{ readonly version: number }> {
  const { key, version, reason } = deciding;
  return record(shell, deciding, { version, reason }, async (tx) => {
    const pending = await toDecide(tx, deciding);
    if (!pending.ok) return pending;
    await keepDeclined(tx, key, { version, reason });
    return ok({ type: 'TemplateDeclined', body: { from: pending.value.from, version, reason }, answer: { version } });
  });
}
