import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { checkItem, itemRules, readImplementationCode, stepsOf, type ServiceItem } from '@yimen/core/catalogue';
import { checkNetwork } from '@yimen/core/network';
import { isCreditCode, isResidentId } from '@yimen/core/people';
import { accounts, shownAccounts } from './accounts.ts';
import { applicants } from './applicants.ts';
import { authorisations } from './authorisations.ts';
import { centre } from './centre.ts';
import { approvalOffices, departments } from './departments.ts';
import { items } from './items/index.ts';
import { consultedItems, instantItems } from './items/special.ts';
import { people, posts, postings } from './staff.ts';
import { windows } from './windows.ts';

const dataFolder = fileURLToPath(new URL('../../../shared/data/catalogue/', import.meta.url));
const hasData = existsSync(`${dataFolder}curated_county_items.csv`);
const rowsOf = (file: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(`${dataFolder}${file}`, 'utf8'), { columns: true, bom: true });

const labelled = (text: string | undefined): boolean => text?.includes('演示') === true;
const ids = new Set<string>(items.map(({ id }) => id));

describe('the demonstration hall', () => {
  it('holds together: departments, offices, windows and their credit codes', () => {
    const network = { centres: [centre], stations: [], departments, offices: approvalOffices, windows };
    expect(checkNetwork(network)).toEqual([]);
    expect(new Set(approvalOffices.map(({ form }) => form))).toEqual(new Set(['dedicated', 'joint', 'delegated']));
    expect(departments.every(({ creditCode }) => creditCode.startsWith('11'))).toBe(true);
  });

  it('says of everything invented that it is a demonstration', () => {
    const invented = [centre, ...departments, ...people, ...applicants].map(({ demonstration }) => demonstration);
    expect(invented.filter((words) => !labelled(words))).toEqual([]);
    expect(people.filter(({ phone }) => !phone.startsWith('0372-0000'))).toEqual([]);
    expect(items.filter(({ demonstration }) => !labelled(demonstration))).toEqual([]);
  });

  it('knows every post, person, department and item it names', () => {
    const [known, held] = [new Set(posts.map(({ id }) => id)), new Set(people.map(({ id }) => id))];
    expect(postings.filter(({ post, person }) => !known.has(post) || !held.has(person))).toEqual([]);
    expect(authorisations.filter(({ post }) => !known.has(post))).toEqual([]);
    expect(authorisations.filter(({ items: named }) => named !== 'all' && named.some((id) => !ids.has(id)))).toEqual(
      [],
    );
    expect(accounts.map(({ person }) => person)).toEqual(people.map(({ id }) => id));
    expect(shownAccounts.every(({ shows }) => shows !== '')).toBe(true);
  });

  it('gives every person one name and every authorisation one number', () => {
    const numbers = authorisations.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  });

  it('has applicants whose numbers are right and can be nobody’s', () => {
    for (const { applicant } of applicants) {
      if (applicant.kind === 'naturalPerson') expect(isResidentId(applicant.paperNumber), applicant.name).toBe(true);
      else expect(isCreditCode(applicant.creditCode), applicant.name).toBe(true);
    }
    expect(applicants.filter(({ applicant }) => applicant.kind === 'naturalPerson').length).toBeGreaterThan(3);
  });

  it('has somebody else for receiving, examining, approving and signing in every department', () => {
    for (const { id } of departments) {
      const duties = ['windowClerk', 'examiner', 'approver', 'chiefRepresentative', 'authorityHead'] as const;
      const held = duties.map((role) => {
        const able = posts.filter((post) => post.roles.length === 1 && post.roles[0] === role);
        const given = authorisations.filter(
          ({ authority, post }) => authority === id && able.some((one) => one.id === post),
        );
        return new Set(
          postings.filter(({ post }) => given.some((paper) => paper.post === post)).map(({ person }) => person),
        );
      });
      expect(
        held.filter((holders) => holders.size === 0),
        id,
      ).toEqual([]);
      const everybody = held.flatMap((holders) => [...holders]);
      expect(new Set(everybody).size, id).toBe(everybody.length);
    }
  });
});

