import type { Typed } from '../../shared/drafts/KeptForm.tsx';

export interface AskedProcedure {
  readonly itemId: string;
  readonly version: number;
}

/** The procedure an address asks for. */
export function askedOf(params: URLSearchParams): AskedProcedure | undefined {
  const [itemId, version] = [params.get('item'), Number(params.get('version'))];
  return itemId === null || !Number.isInteger(version) ? undefined : { itemId, version };
}

/** The address with another procedure, as the list names it: its version and its item. What was said of the last one goes. */
export function withProcedure(now: URLSearchParams, picked: string): URLSearchParams {
  const next = new URLSearchParams({ view: now.get('view') ?? '' });
  const [version = '', itemId = ''] = picked.split(' ', 2);
  if (picked !== '') next.set('item', itemId);
  if (picked !== '') next.set('version', version);
  return next;
}

/** What the server is asked: the procedure, and what its shapes are called in the log. */
export function queryOf({ itemId, version }: AskedProcedure, params: URLSearchParams, language: 'zh' | 'en'): string {
  const query = new URLSearchParams({ item: itemId, version: String(version), language });
  for (const said of params.getAll('said')) query.append('said', said);
  return query.toString();
}

export const saidField = (index: number): string => `said-${String(index)}`;

/** What somebody said each shape is called: those that are not what the drawing calls them. */
export function saidOf(
  typed: Typed,
  shapes: readonly { readonly node: string; readonly name: string }[],
): readonly string[] {
  return shapes.flatMap(({ node, name }, index) => {
    const activity = typed[saidField(index)] ?? '';
    return activity === name ? [] : [`${node}=${activity}`];
  });
}
