import type { Brand } from '@yimen/kernel';

/** Twelve digits, 2+2+2+3+3: province, city, county, town, village (统计用区划代码). */
export type DivisionCode = Brand<string, 'DivisionCode'>;

export const divisionLevels = {
  1: { zh: '省', en: 'province' },
  2: { zh: '市', en: 'city' },
  3: { zh: '县(区)', en: 'county or district' },
  4: { zh: '乡镇(街道)', en: 'town or subdistrict' },
  5: { zh: '村(社区)', en: 'village or community' },
} as const;
export type DivisionLevel = keyof typeof divisionLevels;

export interface Division {
  readonly code: DivisionCode;
  readonly name: string;
  readonly level: DivisionLevel;
  /** Absent only for a province. */
  readonly parent?: DivisionCode;
}

export type DivisionFinding = 'bad_code' | 'wrong_level' | 'wrong_parent' | 'parent_missing' | 'name_missing';

const SHAPE = /^(?!00)\d{12}$/;
/** Where each level's digits end, coarse to fine. */
const ENDS = [2, 4, 6, 9, 12] as const;
const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly DivisionLevel[];

/** Reads a twelve-digit code; undefined when it is none. */
export function divisionCode(text: string): DivisionCode | undefined {
  return SHAPE.test(text) ? (text as DivisionCode) : undefined;
}

/** The finest level whose digits are not all zero. Towns directly under a city (441900003000) are towns all the same. */
export function levelOfDivision(code: DivisionCode): DivisionLevel {
  return LEVELS.findLast((level) => !/^0*$/.test(segment(code, level))) ?? 1;
}

/** The nearest coarser code that differs; undefined for a province. */
export function parentOfDivision(code: DivisionCode): DivisionCode | undefined {
  const coarser = LEVELS.filter((level) => level < levelOfDivision(code)).toReversed();
  const level = coarser.find((candidate) => !/^0*$/.test(segment(code, candidate)));
  return level === undefined ? undefined : (code.slice(0, ENDS[level - 1]).padEnd(12, '0') as DivisionCode);
}

/** What is wrong with one row of a table of divisions. `known` is every code of the table. */
export function checkDivision(division: Division, known: ReadonlySet<string>): readonly DivisionFinding[] {
  if (divisionCode(division.code) === undefined) return ['bad_code'];
  const parent = parentOfDivision(division.code);
  const findings: readonly (DivisionFinding | false)[] = [
    division.name.trim() === '' && 'name_missing',
    division.level !== levelOfDivision(division.code) && 'wrong_level',
    division.parent !== parent && 'wrong_parent',
    parent !== undefined && !known.has(parent) && 'parent_missing',
  ];
  return findings.filter((finding) => finding !== false);
}

/** The six-digit jurisdiction a division belongs to: its county, or its city where it has none. */
export function jurisdictionOfDivision(code: DivisionCode): string {
  return code.slice(0, 6);
}

function segment(code: DivisionCode, level: DivisionLevel): string {
  return code.slice(level === 1 ? 0 : ENDS[level - 2], ENDS[level - 1]);
}
