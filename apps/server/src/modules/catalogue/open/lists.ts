import type { ListRow, PublicList } from '@yimen/contract';
import { itemKinds, levelNames, type ItemKind } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../../platform/shell.ts';

export interface ListAsked {
  readonly jurisdiction: string;
  readonly on: Day;
  readonly department?: string | undefined;
  readonly kind?: string | undefined;
  readonly level?: string | undefined;
  readonly theme?: string | undefined;
  readonly letter?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

type Found = Omit<ListRow, 'kindName' | 'authorityName'>;
type Choice = 'authority' | 'kind' | 'level' | 'theme' | 'letter';
type Counts = PublicList['counts'];

/** The items of a hall in force on a day; names and marks only, no content is read. */
async function inForce(db: Db, { jurisdiction, on }: ListAsked): Promise<readonly Found[]> {
  const { rows } =
    await sql<Found>`select distinct on (v.item_id) v.item_id as id, v.name, v.kind, v.level, v.authority,
      v.version, s.theme, s.letter
    from catalogue.item_version v join catalogue.item_search s using (jurisdiction, item_id)
    where v.jurisdiction = ${jurisdiction} and v.effective_from <= ${on}::date
      and (v.effective_to is null or v.effective_to >= ${on}::date)
    order by v.item_id, v.version desc`.execute(db);
  return rows;
}

/** The list as asked for, and of every choice how many items it would leave beside the other choices. */
export async function publicList(
  db: Db,
  asked: ListAsked,
  names: ReadonlyMap<string, string>,
): Promise<Omit<PublicList, 'hall'>> {
  const all = await inForce(db, asked);
  const wanted: Readonly<Record<Choice, string | undefined>> = {
    authority: asked.department,
    kind: asked.kind,
    level: asked.level,
    theme: asked.theme,
    letter: asked.letter,
  };
  const chosen = all.filter((row) => fits(row, wanted));
  const sorted = chosen.toSorted((one, other) => compare(one, other));
  const { offset, limit } = asked;
  return {
    rows: sorted.slice(offset, offset + limit).map((row) => rowOf(row, names)),
    total: chosen.length,
    ...(offset + limit < chosen.length ? { next: String(offset + limit) } : {}),
    counts: countsOf(all, wanted, names),
  };
}

function fits(row: Found, wanted: Readonly<Record<Choice, string | undefined>>, but?: Choice): boolean {
  const choices: readonly Choice[] = ['authority', 'kind', 'level', 'theme', 'letter'];
  return choices.every((choice) => choice === but || wanted[choice] === undefined || row[choice] === wanted[choice]);
}

/** By letter, then by name; the same order on every machine. */
function compare(one: Found, other: Found): number {
  const [left, right] = [`${one.letter}\n${one.name}\n${one.id}`, `${other.letter}\n${other.name}\n${other.id}`];
  return left < right ? -1 : 1;
}

function rowOf(row: Found, names: ReadonlyMap<string, string>): ListRow {
  return { ...row, kindName: kindName(row.kind), authorityName: names.get(row.authority) ?? row.authority };
}

const isKind = (kind: string): kind is ItemKind => Object.hasOwn(itemKinds, kind);
const kindName = (kind: string): string => (isKind(kind) ? itemKinds[kind].zh : kind);

function countsOf(
  all: readonly Found[],
  wanted: Readonly<Record<Choice, string | undefined>>,
  names: ReadonlyMap<string, string>,
): Counts {
  const by = (choice: Choice, name: (id: string) => string): Counts['kinds'] => {
    const counts = new Map<string, number>();
    for (const row of all) if (fits(row, wanted, choice)) counts.set(row[choice], (counts.get(row[choice]) ?? 0) + 1);
    return [...counts]
      .map(([id, count]) => ({ id, name: name(id), count }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  };
  return {
    departments: by('authority', (id) => names.get(id) ?? id),
    kinds: by('kind', kindName),
    levels: by('level', (id) => levelNames.get(id)?.zh ?? id),
    themes: by('theme', (id) => id),
    letters: by('letter', (id) => id),
  };
}
