import type { DepartmentKey } from '../departments.ts';

/** Items another department examines beside the deciding one; its examiner is authorised for these and no others. */
export const consultedItems: { readonly [K in DepartmentKey]?: readonly string[] } = {
  huanjing: ['water-abstraction', 'river-works'],
  ziran: ['outdoor-advertising', 'water-abstraction'],
  zhujian: ['outdoor-advertising', 'water-abstraction'],
  gongan: ['road-works'],
};

/** Items decided on the spot by the one clerk who receives them, under an authorisation that says so. */
export const instantItems: readonly {
  readonly department: DepartmentKey;
  readonly post: string;
  readonly items: readonly string[];
}[] = [
  { department: 'shijian', post: 'hall-instant-market', items: ['individual-business-registration'] },
  { department: 'renshe', post: 'hall-instant-public', items: ['social-insurance-change'] },
];
