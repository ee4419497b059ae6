import type { Screen } from './screen.ts';
import { all, click, failing, offline, press, type, unanswered } from './states.ts';

const API = '**/api/v1';
const nth = (position: number): string => `[role=tab]:nth-of-type(${String(position)})`;

const door: readonly Screen[] = [
  { name: 'desk-sign-in', path: '/desk/' },
  { name: 'desk-sign-in-errors', path: '/desk/', act: click('button[type=submit]') },
  {
    name: 'desk-sign-in-factor',
    path: '/desk/',
    act: all(type('#username', 'an.quan'), type('#password', 'demo-yimen-2026'), click('button[type=submit]')),
  },
  { name: 'desk-nowhere', user: 'zhou.min', path: '/desk/nowhere' },
  { name: 'desk-account', user: 'zhou.min', path: '/desk/account' },
  { name: 'desk-account-totp', user: 'zhou.min', path: '/desk/account', act: click('.account section button') },
  { name: 'desk-account-loading', user: 'zhou.min', path: '/desk/account', before: unanswered(`${API}/account`) },
  { name: 'desk-account-failing', user: 'zhou.min', path: '/desk/account', before: failing(`${API}/account`) },
];

const queue: readonly Screen[] = [
  { name: 'desk-queue', user: 'li.qing', path: '/desk/queue' },
  { name: 'desk-queue-all', user: 'zhou.min', path: '/desk/queue?scope=all' },
  { name: 'desk-queue-empty', user: 'zhou.min', path: '/desk/queue?q=zzzz' },
  { name: 'desk-queue-loading', user: 'zhou.min', path: '/desk/queue', before: unanswered(`${API}/desk/queue*`) },
  { name: 'desk-queue-failing', user: 'zhou.min', path: '/desk/queue', before: failing(`${API}/desk/queue*`) },
  { name: 'desk-queue-offline', user: 'zhou.min', path: '/desk/queue', act: offline },
  { name: 'desk-keys', user: 'zhou.min', path: '/desk/queue', act: press('?') },
];

const pick = all(type('[role=combobox]', '施工许可'), click('[role=listbox] [role=option]'));
const intake: readonly Screen[] = [
  { name: 'desk-intake', user: 'zhou.min', path: '/desk/intake' },
  { name: 'desk-intake-sheet', user: 'zhou.min', path: '/desk/intake', act: pick },
  { name: 'desk-intake-errors', user: 'zhou.min', path: '/desk/intake', act: all(pick, press('F4')) },
  { name: 'desk-checklist', user: 'zhou.min', path: '/desk/checklist' },
  { name: 'desk-checklist-item', user: 'zhou.min', path: '/desk/checklist/construction-permit' },
  { name: 'desk-checklist-unknown', user: 'zhou.min', path: '/desk/checklist/nowhere' },
  { name: 'desk-intake-done', user: 'zhou.min', path: '/desk/intake/done/{received}' },
];

const user = 'li.qing';
const cases: readonly Screen[] = [
  { name: 'desk-case', user, path: '/desk/cases/{case}' },
  ...['materials', 'form', 'clocks', 'papers', 'record'].map((name, at) => ({
    name: `desk-case-${name}`,
    user,
    path: '/desk/cases/{case}',
    act: click(nth(at + 2)),
  })),
  { name: 'desk-case-act', user: 'zhou.min', path: '/desk/cases/{received}', act: click('.act-list button') },
  {
    name: 'desk-case-act-errors',
    user: 'zhou.min',
    path: '/desk/cases/{received}',
    act: click('.act-list button:nth-of-type(3)', '#acts form button[type=submit]'),
  },
  { name: 'desk-case-reveal', user: 'zhou.min', path: '/desk/cases/{received}', act: click(nth(3), '.masked button') },
  { name: 'desk-case-loading', user, path: '/desk/cases/{case}', before: unanswered(`${API}/desk/cases/*`) },
  { name: 'desk-case-failing', user, path: '/desk/cases/{case}', before: failing(`${API}/desk/cases/*`) },
  { name: 'desk-case-unknown', user, path: '/desk/cases/nowhere' },
  { name: 'desk-sign-off', user: 'zhao.yan', path: '/desk/sign-off' },
  { name: 'desk-sign-off-empty', user: 'zhou.min', path: '/desk/sign-off' },
  { name: 'desk-sign-off-loading', user: 'zhao.yan', path: '/desk/sign-off', before: unanswered(`${API}/desk/queue*`) },
  { name: 'desk-sign-off-failing', user: 'zhao.yan', path: '/desk/sign-off', before: failing(`${API}/desk/queue*`) },
  { name: 'desk-sign-off-case', user: 'zhao.yan', path: '/desk/sign-off/{signOff}' },
  { name: 'desk-delivery', user: 'tan.song', path: '/desk/delivery' },
  { name: 'desk-delivery-case', user: 'tan.song', path: '/desk/delivery/{delivery}' },
  { name: 'desk-delivery-empty', user: 'zhou.min', path: '/desk/delivery' },
  { name: 'desk-delivery-failing', user: 'tan.song', path: '/desk/delivery', before: failing(`${API}/desk/queue*`) },
];

