import { diffItems, type ItemChange } from '../diff/diffItems.ts';
import type { PublishedItem } from '../guideEntry.ts';
import { wordOf } from '../jsonPaths.ts';

/**
 * Fields without legal effect: where and when the counter is open, what search finds it by, what explains and illustrates.
 * Everything else is an element of the list and goes the five steps.
 */
const MINOR =
  /^(service\.|everydayWords|theme$|demonstration$|acceptedWarnings|implementation\.(questions|userTopics|companyTopics|resultSample|service\.(desktopUrl|mobileUrl))|materials\.[^.]+\.(fillNotes|blankForm|sample|sourceNote|pageFormat)|form\.[^.]+\.questions\.[^.]+\.hint$)/;

const WIDTHS = 'NFKC';
const MARKS = /[,;:，；：、。]/g;

/** A text without what a typing slip changes: blanks, full and half width, which mark stands between two words. */
const letters = (text: string): string =>
  text.normalize(WIDTHS).replaceAll(/\s+/g, '').replaceAll(MARKS, ',').replace(/,+$/, '');

/** The same words and figures, set differently. */
function isTypographic({ before, after }: ItemChange): boolean {
  return typeof before === 'string' && typeof after === 'string' && letters(wordOf(before)) === letters(wordOf(after));
}

/**
 * What of a difference may not be corrected by one editor: empty where all of it is a correction (更正). A wrong character
 * in a name is not one: no program can tell a slip from another meaning.
 */
export function beyondCorrection(before: PublishedItem, after: PublishedItem): readonly ItemChange[] {
  return diffItems(before, after).filter((change) => !MINOR.test(change.field) && !isTypographic(change));
}
