import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What people call every item whose official name contains a part. */
export interface EverydayRow {
  readonly official: string;
  readonly everyday: readonly string[];
}

const file = readFileSync(new URL('./everyday.tsv', import.meta.url), 'utf8');

/** A tab between the two, blanks between everyday words, # before what is no row. */
function read(text: string): readonly EverydayRow[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [official = '', everyday = ''] = line.split('\t');
    return { official, everyday: everyday.split(' ') };
  });
}

/** What every hall begins with, written by hand; its catalogue office changes rows and adds its own at the desk. */
export const SHIPPED: readonly EverydayRow[] = read(file);

/** Another release brings other words: rows of the search that were made with others are made again. */
export const MADE_WITH: string = createHash('sha256').update(file).digest('hex').slice(0, 12);
