import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useLiveCounts } from './api.ts';

const messages = {
  counts: { zh: '实时待办数', en: 'Live counts' },
  waiting: { zh: '待办', en: 'Waiting' },
  dueToday: { zh: '今日到期', en: 'Due today' },
  overdue: { zh: '超期', en: 'Overdue' },
  live: { zh: '实时', en: 'live' },
  stale: { zh: '每30秒更新', en: 'every 30 s' },
};

const LINKS = [
  { name: 'waiting', to: '/queue' },
  { name: 'dueToday', to: '/queue?light=amber&due=today' },
  { name: 'overdue', to: '/queue?light=red' },
] as const;

/** Every number leads to its rows. */
export function LiveCounts(): JSX.Element {
  const t = useMessages(messages);
  const { counts, live } = useLiveCounts();
  return (
    <nav className="counts" aria-label={t('counts')}>
      {LINKS.map(({ name, to }) => (
        <Link key={name} to={to} className={`count count--${name}`}>
          {t(name)} <b>{counts?.[name] ?? '—'}</b>
        </Link>
      ))}
      <span className="live">{t(live ? 'live' : 'stale')}</span>
    </nav>
  );
}
