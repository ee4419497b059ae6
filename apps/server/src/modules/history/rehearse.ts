import { openRehearsal, type HistoryCase, type Reform, type Rehearsal } from '@yimen/core/history';
import type { WorkingDays } from '@yimen/core/calendar';
import { ok, refuse, type Result } from '@yimen/kernel';

/** Rehearses a reform on cases. A step the log does not have is refused: a mistyped name would change nothing and tell nobody. */
export async function rehearseCases(
  cases: AsyncIterable<HistoryCase>,
  reform: Reform,
  working: WorkingDays,
): Promise<Result<Rehearsal, { readonly unknown: string }>> {
  const rehearsal = openRehearsal(reform, working);
  const unknown = new Set([
    ...[...reform.merged, ...reform.parallel, reform.dropped, reform.notCounted].flat(),
    ...Object.keys(reform.capped),
  ]);
  for await (const one of cases) {
    rehearsal.take(one);
    for (const { activity } of one.events) unknown.delete(activity);
  }
  const [first] = unknown;
  return first === undefined ? ok(rehearsal.result()) : refuse({ unknown: first });
}
