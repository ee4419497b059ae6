import type { FigureRow, OpenFigure, OpenFigures } from '@yimen/contract';
import { catalogueCuts, catalogueFigures, type CatalogueFigure, type PublishedItem } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import type { Db } from '../../../platform/shell.ts';
import { hallItems } from '../queries.ts';
import { hallTag, tagOf } from './items.ts';

export interface FiguresAsked {
  readonly jurisdiction: string;
  readonly on: Day;
  readonly base: Day;
  /** Whose items are wanted. */
  readonly figure?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

interface Counted {
  readonly figures: readonly CatalogueFigure[];
  /** Names and departments of every item of both days. */
  readonly known: ReadonlyMap<string, Pick<PublishedItem, 'name' | 'authority'>>;
  readonly standing: ReadonlySet<string>;
}

/** Counting reads every item of two days: what was counted of the same versions is kept, a few halls' worth. */
const counted = new Map<string, Counted>();
const MOST_COUNTED = 40;

async function figuresOf(db: Db, { jurisdiction, on, base }: FiguresAsked): Promise<Counted> {
  const [then, now] = await Promise.all([hallTag(db, jurisdiction, base), hallTag(db, jurisdiction, on)]);
  const key = tagOf(`${jurisdiction} ${then} ${now}`, new Map());
  const before = counted.get(key);
  if (before !== undefined) return before;
  const [was, items] = [await hallItems(db, jurisdiction, base), await hallItems(db, jurisdiction, on)];
  const answer = {
    figures: [...catalogueFigures(items), ...catalogueCuts(was, items)],
    known: new Map([...was, ...items].map(({ id, name, authority }) => [id as string, { name, authority }])),
    standing: new Set<string>(items.map(({ id }) => id)),
  };
  if (counted.size >= MOST_COUNTED) counted.clear();
  counted.set(key, answer);
  return answer;
}

/** The figures of a hall on a day and what was cut since another; with a figure, a page of its items. Undefined for an unknown figure. */
export async function openFigures(
  db: Db,
  asked: FiguresAsked,
  names: ReadonlyMap<string, string>,
): Promise<Pick<OpenFigures, 'figures' | 'rows' | 'next'> | undefined> {
  const found = await figuresOf(db, asked);
  const figures = found.figures.map(withoutRows);
  if (asked.figure === undefined) return { figures };
  const figure = found.figures.find(({ id }) => id === asked.figure);
  if (figure === undefined) return undefined;
  const end = asked.offset + asked.limit;
  const rows = figure.rows.slice(asked.offset, end).map((itemId, at) => {
    const { name, authority } = found.known.get(itemId) ?? { name: itemId, authority: '' };
    const amount = figure.amounts?.[asked.offset + at] ?? {};
    const ended = !found.standing.has(itemId);
    return { itemId, name, authorityName: names.get(authority) ?? authority, ended, ...amount } satisfies FigureRow;
  });
  return { figures, rows, ...(end < figure.rows.length ? { next: String(end) } : {}) };
}

function withoutRows({ rows, amounts: _amounts, ...figure }: CatalogueFigure): OpenFigure {
  return { ...figure, items: rows.length };
}
