import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useSignedIn } from '../../shared/session.tsx';
import { useSignOut } from './api.ts';
import { messages } from './messages.ts';

/** Who acts, and in which post: every act is recorded under both. */
export function SignedIn(): JSX.Element {
  const t = useMessages(messages);
  const session = useSignedIn();
  const signOut = useSignOut();
  const posts = session.posts.map(({ name }) => name).join('、');
  return (
    <div className="signed-in">
      <span title={posts} lang="zh-CN">
        <strong>{session.name}</strong> <span className="post">{posts}</span>
      </span>
      {session.factorWaived === true && (
        <span className="waived" title={t('waivedWhy')}>
          {t('waived')}
        </span>
      )}
      <Link to="/account">{t('account')}</Link>
      <button type="button" className="link" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('signOut')}
      </button>
    </div>
  );
}
