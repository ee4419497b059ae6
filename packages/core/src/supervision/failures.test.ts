import { expect, test } from 'vitest';
import { duties, failures, families, otherAnswers, shippedRuleSet, type Failure, type Words } from './index.ts';

const codes = (Object.keys(failures) as Failure[]).toSorted();

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
const both = (words: Words | undefined): string => (words === undefined ? '—' : `${words.zh} / ${words.en}`);

function row(code: Failure): string {
  const found = shippedRuleSet.rules.filter(({ finds }) => finds.includes(code));
  const rules = found.map((rule) => `${rule.code} ${rule.name.zh}`).join('；');
  const { prevented, notYet } = otherAnswers[code] ?? {};
  return cells(code, both(failures[code]), rules === '' ? '—' : rules, both(prevented), both(notYet));
}

/** What has gone wrong in real halls, with what finds it, what prevents it, and what cannot be found yet. */
const page = [
  '# 二十八种失灵及对策 / Twenty-eight failures and what there is against each',
  '',
  '由 `npm run docs:refusals` 从程序所用的表生成，请勿手改。 Made by `npm run docs:refusals` from the tables the program works with; do not edit.',
  '',
  `规则集 / rule set: \`${shippedRuleSet.code}\` ${shippedRuleSet.title.zh}，${String(shippedRuleSet.rules.length)} 条规则 / rules.`,
  '',
  cells(
    '编号 / code',
    '失灵 / failure',
    '发现它的规则 / rules that find it',
    '防止它的设计 / prevented by',
    '尚不能 / not yet',
  ),
  cells('---', '---', '---', '---', '---'),
  ...codes.map(row),
  '',
  '## 监察事项与规则 / What is watched for, and by which rule',
  '',
  cells('类别 / family', '事项 / matter', '规则 / rules', '尚不能 / not yet'),
  cells('---', '---', '---', '---'),
  ...duties.map(({ family, name, rules, notYet }) =>
    cells(both(families[family]), both(name), rules.length === 0 ? '—' : rules.join(', '), both(notYet)),
  ),
  '',
].join('\n');

test('the page of failures is the one the tables make (else: npm run docs:refusals)', async () => {
  await expect(page).toMatchFileSnapshot('../../../../docs/failures.md');
});

test('each matter is found by shipped rules or says why not yet, and every rule of a case is of some matter', () => {
  const shipped = new Set(shippedRuleSet.rules.map(({ code }) => code));
  expect(duties.filter(({ rules, notYet }) => rules.length > 0 === (notYet !== undefined))).toEqual([]);
  expect(duties.flatMap(({ rules }) => rules).filter((code) => !shipped.has(code))).toEqual([]);
  const watched = new Set(duties.flatMap(({ rules }) => rules));
  expect([...shipped].filter((code) => !watched.has(code))).toEqual(['P08', 'P09', 'P10', 'U01', 'O01']);
});

test('each of the twenty-eight is found by a rule, prevented by a design, or said to be not yet possible', () => {
  expect(codes).toHaveLength(28);
  expect(page).not.toContain('| — | — | — |');
});
