import type { ChangeWish } from '@yimen/contract';
import {
  changeRefusal,
  isGuideEntry,
  touchesFee,
  type ChangeLine,
  type ChangeRefusal,
  type ChangeRefusalCode,
  type PublishedItem,
  type Seat,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/shell.ts';
import { draftOf, newestDraft, type Draft } from '../drafts.ts';
import { contentHash } from '../entry.ts';
import { versionsOf } from '../queries.ts';
import { errorsOf } from '../template/lint.ts';
import type { ChangeKey } from './store.ts';

export interface Handed {
  readonly line: ChangeLine;
  /** What will be published; absent where the item leaves the list. */
  readonly content?: ServiceItem;
}

interface Where {
  readonly jurisdiction: string;
  readonly today: Day;
}

type WishLine = ChangeWish['lines'][number];
type Made = Result<Handed, ChangeRefusal>;

const about = (code: ChangeRefusalCode, name: string): Made =>
  refuse(changeRefusal(code, { field: 'lines', about: [name] }));

/** The items of a wish as they stand today, with what their drafts propose; the first that cannot be handed in refuses all. */
export async function handIn(
  db: Db,
  where: Where,
  lines: readonly WishLine[],
): Promise<Result<readonly Handed[], ChangeRefusal>> {
  const handed: Handed[] = [];
  for (const line of lines) {
    const made = await handInOne(db, where, line);
    if (!made.ok) return made;
    handed.push(made.value);
  }
  return ok(handed);
}

const isOnList = (newest: PublishedItem | undefined, today: Day): newest is PublishedItem =>
  newest !== undefined && (newest.effectiveTo === undefined || newest.effectiveTo >= today);

async function handInOne(db: Db, { jurisdiction, today }: Where, { itemId, act }: WishLine): Promise<Made> {
  const [newest] = await versionsOf(db, jurisdiction, itemId);
  const listed = isOnList(newest, today) ? newest : undefined;
  if (act === 'create') {
    if (listed !== undefined) return about('change_exists', listed.name);
    const draft = await newestDraft(db, { jurisdiction, itemId });
    if (draft === undefined) return about('change_no_draft', itemId);
    return proposed(db, { listed: undefined, draft, base: newest?.version ?? 0 });
  }
  if (listed === undefined) return about('change_unknown_item', itemId);
  if (act === 'revise')
    return proposed(db, { listed, draft: await draftOf(db, { jurisdiction, itemId }, listed), base: listed.version });
  return act === 'end' ? ok({ line: ended(listed) }) : suspended(listed);
}

const seatOf = ({ authority, level }: PublishedItem): Seat => ({ authority, level });
const hex = (item: PublishedItem): string => contentHash(item).toString('hex');

function ended(item: PublishedItem): ChangeLine {
  const { id, name, version } = item;
  return {
    itemId: id,
    name,
    act: 'end',
    base: version,
    from: seatOf(item),
    touchesFee: touchesFee(item, undefined),
  };
}

/** 暂停: the guide stays to be read and says so; nothing can be applied for. */
function suspended(item: PublishedItem): Made {
  if (isGuideEntry(item)) return about('change_no_draft', item.name);
  const content: ServiceItem = {
    ...item,
    availability: 'guideOnly',
    implementation: { ...item.implementation, state: 'suspended' },
  };
  const { id, name, version } = item;
  const seat = { from: seatOf(item), to: seatOf(item) };
  return ok({
    line: { itemId: id, name, act: 'suspend', base: version, content: hex(content), ...seat, touchesFee: false },
    content,
  });
}

interface Proposed {
  readonly listed: PublishedItem | undefined;
  readonly draft: Draft;
  /** The newest version there is of it; 0 where there is none. */
  readonly base: number;
}

async function proposed(db: Db, { listed, draft, base }: Proposed): Promise<Made> {
  const { revision, content } = draft;
  const { name } = content;
  if (listed !== undefined && revision === 0) return about('change_no_draft', name);
  if (listed !== undefined && hex(listed) === hex(content)) return about('change_nothing', name);
  const errors = await unlawful(db, content);
  if (errors !== undefined) return refuse(errors);
  const line: ChangeLine = {
    itemId: content.id,
    name,
    act: listed === undefined ? 'create' : 'revise',
    base,
    draft: revision,
    content: hex(content),
    ...(listed === undefined ? {} : { from: seatOf(listed) }),
    to: seatOf(content),
    touchesFee: touchesFee(listed, content),
  };
  return ok({ line, content });
}

/** What the lint forbids to be published is not even handed in. */
async function unlawful(db: Db, content: ServiceItem): Promise<ChangeRefusal | undefined> {
  const errors = await errorsOf(db, content);
  if (errors.length === 0) return undefined;
  const words = {
    zh: errors.map((one) => one.words.zh).join('；'),
    en: errors.map((one) => one.words.en).join('; '),
  };
  return changeRefusal('change_unlawful', { field: 'lines', about: [words] });
}

/** Keeps what was handed in: reviewed is this, whatever becomes of the draft. */
export async function keepContents(
  tx: Tx,
  { jurisdiction, changeId }: ChangeKey,
  round: number,
  handed: readonly Handed[],
): Promise<void> {
  for (const { line, content } of handed) {
    if (content === undefined) continue;
    await sql`insert into catalogue.change_content (jurisdiction, change_id, round, item_id, content, content_hash)
      values (${jurisdiction}, ${changeId}, ${round}, ${line.itemId}, ${JSON.stringify(content)}::jsonb, ${contentHash(content)})`.execute(
      tx,
    );
  }
}

/** What was handed in last, by item. */
export async function contentsOf(
  db: Db,
  { jurisdiction, changeId }: ChangeKey,
  round: number,
): Promise<ReadonlyMap<string, ServiceItem>> {
  const { rows } = await sql<{ item_id: string; content: ServiceItem }>`select item_id, content
    from catalogue.change_content where jurisdiction = ${jurisdiction} and change_id = ${changeId} and round = ${round}`.execute(
    db,
  );
  return new Map(rows.map(({ item_id, content }) => [item_id, content]));
}
