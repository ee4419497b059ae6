import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { day } from '@yimen/kernel';
import {
  authorityId,
  creditCodeCheck,
  isCreditCode,
  isPaperNumber,
  isResidentId,
  mayAct,
  personId,
  postId,
  residentIdBirthday,
  residentIdCheck,
  type ActWanted,
  type Authorisation,
  type Standing,
} from './index.ts';

const [housing, water] = [authorityId('zhujian'), authorityId('shuili')];
const [li, wang] = [personId('li'), personId('wang')];
const desk = postId('desk');
const paper: Authorisation = {
  id: 'a1',
  number: '安住建授〔2026〕3号',
  authority: housing,
  post: desk,
  acts: ['accept'],
  items: ['permit'],
  handling: 'direct',
  instant: false,
  from: day('2026-01-01'),
  to: day('2026-12-31'),
};
const standing: Standing = {
  person: li,
  name: '李',
  posts: [{ id: desk, authority: housing, name: '受理岗', roles: ['windowClerk'] }],
  postings: [{ person: li, post: desk, rank: 'A', from: day('2025-06-01'), to: day('2026-11-30') }],
  delegations: [],
  authorisations: [paper],
};
const wanted: ActWanted = { act: 'accept', authority: housing, item: 'permit', on: day('2026-03-02') };
const refusedWith = (who: Standing, what: Partial<ActWanted>): string => {
  const may = mayAct(who, { ...wanted, ...what });
  return may.ok ? 'allowed' : may.error.code;
};

describe('an officer may do what an authorisation covers', () => {
  test('by item, act and day, and the entry names the paper', () => {
    expect(mayAct(standing, wanted)).toEqual({
      ok: true,
      value: {
        post: desk,
        authority: housing,
        authorisation: 'a1',
        acts: ['accept'],
        roles: ['windowClerk'],
        instant: false,
      },
    });
    expect(refusedWith({ ...standing, authorisations: [{ ...paper, items: 'all' }] }, { item: 'another' })).toBe(
      'allowed',
    );
  });
  test('and is otherwise told why not', () => {
    expect(refusedWith(standing, { on: day('2025-05-31') })).toBe('no_post');
    expect(refusedWith(standing, { on: day('2026-12-01') })).toBe('no_post');
    expect(refusedWith(standing, { on: day('2025-12-31') })).toBe('not_yet_valid');
    expect(refusedWith({ ...standing, authorisations: [{ ...paper, to: day('2026-03-01') }] }, {})).toBe(
      'authorisation_ended',
    );
    expect(refusedWith(standing, { item: 'another' })).toBe('other_item');
    expect(refusedWith(standing, { authority: water })).toBe('other_authority');
    expect(refusedWith(standing, { act: 'sign' })).toBe('no_authorisation');
  });
  test('the nearest miss is told, with its number', () => {
    const two = {
      ...standing,
      authorisations: [
        { ...paper, authority: water },
        { ...paper, to: day('2026-03-01') },
      ],
    };
    expect(mayAct(two, wanted)).toMatchObject({
      ok: false,
      error: { code: 'authorisation_ended', authorisation: paper.number },
    });
  });
  test('on the first and on the last day, not before and not after', () => {
    for (const on of ['2026-01-01', '2026-11-30']) expect(refusedWith(standing, { on: day(on) })).toBe('allowed');
  });
});

describe('A and B', () => {
  const asDeputy: Standing = {
    ...standing,
    person: wang,
    postings: [...standing.postings, { person: wang, post: desk, rank: 'B', from: day('2025-06-01') }],
  };
  test('the standing deputy acts on behalf of the holder', () => {
    expect(mayAct(asDeputy, wanted)).toMatchObject({ ok: true, value: { onBehalfOf: li } });
  });
  test('and in nobody’s stead when the post has no holder', () => {
    const vacant = mayAct(asDeputy, { ...wanted, on: day('2026-12-15') });
    expect(vacant.ok && vacant.value.onBehalfOf).toBeUndefined();
    expect(vacant.ok).toBe(true);
  });
  test('a delegate acts from and to the days of the delegation', () => {
    const away = {
      id: 'd1',
      post: desk,
      toPerson: wang,
      from: day('2026-03-02'),
      to: day('2026-03-06'),
      reason: '年休',
    };
    const delegate: Standing = { ...standing, person: wang, delegations: [away] };
    expect(mayAct(delegate, wanted)).toMatchObject({ ok: true, value: { onBehalfOf: li } });
    expect(refusedWith(delegate, { on: day('2026-03-07') })).toBe('no_post');
    expect(refusedWith({ ...delegate, person: personId('zhao') }, {})).toBe('no_post');
  });
});

