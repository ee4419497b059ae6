import type { Screen } from './screen.ts';
import { all, appears, click } from './states.ts';

const item = '/halls/410500/items/construction-permit';
const user = 'citizen';
const refused = all(click('button.primary'), appears('.ym-errors'));

/** Every page of the public's side, and its states. */
export const portalScreens: readonly Screen[] = [
  { name: 'portal-home', path: '/' },
  { name: 'portal-hall', path: '/halls/410500' },
  { name: 'portal-search', path: '/halls/410500?q=开网吧' },
  { name: 'portal-nothing-found', path: '/halls/410500?q=zzzz' },
  { name: 'portal-lists', path: '/halls/410500/lists?kind=confirmation' },
  { name: 'portal-changes', path: '/halls/410500/changes' },
  { name: 'portal-figures', path: '/halls/410500/figures?base=2026-01-01&figure=online' },
  { name: 'portal-guide', path: '/halls/410500/items/water-abstraction' },
  { name: 'portal-guide-instant', path: '/halls/410500/items/individual-business-registration' },
  { name: 'portal-performance', path: '/halls/410500/performance' },
  { name: 'portal-performance-rows', path: '/halls/410500/performance/rows' },
  { name: 'portal-resume', path: '/resume' },
  { name: 'portal-resume-errors', path: '/resume', act: refused },
  { name: 'portal-track', path: '/track' },
  { name: 'portal-track-errors', path: '/track', act: refused },
  { name: 'portal-verify', path: '/verify' },
  { name: 'portal-verify-unknown', path: '/verify/ABCDEFGH2345' },
  { name: 'portal-proof', path: '/verify/{paper}/proof' },
  { name: 'portal-proof-differs', path: `/verify/{paper}/proof?entry=${'0'.repeat(64)}` },
  { name: 'portal-proof-unknown', path: '/verify/ABCDEFGH2345/proof' },
  { name: 'portal-receipt-unknown', path: `/receipt/${'0'.repeat(64)}` },
  { name: 'portal-not-found', path: '/nowhere' },
  { name: 'portal-problem-403', path: '/problem/403' },
  { name: 'portal-problem-413', path: '/problem/413' },
  { name: 'portal-problem-429', path: '/problem/429' },
  { name: 'portal-problem-503', path: '/problem/503' },
  { name: 'portal-apply', user, path: '{draft}' },
  { name: 'portal-apply-who', user, path: '{draft}/who' },
  { name: 'portal-apply-who-errors', path: item, act: all(click('.start button', 'a.primary'), refused) },
  { name: 'portal-apply-applicant', user, path: '{draft}/applicant' },
  { name: 'portal-apply-applicant-errors', user, path: '{draft}/applicant', act: refused },
  { name: 'portal-apply-agent', user, path: '{draft}/agent' },
  { name: 'portal-apply-questions', user, path: '{draft}/questions/{group}' },
  { name: 'portal-apply-questions-errors', user, path: '{draft}/questions/{group}', act: refused },
  { name: 'portal-apply-materials', user, path: '{draft}/materials' },
  { name: 'portal-apply-check', user, path: '{draft}/check' },
  { name: 'portal-apply-changes', user, path: '{draft}/changes' },
  { name: 'portal-done', user, path: '{done}' },
  { name: 'portal-case', user, path: '{waiting}' },
  { name: 'portal-correction', user, path: '{waiting}/correction' },
  { name: 'portal-withdrawal', user, path: '{waiting}/withdrawal' },
  {
    name: 'portal-withdrawal-errors',
    user,
    path: '{waiting}/withdrawal',
    act: all(click('main form button.warning'), appears('.ym-errors')),
  },
  { name: 'portal-case-withdrawn', user, path: '{ended}' },
  { name: 'portal-rating', user, path: '{ended}/rating' },
];
