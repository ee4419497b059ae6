import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { day } from '@yimen/kernel';
import {
  checkPaper,
  formatVerificationCode,
  numberSeries,
  paperKinds,
  paperNumber,
  paperProblems,
  paperRules,
  paperWords,
  parseVerificationCode,
  sealFor,
  specimens,
  verificationCode,
  type PaperContent,
  type PaperKind,
} from './index.ts';

const codesOf = (content: PaperContent): readonly string[] =>
  paperProblems(content).map(({ code, field }) => `${code} ${field}`);

function wordsOf(content: PaperContent): string {
  const checked = checkPaper(content);
  if (!checked.ok) throw new Error(checked.error.words.zh);
  const { blocks, after } = paperWords(checked.value);
  return JSON.stringify([blocks, after]);
}

describe('every paper', () => {
  test.each(paperKinds)('%s: its specimen is lawful and has words', (kind) => {
    expect(paperProblems(specimens[kind])).toEqual([]);
    expect(wordsOf(specimens[kind]).length).toBeGreaterThan(50);
  });

  test.each(
    paperKinds.flatMap((kind) => paperRules[kind].mandatory.map(({ field }): [PaperKind, string] => [kind, field])),
  )('%s cannot be made without its %s, and the refusal names the article', (kind, field) => {
    const [outer = '', inner] = field.split('.');
    const whole = new Map<string, unknown>(Object.entries(specimens[kind]));
    const part = whole.get(outer);
    whole.set(outer, inner === undefined ? null : { ...(part as object), [inner]: null });
    // Such content arrives as JSON; the types cannot keep it out.
    const refusal = paperProblems(Object.fromEntries(whole) as unknown as PaperContent).find(
      (one) => one.field === field,
    );
    expect(refusal).toMatchObject({ code: 'missing', article: expect.stringMatching(/《.+》/) as string });
  });
});

describe('citations', () => {
  const cited = (basis: string): string => wordsOf({ ...specimens.grantDecision, basis: [basis] });
  test.each([
    ['水土保持法第二十五条', '《水土保持法》第二十五条'],
    ['中华人民共和国行政许可法第四十二条第一款', '《中华人民共和国行政许可法》第四十二条第一款'],
    ['建筑法第七条、建筑工程施工许可管理办法第四条', '《建筑法》第七条、《建筑工程施工许可管理办法》第四条'],
    ['《建筑法》第八条', '依照《建筑法》第八条'],
    ['本指南公布：踏勘时间不计入承诺时限', '依照本指南公布：踏勘时间不计入承诺时限'],
  ])('of %s carry the marks of a law’s name once', (typed, printed) => {
    expect(cited(typed)).toContain(printed);
    expect(cited(typed)).not.toContain('《《');
  });
});

describe('issuer and seal', () => {
  it('procedural papers carry the approval seal, the licence the authority’s own, receipts the centre’s', () => {
    const authority = { role: 'authority', name: '安阳市住房和城乡建设局' } as const;
    expect(sealFor('grantDecision', authority)?.kind).toBe('approvalSeal');
    expect(sealFor('acceptanceNotice', authority)?.kind).toBe('approvalSeal');
    expect(sealFor('licence', authority)?.kind).toBe('authoritySeal');
    expect(sealFor('receipt', { role: 'centre', name: '安阳市市民之家' })?.kind).toBe('centreReceiptSeal');
    expect(sealFor('caseFileCover', authority)).toBeNull();
  });

  it('the centre never seals nor issues a department’s decision', () => {
    const centre = { role: 'centre', name: '安阳市市民之家' } as const;
    const decision = specimens.grantDecision;
    expect(codesOf({ ...decision, seal: { kind: 'centreReceiptSeal', holder: centre } })).toEqual(['wrong_seal seal']);
    expect(codesOf({ ...decision, seal: { kind: 'approvalSeal', holder: centre } })).toEqual(['wrong_seal seal']);
    expect(codesOf({ ...decision, issuer: centre })).toContain('wrong_issuer issuer');
  });

  it('an approval seal on a licence, another authority’s seal, and no seal at all are refused', () => {
    const { licence } = specimens;
    expect(codesOf({ ...licence, seal: { kind: 'approvalSeal', holder: licence.issuer } })).toEqual([
      'wrong_seal seal',
    ]);
    expect(
      codesOf({ ...licence, seal: { kind: 'authoritySeal', holder: { role: 'authority', name: '安阳市水利局' } } }),
    ).toEqual(['wrong_seal seal']);
    expect(codesOf({ ...licence, seal: null })).toEqual(['wrong_seal seal']);
  });

  it('a decision without number, and a cover with one, are refused', () => {
    expect(codesOf({ ...specimens.refusalDecision, number: null })).toEqual(['wrong_number number']);
    expect(codesOf({ ...specimens.caseFileCover, number: '安住建〔2026〕1号' })).toEqual(['wrong_number number']);
  });
});