describe('the items of the demonstration', () => {
  it.each(items.map((item) => [item.id, item] as const))('%s may be published', (_id, item) => {
    const errors = checkItem(item).filter(({ rule }) => itemRules[rule].severity === 'error');
    expect(errors).toEqual([]);
  });

  it('number at least thirty-two, each with words people say, pages of questions and checkable materials', () => {
    expect(items.length).toBeGreaterThanOrEqual(32);
    expect(ids.size).toBe(items.length);
    for (const item of items) {
      expect(item.everydayWords.length, item.id).toBeGreaterThanOrEqual(5);
      expect(item.everydayWords.length, item.id).toBeLessThanOrEqual(12);
      expect(item.form.length, item.id).toBeGreaterThanOrEqual(2);
      expect(item.form.length, item.id).toBeLessThanOrEqual(4);
      expect(item.materials.length, item.id).toBeGreaterThanOrEqual(2);
      expect(item.materials.length, item.id).toBeLessThanOrEqual(6);
      expect(
        item.materials.filter(({ acceptanceRules }) => acceptanceRules.length === 0),
        item.id,
      ).toEqual([]);
    }
  });

  it('carry an implementation code of their own, made of the department’s credit code', () => {
    const codes = items.map(({ codes: { implementation } }) => implementation ?? '');
    expect(new Set(codes).size).toBe(items.length);
    for (const item of items) {
      const code = readImplementationCode(item.codes.implementation ?? '');
      const department = departments.find(({ id }) => id === item.authority);
      expect(code).toMatchObject({ creditCode: department?.creditCode, level: item.level });
    }
  });

  it('ask nothing in a condition that an applicant may leave unanswered', () => {
    for (const item of items) {
      const required = item.form.flatMap(({ questions }) =>
        questions.filter((one) => one.required).map(({ id }) => id),
      );
      const conditions = [
        ...item.materials.flatMap(({ condition }) => condition ?? []),
        ...item.procedure.examination.flatMap((node) => (node.kind === 'when' ? [node.condition] : [])),
      ];
      const named = conditions.flatMap((feel) => feel.replaceAll(/"[^"]*"/g, '').match(/[a-z][A-Za-z]+/g) ?? []);
      const words = new Set(['and', 'or', 'true', 'false', 'not']);
      expect(
        named.filter((word) => !words.has(word) && !required.includes(word)),
        item.id,
      ).toEqual([]);
    }
  });

  it('send a consultation only to a department whose examiner is authorised for it', () => {
    for (const item of items) {
      const asked = stepsOf(item.procedure).filter(({ duty }) => duty === 'consultation');
      for (const { authority = '' } of asked) {
        const given = Object.entries(consultedItems).find(([key]) => key === authority)?.[1] ?? [];
        expect(given, `${item.id} asks ${authority}`).toContain(item.id);
      }
    }
  });

  it('are decided on the spot only where an authorisation says so', () => {
    const instant = items.filter(({ handling }) => handling === 'instant').map(({ id }) => id);
    expect(new Set(instantItems.flatMap(({ items: named }) => named))).toEqual(new Set<string>(instant));
    expect(instant.length).toBeGreaterThan(0);
  });

  it('show each thing the law makes different from item to item', () => {
    const some = (found: (item: ServiceItem) => boolean): boolean => items.some(found);
    const special = (item: ServiceItem, name: string): boolean =>
      item.procedure.specialProcedures.some(({ procedure }) => procedure === name);
    const shown = {
      fromReceipt: some(({ limits }) => limits.statutory.startsOn === 'receipt'),
      months: some(({ limits }) => limits.statutory.unit === 'month'),
      calendarDays: some(({ limits, kind }) => limits.statutory.unit === 'calendarDay' && kind !== 'licence'),
      expertReview: some((item) => special(item, 'expertReview')),
      hearing: some((item) => special(item, 'hearing')),
      siteVisit: some((item) => special(item, 'siteVisit')),
      namedLaw: some(({ procedure }) => procedure.specialProcedures.some(({ namedLaw }) => namedLaw !== undefined)),
      parallel: some(({ procedure }) => procedure.examination.some(({ kind }) => kind === 'parallel')),
      reviewAndMeeting: some(({ procedure }) => procedure.legalReview && procedure.meeting),
    };
    expect(Object.entries(shown).filter(([, found]) => !found)).toEqual([]);
  });

  it('let a visit stop the promise only, and say so in the guide', () => {
    const visits = items.flatMap(({ procedure }) =>
      procedure.specialProcedures.filter((one) => one.procedure === 'siteVisit'),
    );
    expect(visits.filter(({ stopsStatutory, stopsPromise }) => stopsStatutory || !stopsPromise)).toEqual([]);
    expect(visits.filter(({ basis }) => !basis.includes('不计入承诺时限，仍计入法定时限'))).toEqual([]);
  });

  it('charge nothing but what a law or an administrative regulation lets them', () => {
    const ranks = items.flatMap(({ fees }) => fees.map(({ basis }) => basis.rank));
    expect(ranks.filter((rank) => rank !== 'law' && rank !== 'administrativeRegulation')).toEqual([]);
  });
});

/** The columns that say count, unit and start in each of the two tables. */
const tables = [
  ['curated_county_items.csv', ['statutory_limit', 'unit_in_law', 'clock_starts_on']],
  ['statutory_time_limits.csv', ['limit', 'unit', 'trigger']],
] as const;

/** `law|article` → every limit the extracted tables have for it, as `count|unit|start`. */
function limitsInData(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [file, columns] of tables) {
    for (const row of rowsOf(file)) {
      const key = `${String(row['law'])}|${String(row['article'])}`;
      const limit = columns.map((column) => row[column]).join('|');
      found.set(key, (found.get(key) ?? new Set()).add(limit));
    }
  }
  return found;
}