const watch = `${API}/desk/supervision`;
const supervision: readonly Screen[] = [
  { name: 'desk-board', user: 'yu.cha', path: '/desk/supervision' },
  { name: 'desk-board-stale', user: 'yu.cha', path: '/desk/supervision', before: failing(`${watch}/events`) },
  { name: 'desk-board-loading', user: 'yu.cha', path: '/desk/supervision', before: unanswered(`${watch}/*`) },
  { name: 'desk-board-failing', user: 'yu.cha', path: '/desk/supervision', before: failing(`${watch}/*`) },
  { name: 'desk-board-rows', user: 'yu.cha', path: '/desk/supervision/rows?figure=inHand' },
  {
    name: 'desk-board-rows-failing',
    user: 'yu.cha',
    path: '/desk/supervision/rows?figure=inHand',
    before: failing(`${watch}/rows*`),
  },
  { name: 'desk-cards', user: 'yu.cha', path: '/desk/supervision/cards?show=all' },
  { name: 'desk-cards-empty', user: 'yu.cha', path: '/desk/supervision/cards?show=mine&level=red' },
  { name: 'desk-cards-failing', user: 'yu.cha', path: '/desk/supervision/cards', before: failing(`${watch}/cards*`) },
  { name: 'desk-card', user: 'yu.cha', path: '/desk/supervision/cards/{card}' },
  { name: 'desk-card-act', user: 'yu.cha', path: '/desk/supervision/cards/{card}', act: click('#acts button') },
  { name: 'desk-rules', user: 'yu.cha', path: '/desk/supervision/rules' },
  {
    name: 'desk-rules-form',
    user: 'yu.cha',
    path: '/desk/supervision/rules',
    act: click('details.card-acts summary', 'details.card-acts details summary'),
  },
  { name: 'desk-card-unknown', user: 'yu.cha', path: '/desk/supervision/cards/nowhere' },
];

