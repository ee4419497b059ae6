import type { Day } from '@yimen/kernel';
import type { AuthorityId, PersonId, PostId } from './ids.ts';

/** What a post is for. One post may carry several; the law's separations are checked at the act, not here. */
export const roles = [
  'guide',
  'windowClerk',
  'examiner',
  'approver',
  'legalReviewer',
  'chiefRepresentative',
  'authorityHead',
  'sealKeeper',
  'deliveryClerk',
  'windowHead',
  'dutyManager',
  'supervisor',
  'catalogueEditor',
  'reformOffice',
  'legalOffice',
  'staffingOffice',
  'pricingOffice',
  'leadingGroup',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;
export type Role = (typeof roles)[number];

/** The acts on a case that need a written authorisation (授权书) valid for the item and the day. */
export const officerActs = [
  'receive',
  'notifyCorrection',
  'deliverCorrection',
  'accept',
  'declineAcceptance',
  'declareLicenceNotRequired',
  'proposeReturn',
  'confirmReturn',
  'examine',
  'approve',
  'consult',
  'specialProcedure',
  'extend',
  'proposeDecision',
  'legalReview',
  'attachMinutes',
  'sign',
  'seal',
  'issue',
  'serve',
  'close',
  'terminate',
  'void',
] as const;
export type OfficerAct = (typeof officerActs)[number];

/** A place in the organisation: people come and go, the post and its powers stay (A/B 岗). */
export interface Post {
  readonly id: PostId;
  /** Absent for posts of the centre itself (duty manager, supervisor). */
  readonly authority?: AuthorityId;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who holds a post, from and to (both included). `rank` A is the holder, B the standing deputy. */
export interface Posting {
  readonly person: PersonId;
  readonly post: PostId;
  readonly rank: 'A' | 'B';
  readonly from: Day;
  readonly to?: Day;
}

/** A dated stand-in for leave or absence: `toPerson` acts for the holder of `post`. */
export interface Delegation {
  readonly id: string;
  readonly post: PostId;
  readonly toPerson: PersonId;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
}

/** 授权书: the holder of a post may do these acts for these items, from and to (both included). */
export interface Authorisation {
  readonly id: string;
  /** The document's own number, shown beside every act done under it. */
  readonly number: string;
  readonly authority: AuthorityId;
  readonly post: PostId;
  readonly acts: readonly OfficerAct[];
  /** Item ids, or every item of the authority. */
  readonly items: 'all' | readonly string[];
  /** 直办: the window decides; 会办: it decides after consulting the department. */
  readonly handling: 'direct' | 'consulted';
  /** May one person receive and decide? Only for instant items, and only where this says so. */
  readonly instant: boolean;
  readonly from: Day;
  readonly to: Day;
}

/** Everything that says what one person may do; read once per act. */
export interface Standing {
  readonly person: PersonId;
  readonly name: string;
  readonly posts: readonly Post[];
  /** Of these posts, everybody's: a deputy's act names the holder it is done for. */
  readonly postings: readonly Posting[];
  readonly delegations: readonly Delegation[];
  readonly authorisations: readonly Authorisation[];
}

/** Under what an act is done; its post, authorisation and `onBehalfOf` are written into the ledger entry. */
export interface Authority {
  readonly post: PostId;
  /** In whose name: the item's authority, or the one whose step it is. */
  readonly authority: AuthorityId;
  /** Absent when the act comes with the office itself ({@link inherentActs}). */
  readonly authorisation?: string;
  /** What the authorisation (or the office) covers. */
  readonly acts: readonly OfficerAct[];
  /** The post's holder, when a deputy or a delegate acted. */
  readonly onBehalfOf?: PersonId;
  readonly roles: readonly Role[];
  readonly instant: boolean;
}
