import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrationRefusals, refusalOf, refusals, type RefusalCode } from '@yimen/core/casework';
import { changeRefusals } from '@yimen/core/catalogue';
import { clockRefusals } from '@yimen/core/clock';
import { actRefusals } from '@yimen/core/people';
import { scoreRefusals } from '@yimen/core/performance';
import { ratingRefusals } from '@yimen/core/rating';
import {
  accountabilityRefusals,
  cardRefusals,
  coverageRefusals,
  proposalRefusals,
  publicationRefusals,
  ruleSetRefusals,
} from '@yimen/core/supervision';
import { CATALOGUE_REFUSALS, TEMPLATE_REFUSALS } from '../modules/catalogue/index.ts';
import { unknownRefusals } from '../modules/casework/refusal.ts';
import { peopleRefusals } from '../modules/people/index.ts';
import { VERSION_CHANGED } from '../modules/casework/routes/migrations.ts';
import { FILED_ALREADY } from '../modules/casework/routes/drafts.ts';
import { CONFORMANCE_REFUSALS, HISTORY_REFUSALS, LOG_REFUSALS, REFORM_REFUSALS } from '../modules/history/index.ts';
import { PROOF_REFUSALS } from '../modules/proof/index.ts';
import { PAPER_REFUSALS } from '../modules/casework/routes/deskPapers.ts';
import { REVEAL_REFUSALS } from '../modules/casework/routes/reveals.ts';
import { platformWords, statusOf } from '../platform/http/problems.ts';
import { UPLOAD_REFUSALS } from '../platform/uploads/index.ts';

interface Row {
  readonly code: string;
  readonly module: string;
  readonly zh: string;
  readonly en: string;
  readonly article?: string | undefined;
  readonly fields: readonly (string | undefined)[];
}

interface Told {
  readonly zh: string;
  readonly en: string;
  readonly article?: string;
}

const CORE = fileURLToPath(new URL('../../../../packages/core/src/', import.meta.url));

/** The programs of one core module, in one text. */
function sourceOf(module: string): string {
  const files = readdirSync(`${CORE}${module}`).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return files.map((name) => readFileSync(`${CORE}${module}/${name}`, 'utf8')).join('\n');
}

/**
 * The fields a code is told with: what stands beside it where it is made. One that is worked out there is shown as `…`;
 * undefined stands for being told without any.
 */
function fieldsOf(code: string, source: string): readonly (string | undefined)[] {
  const made = source.matchAll(
    new RegExp(
      `'${code}'( : '\\w+')?(?<more>,\\s*(\\w+\\s*\\)|['\`](?<plain>[\\w.]+)|\\{\\s*field(: ['\`](?<field>[^'\`]+))?))?`,
      'g',
    ),
  );
  const found = [...made].map(({ groups = {} }) =>
    groups['more'] === undefined
      ? undefined
      : (groups['field'] ?? groups['plain'] ?? '…').replaceAll(/\$\{[^}]*\}/g, '…'),
  );
  return [...new Set(found)];
}

function coreRows(
  module: string,
  table: Readonly<Record<string, unknown>>,
  tell: (code: string) => Told,
): readonly Row[] {
  const source = sourceOf(module);
  return Object.keys(table).map((code) => ({ code, module, ...tell(code), fields: fieldsOf(code, source) }));
}

const told = (table: Readonly<Record<string, Told>>) => (code: string) => table[code] ?? { zh: '', en: '' };

/** Words and article as an act is answered with them; `{}` stays where something is named. */
function ofCase(code: string): Told {
  const { words, article } = refusalOf(code as RefusalCode, { about: '{}' });
  return { ...words, ...(article === undefined ? {} : { article }) };
}

interface Whole {
  readonly code: string;
  readonly field?: string;
  readonly article?: string;
  readonly words?: { readonly zh: string; readonly en: string };
}

function wholeRows(module: string, refused: readonly Whole[]): readonly Row[] {
  return refused.flatMap(({ code, field, words, article }) =>
    words === undefined ? [] : [{ code, module, fields: [field], ...words, article }],
  );
}

