/** Where each of the three administrators works; none of them has a queue (三员分立). */
export const ADMINISTRATIONS = [
  { to: '/administration/system', name: 'system', roles: ['systemAdministrator'] },
  { to: '/administration/security', name: 'security', roles: ['securityAdministrator'] },
  { to: '/administration/record', name: 'record', roles: ['auditAdministrator'] },
  { to: '/proof', name: 'proof', roles: ['auditAdministrator'] },
] as const;

/** The screen of an administrator; undefined for everybody else. */
export function administrationOf(roles: readonly string[]): string | undefined {
  return ADMINISTRATIONS.find((one) => one.roles.some((role) => roles.includes(role)))?.to;
}