const starts: Readonly<Record<string, string>> = { receipt: '收到', acceptance: '受理' };

/** "日" of a licence is a working day and written `day` in the data; only laws that say 工作日 have `workday` there. */
function writtenAs({ limits: { statutory }, kind }: ServiceItem): readonly string[] {
  const start = starts[statutory.startsOn] ?? statutory.startsOn;
  const units = {
    month: ['month'],
    calendarDay: ['day'],
    workingDay: kind === 'licence' ? ['day', 'workday'] : ['workday'],
  };
  return units[statutory.unit].map((unit) => `${String(statutory.count)}|${unit}|${start}`);
}

describe.skipIf(!hasData)('limits against the extracted tables of law (skipped without the shared data)', () => {
  it('equal the rows of the law and article an item cites, in count, unit and start', () => {
    const data = limitsInData();
    const checked: string[] = [];
    for (const item of items) {
      const { law, article } = item.limits.statutory.basis;
      const known = data.get(`${law.replace('中华人民共和国', '')}|${article}`);
      if (known === undefined) continue;
      expect(
        writtenAs(item).some((limit) => known.has(limit)),
        `${item.id}: ${[...known].join(' ')}`,
      ).toBe(true);
      checked.push(item.id);
    }
    expect(checked.length).toBeGreaterThanOrEqual(30);
  });

  it('cite the version of the law the tables were taken from', () => {
    const rows = [...rowsOf('statutory_time_limits.csv')];
    const versions = new Map(rows.map((row) => [row['law'] ?? '', row['version_date'] ?? '']));
    for (const { law, version } of items.flatMap(({ bases }) => bases)) {
      const known = versions.get(law.replace('中华人民共和国', ''));
      if (known !== undefined) expect(`${law} ${version ?? ''}`).toBe(`${law} ${known}`);
    }
  });
});
