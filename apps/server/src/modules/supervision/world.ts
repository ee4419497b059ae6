import { dayOf, type Day } from '@yimen/kernel';
import { calendarAsOf, type Calendar } from '@yimen/core/calendar';
import type { Applicant } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import type { PaperText } from '@yimen/core/documents';
import type { Authorisation, Post, Role, Standing } from '@yimen/core/people';
import { shippedRuleSet, type RuleSet } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db, Shell } from '../../platform/shell.ts';

/** What supervision asks of the other modules. Cases it reads from the ledger alone. */
export interface SupervisionNeighbours {
  readonly itemVersion: (jurisdiction: string, itemId: string, version: number) => Promise<ServiceItem>;
  readonly calendar: () => Promise<Calendar>;
  readonly standingOf: (jurisdiction: string, person: string) => Promise<Standing | undefined>;
  readonly authorityNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
  readonly peopleNames: (jurisdiction: string, people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly colleaguesOf: (
    jurisdiction: string,
    /** `null`: the centre's own. */
    authority: string | null,
    on: Day,
  ) => Promise<readonly { readonly person: string; readonly name: string; readonly post: string }[]>;
  /** Authorisations valid on a day, whoever holds the post. */
  readonly authorisationsOn: (
    jurisdiction: string,
    on: Day,
  ) => Promise<readonly Pick<Authorisation, 'authority' | 'acts' | 'items'>[]>;
  /** Every post of the hall, by department and name. */
  readonly posts: (jurisdiction: string) => Promise<readonly Post[]>;
  /** Who holds one of these offices of the hall itself. */
  readonly hallOfficers: (
    jurisdiction: string,
    roles: readonly Role[],
    on: Day,
  ) => Promise<readonly { readonly person: string; readonly name: string; readonly post: string }[]>;
  readonly halls: () => Promise<readonly { readonly jurisdiction: string; readonly name: string }[]>;
  /** Applicants as lists show them, by case: 王*. */
  readonly maskedApplicants: (jurisdiction: string, caseIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Words that are no paper of a case, set on paper. */
  readonly print: (paper: PaperText, on: Day) => Promise<Uint8Array>;
  /** Words set on paper, sealed in the name of the centre and put into the file store; answers the file's name. */
  readonly sealed: (
    paper: PaperText,
    of: { readonly on: Day; readonly number: string; readonly issuer: string },
  ) => Promise<string>;
  readonly fileBytes: (sha256: string) => Promise<Uint8Array | null>;
  /** Items in force on a day, with the codes and the name a department's ledger may call them by. */
  readonly itemNames: (jurisdiction: string, on: Day) => Promise<readonly NamedItem[]>;
  /** What the published versions of these items say of fees, the newest first. */
  readonly feesOfItems: (jurisdiction: string, itemIds: readonly string[]) => Promise<readonly ListedFees[]>;
}

/** A version of an item, from when to when it is in force, and its fees. */
export interface ListedFees extends Pick<ServiceItem, 'version' | 'kind' | 'fees'> {
  readonly itemId: string;
  readonly from: Day;
  readonly to: Day | null;
}

export interface NamedItem {
  readonly itemId: string;
  readonly name: string;
  readonly authority: string;
  readonly codes: readonly string[];
}

export interface Supervision {
  readonly shell: Shell;
  /** Where the board reads, if not where the application does: a copy on another machine. */
  readonly reading?: Db | undefined;
  readonly near: SupervisionNeighbours;
  /** Remembers an answer that may be half a minute old. */
  readonly keepAWhile: <T>(find: (key: string) => Promise<T>) => (key: string) => Promise<T>;
  /** By what applicants are told apart and not known: keyed hashes, hex. */
  readonly identify: (key: CaseKey, applicant: Applicant) => { readonly identity: string; readonly phone: string };
  /** Tells open boards of a hall that something moved. */
  readonly bell: {
    readonly ring: (jurisdiction: string) => void;
    readonly listen: (jurisdiction: string, heard: () => void) => () => void;
  };
}

export interface CaseKey {
  readonly jurisdiction: string;
  readonly caseId: string;
}

/** The calendar as it was published on a day; built once for each number of notices. */
export async function calendars({ near }: Pick<Supervision, 'near'>): Promise<(on: Day) => Calendar> {
  const calendar = await near.calendar();
  const byCount = new Map<number, Calendar>();
  return (on) => {
    const count = calendar.published.filter(({ published }) => published <= on).length;
    const known =
      byCount.get(count) ?? (count === calendar.published.length ? calendar : calendarAsOf(calendar.published, on));
    byCount.set(count, known);
    return known;
  };
}

/** The sets a hall's cases are judged by: the shipped one, and what was published over it. */
export async function ruleSetsOf(
  { shell }: Pick<Supervision, 'shell'>,
  jurisdiction: string,
): Promise<readonly RuleSet[]> {
  const { rows } = await sql<{ body: RuleSet }>`select body from supervision.rule_sets
    where jurisdiction = ${jurisdiction} order by from_day`.execute(shell.db);
  return [shippedRuleSet, ...rows.map(({ body }) => body)];
}

export const todayOf = ({ shell }: Pick<Supervision, 'shell'>): Day => dayOf(shell.now());
