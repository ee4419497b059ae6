import { isAdministrator, roles } from '@yimen/core/people';
import type { RoutePolicy } from '../platform/http/index.ts';

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

/** Who may call what, as a page for people; made from the table the server enforces. */
export function policyTable(policies: readonly RoutePolicy[]): string {
  const shown = policies.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');
  const ofApi = shown.filter(({ url }) => url.startsWith('/api/') && !url.endsWith('*'));
  const callers = ['anybody', 'tracking token', ...roles];
  const lines = ofApi
    .toSorted((one, other) => (`${one.url} ${one.method}` < `${other.url} ${other.method}` ? -1 : 1))
    .map(({ method, url, policy }) => cells(`\`${method} ${url}\``, ...callers.map((caller) => mark(policy, caller))));
  return [
    '# 谁可以调用什么 / Who may call what',
    '',
    '由 `npm run docs:refusals` 从服务器执行的表生成，请勿手改。 Made by `npm run docs:refusals` from the table the server enforces; do not edit.',
    '',
    '● 可以调用；空白为 401 或 403。路由之内还要看授权书、机关、事项和日期（`mayAct`），看不到的办件一律 404。',
    '● may call; blank is 401 or 403. Within a route the authorisation, authority, item and day decide (`mayAct`); a case one may not see is 404.',
    '',
    cells('route', ...callers),
    cells('---', ...callers.map(() => '---')),
    ...lines,
    '',
  ].join('\n');
}

function mark(policy: RoutePolicy['policy'], caller: string): string {
  if (policy === 'public') return '●';
  if (policy === 'tracking') return caller === 'tracking token' ? '●' : '';
  if (caller === 'anybody' || caller === 'tracking token') return '';
  if (policy === 'account') return '●';
  if (policy === 'staff') return isAdministrator(roles.filter((role) => role === caller)) ? '' : '●';
  return policy.roles.some((role) => role === caller) ? '●' : '';
}
