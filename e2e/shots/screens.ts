/** One screen to be looked at: who sees it, where it is, and what is done before the picture. */
export interface Screen {
  readonly name: string;
  /** A demonstration account; absent on the public's side. */
  readonly user?: string;
  readonly path: string;
  /** CSS of what is clicked, in order. */
  readonly click?: readonly string[];
}

const firstCase = 'a.number';
const tab = (position: number): string => `[role=tab]:nth-of-type(${String(position)})`;

export const screens: readonly Screen[] = [
  { name: 'portal-home', path: '/' },
  { name: 'portal-search', path: '/halls/410500?q=开网吧' },
  { name: 'portal-nothing-found', path: '/halls/410500?q=zzzz' },
  { name: 'portal-guide', path: '/halls/410500/items/water-abstraction' },
  { name: 'portal-guide-instant', path: '/halls/410500/items/individual-business-registration' },
  { name: 'portal-track', path: '/track' },
  { name: 'portal-verify', path: '/verify' },
  { name: 'portal-unknown-code', path: '/verify/ABCDEFGH2345' },
  { name: 'portal-not-found', path: '/nowhere' },
  { name: 'portal-application', path: '/halls/410500/items/construction-permit', click: ['.start button'] },
  {
    name: 'portal-first-question',
    path: '/halls/410500/items/construction-permit',
    click: ['.start button', 'a.primary'],
  },
  {
    name: 'portal-errors',
    path: '/halls/410500/items/construction-permit',
    click: ['.start button', 'a.primary', 'button.primary'],
  },
  { name: 'desk-sign-in', path: '/desk/' },
  { name: 'desk-queue', user: 'li.qing', path: '/desk/queue' },
  { name: 'desk-intake', user: 'zhou.min', path: '/desk/intake' },
  { name: 'desk-case', user: 'li.qing', path: '/desk/queue', click: [firstCase] },
  { name: 'desk-case-materials', user: 'li.qing', path: '/desk/queue', click: [firstCase, tab(2)] },
  { name: 'desk-case-clocks', user: 'li.qing', path: '/desk/queue', click: [firstCase, tab(4)] },
  { name: 'desk-case-papers', user: 'li.qing', path: '/desk/queue', click: [firstCase, tab(5)] },
  { name: 'desk-case-record', user: 'li.qing', path: '/desk/queue', click: [firstCase, tab(6)] },
  {
    name: 'desk-act-form',
    user: 'zhou.min',
    path: '/desk/queue',
    click: [firstCase, '.act-list button:nth-of-type(2)'],
  },
  { name: 'desk-sign-off', user: 'zhao.yan', path: '/desk/sign-off', click: ['main a'] },
  { name: 'desk-delivery', user: 'tan.song', path: '/desk/delivery', click: ['main a'] },
];
