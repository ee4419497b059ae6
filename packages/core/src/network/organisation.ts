import { isCreditCode, type AuthorityId, type Jurisdiction } from '../people/index.ts';
import type { DivisionCode } from './division.ts';

/** The hall of one city, county or district (政务服务中心). It receives and watches; it decides nothing. */
export interface Centre {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  readonly division: DivisionCode;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

/** 便民服务中心 / 便民服务站: town and village level, always under a centre. */
export interface Station {
  readonly id: string;
  readonly centre: string;
  readonly division: DivisionCode;
  readonly name: string;
}

/** Who decides, in its own name and seal (实施机关). */
export interface Department {
  readonly id: AuthorityId;
  readonly jurisdiction: Jurisdiction;
  readonly name: string;
  /** 机关简称, the head of every document number. */
  readonly shortName: string;
  readonly creditCode: string;
  readonly kind: keyof typeof departmentKinds;
}

export const departmentKinds = {
  department: { zh: '政府工作部门', en: 'government department' },
  approvalBureau: { zh: '行政审批局', en: 'administrative approval bureau (Art. 25)' },
  authorisedOrganisation: { zh: '法律法规授权的组织', en: 'organisation empowered by law (Art. 23)' },
} as const;

/** 审办科: the one office of a department through which its approvals go. */
export interface ApprovalOffice {
  readonly id: string;
  readonly authority: AuthorityId;
  readonly name: string;
  readonly form: keyof typeof officeForms;
}

export const officeForms = {
  dedicated: { zh: '单设', en: 'an office of its own' },
  joint: { zh: '合署', en: 'joint with another office' },
  delegated: { zh: '授权综合窗口', en: 'delegated to the comprehensive window' },
} as const;

/** A comprehensive window receives for every department of its classes; a department's own only for it. */
export type Window = {
  readonly id: string;
  readonly centre: string;
  readonly number: string;
  readonly name: string;
} & (
  | { readonly kind: 'department'; readonly authority: AuthorityId }
  | { readonly kind: 'comprehensive'; readonly classes: readonly [string, ...string[]] }
);

export interface Network {
  readonly centres: readonly Centre[];
  readonly stations: readonly Station[];
  readonly departments: readonly Department[];
  readonly offices: readonly ApprovalOffice[];
  readonly windows: readonly Window[];
}

export interface NetworkFinding {
  readonly rule: 'duplicate_id' | 'unknown_centre' | 'unknown_department' | 'bad_credit_code' | 'short_name_missing';
  readonly on: string;
}

/** What does not hold together in a network before it is loaded. */
export function checkNetwork(network: Network): readonly NetworkFinding[] {
  const centres = new Set(network.centres.map(({ id }) => id));
  const departments = new Set<string>(network.departments.map(({ id }) => id));
  const all = [network.centres, network.stations, network.departments, network.offices, network.windows];
  return [
    ...all.flatMap((rows) => duplicates(rows.map(({ id }) => id))),
    ...[...network.stations, ...network.windows]
      .filter(({ centre }) => !centres.has(centre))
      .map(({ id }) => finding('unknown_centre', id)),
    ...authoritiesNamed(network)
      .filter(({ authority }) => !departments.has(authority))
      .map(({ id }) => finding('unknown_department', id)),
    ...network.departments.flatMap(checkDepartment),
  ];
}

function checkDepartment({ id, creditCode, shortName }: Department): readonly NetworkFinding[] {
  return [
    ...(isCreditCode(creditCode) ? [] : [finding('bad_credit_code', id)]),
    ...(shortName.trim() === '' ? [finding('short_name_missing', id)] : []),
  ];
}

function authoritiesNamed({ offices, windows }: Network): readonly { id: string; authority: AuthorityId }[] {
  return [...offices, ...windows.filter((window) => window.kind === 'department')];
}

function duplicates(ids: readonly string[]): readonly NetworkFinding[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => finding('duplicate_id', id));
}

const finding = (rule: NetworkFinding['rule'], on: string): NetworkFinding => ({ rule, on });
