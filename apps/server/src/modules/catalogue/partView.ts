import type { PartPreview } from '@yimen/contract';
import { beyondCorrection, checkItem, type PublishedItem } from '@yimen/core/catalogue';
import { readFeel } from '../../platform/feel/index.ts';
import type { BroughtPart } from './bringPart.ts';
import { changeView, findingView } from './deskView.ts';
import { faultsOf, type PartProblem } from './partFaults.ts';

/** Nobody reads more at once; the file is mended and tried again. */
const SHOWN = 200;

/** A file that is not taken, with everything that stands against it. */
export function refusedPart(problem: PartProblem): PartPreview {
  const faults = faultsOf(problem);
  return {
    faults: faults.slice(0, SHOWN),
    more: Math.max(0, faults.length - SHOWN),
    changes: [],
    findings: [],
    fiveSteps: false,
    revision: 0,
    drafted: false,
  };
}

/** What a file makes of the draft: what changes, and what the lint says of that part then. */
export function partView(
  { content, changes, draft }: BroughtPart,
  published: PublishedItem,
  part: 'procedure' | 'discretion',
): PartPreview {
  return {
    faults: [],
    more: 0,
    changes: changes.map(changeView),
    findings: checkItem(content, readFeel)
      .filter(({ field }) => field.startsWith(part))
      .map(findingView),
    fiveSteps: beyondCorrection(published, content).length > 0,
    revision: draft.revision,
    drafted: false,
  };
}