function clockRows(): readonly Row[] {
  return [...clockRefusals.values()].map(({ code, article, message, messageEn }) => ({
    code,
    module: 'clock',
    article,
    zh: `${message}。`,
    en: `${messageEn}.`,
    fields: [],
  }));
}

const HISTORY = [LOG_REFUSALS, ...[HISTORY_REFUSALS, CONFORMANCE_REFUSALS, REFORM_REFUSALS].map(Object.values)].flat();

function rows(): readonly Row[] {
  return [
    ...Object.entries(platformWords).map(([code, { zh, en }]) => ({
      code,
      module: 'platform',
      zh,
      en,
      fields: [undefined],
    })),
    ...coreRows('casework', refusals, ofCase),
    ...coreRows('casework', migrationRefusals, told(migrationRefusals)),
    ...wholeRows('casework', [
      ...Object.values(unknownRefusals),
      FILED_ALREADY,
      VERSION_CHANGED,
      ...Object.values(REVEAL_REFUSALS),
      ...Object.values(PAPER_REFUSALS),
    ]),
    ...wholeRows('catalogue', Object.values(CATALOGUE_REFUSALS)),
    ...wholeRows('catalogue/template', Object.values(TEMPLATE_REFUSALS)),
    ...coreRows('people', actRefusals, told(actRefusals)),
    ...wholeRows('people', peopleRefusals),
    ...coreRows('rating', ratingRefusals, told(ratingRefusals)),
    ...coreRows('catalogue/change', changeRefusals, told(changeRefusals)),
    ...coreRows('supervision/accountability', accountabilityRefusals, told(accountabilityRefusals)),
    ...coreRows('supervision/card', cardRefusals, told(cardRefusals)),
    ...coreRows('supervision/coverage', coverageRefusals, told(coverageRefusals)),
    ...coreRows('supervision/proposal', proposalRefusals, told(proposalRefusals)),
    ...coreRows('supervision/publishing', publicationRefusals, told(publicationRefusals)),
    ...coreRows('supervision/revision', ruleSetRefusals, told(ruleSetRefusals)),
    ...coreRows('performance', scoreRefusals, told(scoreRefusals)),
    ...clockRows(),
    ...wholeRows('proof', Object.values(PROOF_REFUSALS)),
    ...wholeRows('history', HISTORY),
    ...wholeRows('uploads', Object.values(UPLOAD_REFUSALS)),
  ];
}

/** Every refusal with its statuses: 422 where a field is named with it, else 409, unless the code has one of its own. */
export function refusalRows(): readonly (Row & { readonly statuses: readonly number[] })[] {
  return rows().map((row) => {
    const { code, fields } = row;
    const statuses = fields.map((field) => statusOf(field === undefined ? { code } : { code, field }));
    return { ...row, statuses: [...new Set(statuses)].toSorted((one, other) => one - other) };
  });
}

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

/** Every refusal there is, as a page for people; made from the tables the program answers with. */
export function refusalTable(): string {
  const lines = refusalRows().map(({ code, statuses, zh, en, article = '', fields, module }) => {
    const named = fields.filter((field) => field !== undefined).toSorted();
    return cells(`\`${code}\``, statuses.join(', '), zh, en, article, named.join(', '), module);
  });
  return [
    '# 拒绝一览 / Every refusal',
    '',
    '由 `npm run docs:refusals` 从程序所用的表生成，请勿手改。 Made by `npm run docs:refusals` from the tables the program answers with; do not edit.',
    '',
    '每次拒绝都是 `application/problem+json`（RFC 9457），`type` 为 `urn:yimen:problem:<code>`。`{}` 处是所涉内容；许可法 = 行政许可法；`…` 是表单里的位置。没有 HTTP 状态的只在程序内部使用。',
    'Every refusal is `application/problem+json` (RFC 9457) of type `urn:yimen:problem:<code>`. `{}` stands for what it concerns, `…` for a place in the form; what has no HTTP status is told inside the program only. With several acts in one request the field begins with `commands.<n>.`.',
    '',
    cells('code', 'HTTP', '中文', 'English', '条文 / article', 'field', 'module'),
    cells('---', '---', '---', '---', '---', '---', '---'),
    ...lines,
    '',
  ].join('\n');
}
