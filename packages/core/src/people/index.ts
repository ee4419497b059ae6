export {
  authorityId,
  jurisdiction,
  personId,
  postId,
  type AuthorityId,
  type Jurisdiction,
  type PersonId,
  type PostId,
} from './ids.ts';
export {
  officerActs,
  roles,
  type Authorisation,
  type Authority,
  type Delegation,
  type OfficerAct,
  type Post,
  type Posting,
  type Role,
  type Standing,
} from './standing.ts';
