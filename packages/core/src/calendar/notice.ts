import { day, type Day } from '@yimen/kernel';

/** What a notice says of one festival: the days off, first and last, and the days worked in exchange (调休上班). */
export interface FestivalRest {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly makeUp: readonly Day[];
}

/**
 * The dated facts of one State Council notice on holidays. A later notice overrides an earlier one day by day; the notice that
 * lengthened the Spring Festival of 2020 is the case to remember.
 */
export interface Notice {
  readonly id: string;
  /** The year it arranges; its days may reach into the neighbouring years. */
  readonly year: number;
  readonly title: string;
  /** 文号; absent where it could not be made sure of. */
  readonly number?: string;
  readonly published: Day;
  readonly source?: string;
  /** It states its year completely, so that earlier notices of the same year no longer count. */
  readonly wholeYear?: boolean;
  readonly festivals: readonly FestivalRest[];
}

/** For the shipped tables; throws on a day that does not exist. */
export function rest(name: string, from: string, to: string, ...makeUp: readonly string[]): FestivalRest {
  return { name, from: day(from), to: day(to), makeUp: makeUp.map((text) => day(text)) };
}

/** The address of a document in the State Council's policy library. */
export function pageOf(path: string): string {
  return `https://www.gov.cn/zhengce/zhengceku/${path}.htm`;
}

interface AnnualFacts {
  readonly year: number;
  readonly published: string;
  readonly number?: string;
  readonly page: string;
}

/** 国务院办公厅关于 YYYY 年部分节假日安排的通知. */
export function annualNotice(facts: AnnualFacts, festivals: readonly FestivalRest[]): Notice {
  return {
    id: String(facts.year),
    year: facts.year,
    title: `国务院办公厅关于${String(facts.year)}年部分节假日安排的通知`,
    ...(facts.number === undefined ? {} : { number: facts.number }),
    published: day(facts.published),
    source: pageOf(facts.page),
    festivals,
  };
}