const coverage = '/desk/supervision/coverage';
const ledger = '/desk/supervision/ledgers/{authority}/{kind}/{month}';
const scores: readonly Screen[] = [
  { name: 'desk-coverage', user: 'yu.cha', path: coverage },
  { name: 'desk-coverage-failing', user: 'yu.cha', path: coverage, before: failing(`${watch}/coverage*`) },
  { name: 'desk-ledger', user: 'yu.cha', path: ledger },
  { name: 'desk-scores', user: 'yu.cha', path: '/desk/supervision/scores' },
  {
    name: 'desk-scores-failing',
    user: 'yu.cha',
    path: '/desk/supervision/scores',
    before: failing(`${watch}/scores*`),
  },
  { name: 'desk-powers', user: 'yu.cha', path: '/desk/supervision/powers' },
  { name: 'desk-account-open', user: 'yu.cha', path: '/desk/supervision/accountability?department=zhujian' },
  { name: 'desk-post-scores', user: 'yu.cha', path: '/desk/supervision/posts' },
  { name: 'desk-post-scores-own', user: 'li.qing', path: '/desk/supervision/posts' },
  { name: 'desk-post-scores-none', user: 'mu.lu', path: '/desk/supervision/posts' },
  { name: 'desk-post-score', user: 'yu.cha', path: '/desk/supervision/posts/hall-clerk-project/{month}' },
  { name: 'desk-reports', user: 'yu.cha', path: '/desk/supervision/reports?kind=monthly' },
  {
    name: 'desk-reports-failing',
    user: 'yu.cha',
    path: '/desk/supervision/reports',
    before: failing(`${watch}/reports*`),
  },
  { name: 'desk-proposals', user: 'yu.cha', path: '/desk/supervision/proposals' },
  { name: 'desk-proposal-new', user: 'yu.cha', path: '/desk/supervision/proposals?card={card}' },
  { name: 'desk-proposal', user: 'yu.cha', path: '/desk/supervision/proposals/{proposal}' },
  { name: 'desk-accounts', user: 'yu.cha', path: '/desk/supervision/accountability' },
  { name: 'desk-account-new', user: 'yu.cha', path: '/desk/supervision/accountability?card={card}' },
  {
    name: 'desk-account-find',
    user: 'yu.cha',
    path: '/desk/supervision/accountability/{accountability}',
    act: click('#acts .choice button:nth-of-type(2)'),
  },
  { name: 'desk-misconduct', user: 'yu.cha', path: '/desk/supervision/misconduct' },
  { name: 'desk-publications', user: 'gao.jun', path: '/desk/supervision/publications' },
  { name: 'desk-score', user: 'yu.cha', path: '/desk/supervision/scores/{authority}/{month}' },
  {
    name: 'desk-score-own-sheet',
    user: 'yu.cha',
    path: '/desk/supervision/scores/{authority}/{month}',
    act: click('details.card-acts:last-of-type summary'),
  },
];

const past = '/desk/history/{log}';
const history: readonly Screen[] = [
  { name: 'desk-history', user: 'yu.cha', path: '/desk/history' },
  { name: 'desk-history-failing', user: 'yu.cha', path: '/desk/history', before: failing(`${API}/desk/history/*`) },
  ...['map', 'paths', 'waiting', 'rework', 'conformance', 'people', 'rehearsal'].map((view) => ({
    name: `desk-log-${view}`,
    user: 'yu.cha',
    path: `${past}?view=${view}`,
  })),
  { name: 'desk-log-unknown', user: 'yu.cha', path: '/desk/history/nowhere' },
  { name: 'desk-rehearsal', user: 'yu.cha', path: '/desk/history/rehearsals/{rehearsal}' },
];

const lists = `${API}/desk/catalogue/changes`;
const changes: readonly Screen[] = [
  { name: 'desk-changes', user: 'mu.lu', path: '/desk/changes' },
  { name: 'desk-changes-failing', user: 'mu.lu', path: '/desk/changes', before: failing(`${lists}*`) },
  { name: 'desk-change-new', user: 'gao.jun', path: '/desk/changes/new?kind=split' },
  { name: 'desk-change-unknown', user: 'mu.lu', path: '/desk/changes/nowhere' },
  { name: 'desk-changes-statistics', user: 'mu.lu', path: '/desk/changes/statistics' },
];

