/** What of an address is asked of the API: only what the page knows, and never longer than it takes. */
export function chosen(url: string, names: readonly string[]): URLSearchParams {
  const search = new URL(url).searchParams;
  const query = new URLSearchParams();
  for (const name of names) {
    const value = (search.get(name) ?? '').trim().slice(0, 100);
    if (value !== '') query.set(name, value);
  }
  return query;
}

/** The page of the API; a cursor somebody typed is no reason to break. */
export function withCursor(query: URLSearchParams, url: string): URLSearchParams {
  const cursor = /^\d{1,6}$/.exec(new URL(url).searchParams.get('cursor') ?? '')?.[0];
  return new URLSearchParams(cursor === undefined ? query : [...query, ['cursor', cursor]]);
}

/** A day as addresses write it; undefined for what is none, which then is not asked for. */
export const dayIn = (text: string | null): string | undefined =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
