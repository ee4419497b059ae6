import type { Brand } from '@yimen/kernel';

/** The six-digit division whose authorities decide; the tenant. First part of every key on case data. */
export type Jurisdiction = Brand<string, 'Jurisdiction'>;
export type PersonId = Brand<string, 'PersonId'>;
export type PostId = Brand<string, 'PostId'>;
/** A department in whose name and seal decisions are made (实施机关). */
export type AuthorityId = Brand<string, 'AuthorityId'>;

export const jurisdiction = (text: string): Jurisdiction => text as Jurisdiction;
export const personId = (text: string): PersonId => text as PersonId;
export const postId = (text: string): PostId => text as PostId;
export const authorityId = (text: string): AuthorityId => text as AuthorityId;