const whole = '/desk/catalogue/water-abstraction';
const catalogue: readonly Screen[] = [
  { name: 'desk-catalogue', user: 'mu.lu', path: '/desk/catalogue' },
  { name: 'desk-catalogue-empty', user: 'mu.lu', path: '/desk/catalogue?q=zzzz' },
  {
    name: 'desk-catalogue-loading',
    user: 'mu.lu',
    path: '/desk/catalogue',
    before: unanswered(`${API}/desk/catalogue/items*`),
  },
  {
    name: 'desk-catalogue-failing',
    user: 'mu.lu',
    path: '/desk/catalogue',
    before: failing(`${API}/desk/catalogue/items*`),
  },
  { name: 'desk-words', user: 'mu.lu', path: '/desk/catalogue/words' },
  { name: 'desk-star-rules', user: 'mu.lu', path: '/desk/catalogue/stars' },
  {
    name: 'desk-star-rules-failing',
    user: 'mu.lu',
    path: '/desk/catalogue/stars',
    before: failing(`${API}/desk/catalogue/star-rules*`),
  },
  { name: 'desk-words-read', user: 'gao.jun', path: '/desk/catalogue/words?q=zzzz' },
  {
    name: 'desk-words-failing',
    user: 'mu.lu',
    path: '/desk/catalogue/words',
    before: failing(`${API}/desk/catalogue/words*`),
  },
  ...['edit', 'situations', 'drawings', 'difference', 'versions'].map((part) => ({
    name: `desk-item-${part}`,
    user: 'mu.lu',
    path: `${whole}?part=${part}`,
  })),
  { name: 'desk-manual', user: 'zhou.min', path: `${whole}/manual` },
  { name: 'desk-manual-unknown', user: 'zhou.min', path: '/desk/catalogue/nowhere/manual' },
  {
    name: 'desk-manual-loading',
    user: 'zhou.min',
    path: `${whole}/manual`,
    before: unanswered(`${API}/desk/catalogue/items/*/manual*`),
  },
  { name: 'desk-item-reader', user: 'gao.jun', path: whole },
  { name: 'desk-catalogue-county', user: 'tang.lu', path: '/desk/catalogue' },
  { name: 'desk-templates', user: 'tang.lu', path: '/desk/catalogue/templates' },
  { name: 'desk-templates-empty', user: 'tang.lu', path: '/desk/catalogue/templates?q=zzzz' },
  {
    name: 'desk-templates-failing',
    user: 'tang.lu',
    path: '/desk/catalogue/templates',
    before: failing(`${API}/desk/catalogue/templates*`),
  },
  { name: 'desk-item-template', user: 'tang.lu', path: '/desk/catalogue/food-operation?part=template' },
  {
    name: 'desk-item-template-failing',
    user: 'tang.lu',
    path: '/desk/catalogue/food-operation?part=template',
    before: failing(`${API}/desk/catalogue/items/*/template`),
  },
  { name: 'desk-workbook', user: 'mu.lu', path: '/desk/catalogue/workbook' },
  { name: 'desk-migration', user: 'gao.jun', path: '/desk/catalogue/construction-permit/migration' },
  { name: 'desk-item-unknown', user: 'mu.lu', path: '/desk/catalogue/nowhere' },
];

const proof: readonly Screen[] = [
  { name: 'desk-proof', user: 'yu.cha', path: '/desk/proof' },
  { name: 'desk-proof-failing', user: 'yu.cha', path: '/desk/proof', before: failing(`${API}/desk/proof`) },
];

const office = `${API}/administration`;
const administration: readonly Screen[] = [
  { name: 'desk-system', user: 'guan.li', path: '/desk/administration/system' },
  {
    name: 'desk-system-confirm',
    user: 'guan.li',
    path: '/desk/administration/system',
    act: click('.grid tbody button'),
  },
  { name: 'desk-system-failing', user: 'guan.li', path: '/desk/administration/system', before: failing(`${office}/*`) },
  {
    name: 'desk-system-loading',
    user: 'guan.li',
    path: '/desk/administration/system',
    before: unanswered(`${office}/*`),
  },
  { name: 'desk-security', user: 'an.quan', path: '/desk/administration/security' },
  {
    name: 'desk-security-failing',
    user: 'an.quan',
    path: '/desk/administration/security',
    before: failing(`${office}/*`),
  },
  { name: 'desk-record', user: 'shen.ji', path: '/desk/administration/record' },
  { name: 'desk-record-empty', user: 'shen.ji', path: '/desk/administration/record?person=nobody' },
  {
    name: 'desk-record-failing',
    user: 'shen.ji',
    path: '/desk/administration/record',
    before: failing(`${office}/record*`),
  },
];

/** Every screen of the desk, and its states: at rest, empty, loading, refused, offline. */
export const deskScreens: readonly Screen[] = [
  ...door,
  ...queue,
  ...intake,
  ...cases,
  ...supervision,
  ...scores,
  ...history,
  ...changes,
  ...catalogue,
  ...proof,
  ...administration,
];
