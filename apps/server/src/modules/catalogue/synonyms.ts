import { plain } from '../../platform/search/index.ts';
import { SHIPPED } from './words/shipped.ts';

/** Everyday words for an official name. */
export function everydayFor(name: string): readonly string[] {
  const said = plain(name);
  return SHIPPED.filter(({ official }) => said.includes(plain(official))).flatMap(({ everyday }) => everyday);
}
