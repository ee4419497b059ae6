import { useMessages } from '@yimen/ui';
import { Suspense, useState, type JSX } from 'react';
import { Navigate, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { LiveCounts } from '../features/counts/LiveCounts.tsx';
import { TimeControl } from '../features/demo/TimeControl.tsx';
import { SearchBox } from '../features/queue/SearchBox.tsx';
import { CardBadge } from '../features/supervision/CardBadge.tsx';
import { SignedIn } from '../features/session/SignedIn.tsx';
import { DraftsGate } from '../shared/drafts/DraftsGate.tsx';
import { useKeys } from '../shared/keys/useKeys.ts';
import { ADMINISTRATIONS, administrationOf } from '../shared/administrators.ts';
import { useSignedIn } from '../shared/session.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Offline } from './Offline.tsx';

const messages = {
  product: { zh: '一门 · 工作台', en: 'Yimen · Desk' },
  skip: { zh: '跳到主要内容', en: 'Skip to the main content' },
  main: { zh: '主导航', en: 'Main navigation' },
  menu: { zh: '菜单', en: 'Menu' },
  queue: { zh: '我的待办', en: 'My queue' },
  intake: { zh: '收件登记', en: 'Intake' },
  checklist: { zh: '材料清单', en: 'Checklist' },
  signOff: { zh: '签批', en: 'Sign-off' },
  delivery: { zh: '出件送达', en: 'Delivery' },
  board: { zh: '监察看板', en: 'Supervision' },
  cards: { zh: '监察牌', en: 'Cards' },
  history: { zh: '历史分析', en: 'History' },
  scores: { zh: '部门计分', en: 'Scores' },
  posts: { zh: '岗位计分', en: 'Post scores' },
  reports: { zh: '日清周结月报', en: 'Reports' },
  proposals: { zh: '监察建议书', en: 'Proposals' },
  accountability: { zh: '责任追究', en: 'Accountability' },
  publications: { zh: '决定公示', en: 'Publication' },
  coverage: { zh: '台账对账', en: 'Ledgers' },
  catalogue: { zh: '事项管理', en: 'Catalogue' },
  changes: { zh: '清单调整', en: 'Changes' },
  proof: { zh: '存证', en: 'Proof' },
  system: { zh: '系统管理', en: 'System' },
  security: { zh: '安全管理', en: 'Security' },
  record: { zh: '审计记录', en: 'Record' },
};

/** Which post sees which screen in its menu. Others may still open it by address; the server decides every act. */
const BOARD = ['supervisor', 'dutyManager', 'windowHead', 'authorityHead', 'chiefRepresentative'];
/** Who works at a scored post sees its score; whoever answers for posts comes there from the scores of departments. */
const POSTS = ['windowClerk', 'examiner', 'approver', 'legalReviewer', 'sealKeeper', 'deliveryClerk'];
const MENU = [
  { to: '/queue', name: 'queue', roles: [] },
  { to: '/intake', name: 'intake', roles: ['windowClerk', 'windowHead'] },
  { to: '/checklist', name: 'checklist', roles: ['windowClerk', 'windowHead'] },
  { to: '/sign-off', name: 'signOff', roles: ['chiefRepresentative', 'authorityHead'] },
  { to: '/delivery', name: 'delivery', roles: ['sealKeeper', 'deliveryClerk'] },
  { to: '/supervision', name: 'board', roles: BOARD },
  {
    to: '/supervision/cards',
    name: 'cards',
    roles: ['supervisor', 'dutyManager', 'authorityHead', 'chiefRepresentative'],
  },
  { to: '/history', name: 'history', roles: ['supervisor', 'dutyManager', 'catalogueEditor'] },
  {
    to: '/supervision/coverage',
    name: 'coverage',
    roles: ['supervisor', 'dutyManager', 'windowHead', 'authorityHead', 'chiefRepresentative'],
  },
  { to: '/supervision/scores', name: 'scores', roles: ['supervisor', 'dutyManager', 'authorityHead'] },
  { to: '/supervision/posts', name: 'posts', roles: POSTS },
  { to: '/supervision/reports', name: 'reports', roles: ['supervisor', 'dutyManager', 'windowHead'] },
  { to: '/supervision/proposals', name: 'proposals', roles: ['supervisor', 'authorityHead'] },
  {
    to: '/supervision/accountability',
    name: 'accountability',
    roles: ['supervisor', 'dutyManager', 'authorityHead', 'leadingGroup'],
  },
  { to: '/proof', name: 'proof', roles: ['supervisor'] },
  { to: '/supervision/publications', name: 'publications', roles: ['authorityHead', 'chiefRepresentative'] },
  { to: '/catalogue', name: 'catalogue', roles: ['catalogueEditor', 'authorityHead'] },
  {
    to: '/changes',
    name: 'changes',
    roles: [
      'authorityHead',
      'reformOffice',
      'legalOffice',
      'staffingOffice',
      'pricingOffice',
      'leadingGroup',
      'catalogueEditor',
      'supervisor',
    ],
  },
] as const;

const MENU_ID = 'main-menu';

function Menu({ roles }: { readonly roles: readonly string[] }): JSX.Element {
  const t = useMessages(messages);
  const mine = (entry: { readonly roles: readonly string[] }): boolean =>
    entry.roles.length === 0 || entry.roles.some((role) => roles.includes(role));
  const shown = administrationOf(roles) === undefined ? MENU.filter(mine) : ADMINISTRATIONS.filter(mine);
  return (
    <nav aria-label={t('main')} className="menu" id={MENU_ID}>
      {shown.map(({ to, name }) => (
        <NavLink key={to} to={to} end={to === '/supervision'}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  );
}

/** On a telephone the menu and the person's name wait behind a button: the work begins at the top of the screen. */
function Top({ business }: { readonly business: boolean }): JSX.Element {
  const t = useMessages(messages);
  const session = useSignedIn();
  const { pathname } = useLocation();
  const [openAt, openMenuAt] = useState<string>();
  const open = openAt === pathname;
  return (
    <header className="top" data-menu={open ? 'open' : 'closed'}>
      <div className="brand">
        <strong>{t('product')}</strong>
        <span lang="zh-CN">{session.hallName}</span>
      </div>
      <button
        type="button"
        className="menu-button"
        aria-expanded={open}
        aria-controls={MENU_ID}
        onClick={() => openMenuAt(open ? undefined : pathname)}
      >
        {t('menu')}
      </button>
      <Menu roles={session.roles} />
      {business && <Business />}
      <SignedIn />
      <LanguageSwitch />
    </header>
  );
}

/** What only those who work on cases see and ask for. */
function Business(): JSX.Element {
  return (
    <>
      <LiveCounts />
      <CardBadge />
      <SearchBox />
    </>
  );
}

function Screen(): JSX.Element {
  return (
    <Suspense>
      <Outlet />
    </Suspense>
  );
}

/** An address left behind by a colleague at the same computer would only be refused. */
function AdministrationScreen({ roles }: { readonly roles: readonly string[] }): JSX.Element {
  const { pathname } = useLocation();
  const own = administrationOf(roles) ?? '/';
  return pathname === own || pathname === '/account' ? <Screen /> : <Navigate to={own} replace />;
}

/** Header, menu, live counts and search around every screen. */
export function Shell(): JSX.Element {
  const t = useMessages(messages);
  const session = useSignedIn();
  const navigate = useNavigate();
  useKeys({ 'Alt+q': () => void navigate('/queue'), 'Alt+n': () => void navigate('/intake') });
  // An administrator sees no case: no counts, no search, no drafts, and nothing that would ask for them.
  const business = administrationOf(session.roles) === undefined;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {session.demonstration && <TimeControl />}
      <Top business={business} />
      <Offline />
      <main id="main" tabIndex={-1}>
        {business ? (
          <DraftsGate>
            <Screen />
          </DraftsGate>
        ) : (
          <AdministrationScreen roles={session.roles} />
        )}
      </main>
    </div>
  );
}
