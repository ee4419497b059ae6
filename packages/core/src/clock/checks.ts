import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { LegalBasisRef } from './legal-basis.ts';
import type { ExtensionSpan, Limit, Suspension } from './limit.ts';
import { clockRefusal, type ClockRefusal, type ClockRefusalCode } from './refusals.ts';
import { isListedByArticle45, type SpecialProcedure } from './special-procedures.ts';

/** What somebody wants a special procedure to stop, and on what ground. */
export interface SpecialProcedureUse {
  readonly procedure: SpecialProcedure;
  readonly stopsStatutory: boolean;
  readonly stopsPromise: boolean;
  /** A law other than Art. 45 that leaves its time out of the limit of this item. */
  readonly namedLaw?: LegalBasisRef | undefined;
  /** The published guide says its time is not part of the promise. */
  readonly guideSays: boolean;
}

const check = <T>(value: T, problem: ClockRefusalCode | undefined): Result<T, ClockRefusal> =>
  problem === undefined ? ok(value) : refuse(clockRefusal(problem));

/**
 * Whether a procedure may stop what it is said to stop: the statutory clock only for the eight of Art. 45 or by a law named, the
 * promise also where the guide says so.
 */
export function checkSpecialProcedure(use: SpecialProcedureUse): Result<SpecialProcedureUse, ClockRefusal> {
  const byLaw = isListedByArticle45(use.procedure) || use.namedLaw !== undefined;
  if (use.stopsStatutory && !byLaw) return check(use, 'statutory_clock_not_stopped');
  return check(use, use.stopsPromise && !byLaw && !use.guideSays ? 'promise_not_stopped' : undefined);
}

function problemOf(suspension: Suspension): ClockRefusalCode | undefined {
  const { served, received, plannedEnd, notice } = suspension;
  if (notice.trim() === '') return 'notice_missing';
  if (plannedEnd === undefined) return 'planned_end_missing';
  if (plannedEnd < served) return 'planned_end_before_service';
  return received !== undefined && received < served ? 'received_before_service' : undefined;
}

/** Whether a suspension is one in law: a served notice naming the time needed (Art. 45), and days in order. */
export function checkSuspension(suspension: Suspension): Result<Suspension, ClockRefusal> {
  return check(suspension, problemOf(suspension));
}

export interface ExtensionRequest {
  readonly extension: ExtensionSpan;
  /** The longest the item's law allows; undefined where it allows none. */
  readonly allowed: Limit | undefined;
  readonly alreadyExtended: boolean;
  readonly now: Instant;
  readonly dueAt: Instant;
  readonly joint: boolean;
  readonly approver: 'headOfAuthority' | 'headOfGovernment' | 'other';
  readonly reason: string;
}

/** Whether a limit may be extended: before it ends, once, by the right head, with a reason, no longer than the law says (Art. 42). */
export function checkExtension(request: ExtensionRequest): Result<ExtensionSpan, ClockRefusal> {
  const { extension, allowed, joint } = request;
  const tooLong = (limit: Limit): boolean =>
    extension.count < 1 || extension.count > limit.count || (extension.unit ?? limit.unit) !== limit.unit;
  const findings: readonly (readonly [boolean, ClockRefusalCode])[] = [
    [allowed === undefined, 'extension_not_allowed'],
    [request.alreadyExtended, 'extended_already'],
    [request.now > request.dueAt, 'extension_after_expiry'],
    [request.approver !== (joint ? 'headOfGovernment' : 'headOfAuthority'), 'extension_wrong_approver'],
    [request.reason.trim() === '', 'extension_reason_missing'],
    [allowed !== undefined && tooLong(allowed), 'extension_too_long'],
  ];
  return check(extension, findings.find(([found]) => found)?.[1]);
}
