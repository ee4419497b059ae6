import { openRehearsal, type HistoryCase, type Reform, type Rehearsal } from '@yimen/core/history';
import type { WorkingDays } from '@yimen/core/calendar';
import { ok, refuse, type Result } from '@yimen/kernel';

export interface Replay {
  readonly reform: Reform;
  readonly working: WorkingDays;
  /** Only cases of this item. */
  readonly itemId?: string | undefined;
}

/** Rehearses a reform on cases. A step the log does not have is refused: a mistyped name would change nothing and tell nobody. */
export async function rehearseCases(
  cases: AsyncIterable<HistoryCase>,
  { reform, working, itemId }: Replay,
): Promise<Result<Rehearsal, { readonly unknown: string }>> {
  const rehearsal = openRehearsal(reform, working);
  const unknown = new Set([
    ...[...reform.merged, ...reform.parallel, reform.dropped, reform.notCounted].flat(),
    ...Object.keys(reform.capped),
  ]);
  for await (const one of cases) {
    // A log from elsewhere does not say which item a case is of: then it is taken for a log of that item.
    if (itemId === undefined || (one.procedure?.itemId ?? itemId) === itemId) rehearsal.take(one);
    for (const { activity } of one.events) unknown.delete(activity);
  }
  const [first] = unknown;
  return first === undefined ? ok(rehearsal.result()) : refuse({ unknown: first });
}
