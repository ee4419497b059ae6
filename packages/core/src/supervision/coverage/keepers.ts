import type { Role } from '../../people/index.ts';
import type { CardActor } from '../card/index.ts';
import type { Words } from '../words.ts';
import type { CoverageRefusalCode } from './refusals.ts';

/** In the place of a department: the hall itself, which keeps what is nobody's alone. */
export const HALL = '@hall';

export interface KeeperOfLedgers {
  /** Whose duty it is where no owner was laid down, and who may always hand it in. */
  readonly head: Role;
  readonly headName: Words;
  /** Who hands it in where no owner was laid down. */
  readonly handsIn: readonly Role[];
  /** Under whom a department's rows are kept. */
  readonly under: (department: string) => string;
  /** Under whom this person hands ledgers in. */
  readonly placesOf: (actor: CardActor) => readonly string[];
  readonly refusal: CoverageRefusalCode;
}

export type Keeper = 'department' | 'hall';

/** Who keeps ledgers: each department its own, and the hall what its machines count. */
export const keepers: Readonly<Record<Keeper, KeeperOfLedgers>> = {
  department: {
    head: 'authorityHead',
    headName: { zh: '部门负责人', en: 'head of the department' },
    handsIn: ['authorityHead', 'chiefRepresentative'],
    under: (department) => department,
    placesOf: ({ authorities }) => authorities,
    refusal: 'ledger_other_department',
  },
  hall: {
    head: 'dutyManager',
    headName: { zh: '大厅值班主任', en: 'duty manager of the hall' },
    handsIn: ['dutyManager', 'windowHead'],
    under: () => HALL,
    placesOf: () => [HALL],
    refusal: 'ledger_of_hall',
  },
};