describe('powers that come with the office', () => {
  test('the head of the authority extends and signs without a paper, in that authority only', () => {
    const head: Standing = {
      ...standing,
      posts: [{ id: desk, authority: housing, name: '局长', roles: ['authorityHead'] }],
      authorisations: [],
    };
    expect(mayAct(head, { ...wanted, act: 'extend' })).toMatchObject({ ok: true, value: { roles: ['authorityHead'] } });
    expect(refusedWith(head, { act: 'extend', authority: water })).toBe('no_authorisation');
    expect(refusedWith(head, { act: 'accept' })).toBe('no_authorisation');
  });
  test('a supervisor of the centre stands over all authorities', () => {
    const supervisor: Standing = {
      ...standing,
      posts: [{ id: desk, name: '监察', roles: ['supervisor'] }],
      authorisations: [],
    };
    expect(refusedWith(supervisor, { act: 'void', authority: water })).toBe('allowed');
  });
});

const VECTORS = new URL('../../../../../shared/data/golden/uscc_vectors.json', import.meta.url);

describe('credit codes (GB 32100)', () => {
  const real = ['11440100007483172Q'];
  test.each(real)('%s is right', (code) => expect(isCreditCode(code)).toBe(true));
  test('any one character wrong is noticed', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }),
        fc.nat({ max: 17 }),
        fc.constantFrom(...alphabet),
        (body, at, other) => {
          const code = body.join('') + (creditCodeCheck(body.join('')) ?? '');
          expect(isCreditCode(code)).toBe(true);
          fc.pre(code[at] !== other);
          expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
        },
      ),
    );
  });
  test.each(['', '1144010000748317', '11440100007483172q', '1I440100007483172Q', '11440100007483172QQ'])(
    '“%s” is none',
    (code) => expect(isCreditCode(code)).toBe(false),
  );
  test.skipIf(!existsSync(VECTORS))('agree with the golden vectors (skipped where shared data is absent)', () => {
    const codes = readFileSync(VECTORS, 'utf8').match(/[0-9A-HJ-NPQRTUWXY]{18}/g) ?? [];
    expect(codes.filter(isCreditCode).length).toBeGreaterThan(codes.length * 0.9);
  });
});

describe('resident ids (GB 11643)', () => {
  test.each(['410108199003070017', '61092419851231002X'])('%s is right', (id) => expect(isResidentId(id)).toBe(true));
  test.each([
    ['a wrong check character', '410108199003070018'],
    ['a birthday that does not exist', '410108199002300017'],
    ['a small x', '61092419851231002x'],
    ['fifteen digits', '410108900307001'],
  ])('%s is refused', (_why, id) => expect(isResidentId(id)).toBe(false));
  test('carry the birthday; the area code is not looked up', () => {
    expect(residentIdBirthday('410108199003070017')).toBe('1990-03-07');
    expect(isResidentId('320625199003070019')).toBe(true);
    expect(residentIdCheck('41010819900307')).toBeUndefined();
  });
});

describe('papers of people without a mainland card', () => {
  test.each([
    ['passport', 'E12345678'],
    ['hkMacaoPermit', 'H1234567890'],
    ['taiwanPermit', '12345678'],
    ['hkMacaoTaiwanResidence', '810000199003070015'],
    ['foreignPermanentResidence', 'USA123456789012'],
  ] as const)('%s %s', (kind, number) => {
    expect(isPaperNumber(kind, number)).toBe(true);
    expect(isPaperNumber(kind, '!')).toBe(false);
  });
});
