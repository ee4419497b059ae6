import type { OfficerAct, Role } from './standing.ts';

/**
 * 三员: the three powers over the system itself. Each excludes the other two and every power over cases
 * (GB/T 22239—2019 8.1.4.2 d, 8.1.5), so that nobody can both open a door and erase that it was opened.
 */
export const administratorRoles = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
export type AdministratorRole = (typeof administratorRoles)[number];

/** Roles whose holder puts a name or a seal under a decision. */
const SIGNERS: ReadonlySet<Role> = new Set(['approver', 'chiefRepresentative', 'authorityHead', 'sealKeeper']);

/** Acts by which a paper becomes binding: whoever does one has proved who they are at most {@link PROOF_MINUTES} before. */
const SIGNATURES: ReadonlySet<string> = new Set<OfficerAct>(['sign', 'seal']);

/** How old a proof of identity may be for a signature or a change of the administration. */
export const PROOF_MINUTES = 10;

function isAdministratorRole(role: string): role is AdministratorRole {
  return administratorRoles.some((one) => one === role);
}

/** Is this one of the three administrators? They see no business data. */
export function isAdministrator(roles: readonly Role[]): boolean {
  return roles.some(isAdministratorRole);
}

/** Signers and administrators sign in with two factors; everybody else may. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => SIGNERS.has(role) || isAdministratorRole(role));
}

/** Must the person have proved a moment ago who they are, before this act? */
export function needsFreshProof(act: string): boolean {
  return SIGNATURES.has(act);
}

/** Do these roles, held by one person at one time, break the separation of powers? */
export function breaksSeparation(roles: readonly Role[]): boolean {
  return isAdministrator(roles) && new Set(roles).size > 1;
}
