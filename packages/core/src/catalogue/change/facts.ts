import type { Day } from '@yimen/kernel';
import type { AuthorityId, PersonId, Role } from '../../people/index.ts';
import type { ChangeProposal } from './proposal.ts';
import type { ChangePhase, ChangeStep, ReviewStep } from './steps.ts';

/** 会议纪要: the file by its content, who was there, and when. */
export interface Minutes {
  readonly file: { readonly name: string; readonly sha256: string };
  readonly present: readonly string[];
  readonly heldOn: Day;
}

/** What a publication did to one item. */
export interface PublishedLine {
  readonly itemId: string;
  /** The version that begins; absent where the item leaves the list. */
  readonly version?: number;
  /** The last day of an item that leaves the list. */
  readonly lastDay?: Day;
}

export interface Opening {
  readonly step: ChangeStep;
  readonly dueOn: Day;
}

interface Stamped {
  readonly on: Day;
  readonly by: PersonId;
  /** The step it was done at. */
  readonly step: ChangeStep;
  /** Working days that step took. */
  readonly days: number;
  /** Steps that begin with it, each with its last day. */
  readonly opens: readonly Opening[];
}

/** What happened to a change, each one entry of the ledger; none is ever taken back. */
export type ChangeFact = Stamped &
  (
    | { readonly type: 'changeApplied'; readonly proposal: ChangeProposal; readonly authority: AuthorityId }
    | { readonly type: 'changeTransferred'; readonly opinion: string }
    | { readonly type: 'changeReviewed'; readonly step: ReviewStep; readonly opinion: string }
    | { readonly type: 'changeReturned'; readonly to: ChangePhase; readonly reason: string }
    | { readonly type: 'changeResubmitted'; readonly proposal: ChangeProposal }
    | { readonly type: 'changeDeliberated'; readonly opinion: string; readonly minutes: Minutes }
    | { readonly type: 'changeRejected'; readonly opinion: string; readonly minutes: Minutes }
    | { readonly type: 'changeWithdrawn'; readonly reason: string }
    | {
        readonly type: 'changePublished';
        readonly effectiveFrom: Day;
        readonly items: readonly PublishedLine[];
        /** 授权书 whose holders go on with what came out of a split or a merger, by number. */
        readonly authorisations: readonly string[];
      }
  );
export type ChangeFactType = ChangeFact['type'];

export interface ChangeActor {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  /** Departments of the posts they hold today. */
  readonly authorities: readonly AuthorityId[];
}