describe('what the law does not let a paper say', () => {
  it.each(['', '   ', '……', '\u200b'])('a refusal whose reason is %j gives no reason', (reason) => {
    expect(codesOf({ ...specimens.refusalDecision, reasons: [reason] })).toEqual(['missing reasons']);
  });

  it('a refusal names the body for reconsideration with 60 days and the court with six months', () => {
    const words = wordsOf(specimens.refusalDecision);
    expect(words).toContain('六十日内向安阳市人民政府申请行政复议');
    expect(words).toContain('六个月内依法向安阳市文峰区人民法院提起行政诉讼');
    expect(
      codesOf({ ...specimens.refusalDecision, remedies: { reconsiderationBody: '安阳市人民政府', court: ' ' } }),
    ).toEqual(['missing remedies.court']);
  });

  it('a grant with conditions tells remedies too', () => {
    expect(codesOf({ ...specimens.grantDecision, conditions: ['夜间不得施工'] })).toEqual([
      'remedies_missing remedies',
    ]);
  });

  it('a correction notice says of each defect what is wrong and the standard it must meet', () => {
    const defects = [{ material: '申请表', defect: '未盖章', standard: '' }];
    expect(codesOf({ ...specimens.correctionNotice, defects })).toEqual(['missing defects.0']);
  });

  it('acceptance by silence is dated the day of receipt and says so on the paper', () => {
    const deemed = { ...specimens.acceptanceNotice, deemed: { lapsedOn: day('2026-03-09') } };
    expect(codesOf(deemed)).toEqual(['deemed_not_dated_back acceptedOn']);
    const lawful = { ...deemed, acceptedOn: deemed.receivedOn };
    expect(wordsOf(lawful)).toContain('受理日期为2026年3月2日');
    const checked = checkPaper(lawful);
    expect(checked.ok && paperWords(checked.value).subtitle).toBe('（视为受理）');
  });

  it('declining for want of competence names the competent authority', () => {
    expect(codesOf({ ...specimens.declinedAcceptance, competentAuthority: null })).toEqual([
      'competent_authority_missing competentAuthority',
    ]);
  });

  it('a site visit never stops the statutory clock on the strength of Art. 45', () => {
    const visit = { ...specimens.specialProcedureNotice, procedure: 'siteVisit' as const };
    expect(codesOf(visit)).toEqual(['not_a_suspension stopsStatutory']);
    expect(codesOf({ ...visit, stopsStatutory: false })).toEqual([]);
    expect(wordsOf({ ...visit, stopsStatutory: false })).toContain('法定办理期限照常计算');
    expect(codesOf({ ...visit, basis: ['《取水许可和水资源费征收管理条例》第十九条'] })).toEqual([]);
  });

  it('an extension is approved by the right head, before the limit runs out', () => {
    const { extensionNotice } = specimens;
    expect(codesOf({ ...extensionNotice, envelope: 'joint' })).toEqual(['wrong_approver approver']);
    expect(codesOf({ ...extensionNotice, approvedOn: day('2026-04-04') })).toEqual(['extension_late approvedOn']);
  });

  it('leaving papers behind needs a witness', () => {
    expect(codesOf({ ...specimens.proofOfService, method: 'leaving' })).toEqual(['witness_missing witnesses']);
  });

  it('an item that is no licence is not called one, and its receipt promises no acceptance by silence', () => {
    const other = {
      ...specimens.refusalDecision,
      item: { name: '老年人优待证办理', code: null, matter: 'other' as const },
    };
    const checked = checkPaper(other);
    expect(checked.ok && paperWords(checked.value).title).toBe('不予办理决定书');
    expect(wordsOf(other)).toContain('决定不予办理。');
    expect(wordsOf({ ...specimens.receipt, item: other.item })).not.toContain('即为受理');
  });
});

describe('numbers', () => {
  it('are 机关简称+性质+〔年〕+号, unpadded', () => {
    expect(paperNumber({ authorityShortName: '安住建', nature: '许准字', year: 2026, serial: 12 })).toBe(
      '安住建许准字〔2026〕12号',
    );
    expect(() => paperNumber({ authorityShortName: '安住建', nature: '许准字', year: 2026, serial: 0 })).toThrow(
      RangeError,
    );
  });

  it('run in one series per authority, nature and year; whole and partial grants share theirs', () => {
    expect(numberSeries('grantDecision', 'zjj', 2026)).toBe('zjj/许准字/2026');
    expect(numberSeries('partialGrant', 'zjj', 2026)).toBe('zjj/许准字/2026');
    expect(numberSeries('grantDecision', 'zjj', 2026, 'other')).toBe('zjj/审准字/2026');
    expect(numberSeries('caseFileCover', 'zjj', 2026)).toBeNull();
  });
});

describe('verification codes', () => {
  const anyCode = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(verificationCode);

  test('are read back however they are typed', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(parseVerificationCode(formatVerificationCode(code))).toEqual({ ok: true, value: code });
        expect(parseVerificationCode(` ${code.toLowerCase()}`)).toEqual({ ok: true, value: code });
      }),
    );
  });

  test('catch every wrong character and every swap of two', () => {
    const place = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(
        anyCode,
        place,
        place,
        fc.constantFrom(...Array.from('23456789ABCDEFGHJKMNPQRSTUVWXYZ')),
        (code, one, two, other) => {
          const characters = Array.from(code);
          const wrong = characters.with(one, other).join('');
          const swapped = characters.with(one, code.charAt(two)).with(two, code.charAt(one)).join('');
          for (const slip of [wrong, swapped]) expect(parseVerificationCode(slip).ok).toBe(slip === code);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses the characters nobody can tell apart', () => {
    expect(parseVerificationCode('0OIL-1111-1111').ok).toBe(false);
  });
});
