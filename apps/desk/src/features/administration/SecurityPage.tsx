import type { AccountRow, Accounts } from '@yimen/contract';
import { roleWords } from '@yimen/core/people';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { useSignedIn } from '../../shared/session.tsx';
import { AccountTable } from './AccountTable.tsx';
import { useAccounts, useTask, type Task } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { messages } from './messages.ts';
import { PostsOf } from './PostsOf.tsx';
import { Refusal } from './Refusal.tsx';

interface Doing {
  readonly onTask: (task: Task) => void;
}

const PROFILES = ['modern', 'dengbao'] as const;

function Profile({ chosen, onTask }: Doing & { readonly chosen: Accounts['passwordProfile'] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{t('profile')}</h2>
      <div role="radiogroup" aria-labelledby="profile">
        {PROFILES.map((name) => (
          <label key={name} className="profile">
            <input
              type="radio"
              name="profile"
              checked={name === chosen}
              onChange={() => onTask({ path: 'password-profile', passwordProfile: name })}
            />{' '}
            <strong>{t(`profile_${name}`)}</strong> <span className="hint">{t(`rules_${name}`)}</span>
          </label>
        ))}
      </div>
    </section>
  );
}

function Posts({ posts }: { readonly posts: Accounts['posts'] }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <section>
      <details>
        <summary>{t('postsOfHall', { count: String(posts.length) })}</summary>
        <ul className="rows">
          {posts.map(({ id, name, authorityName, roles }) => (
            <li key={id}>
              <Zh>{authorityName === undefined ? name : `${authorityName} · ${name}`}</Zh>{' '}
              <span className="hint">{roles.map((role) => say(roleWords[role])).join(t('comma'))}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

interface ActionsProps {
  readonly account: AccountRow;
  readonly posts: Accounts['posts'];
}

function Actions({ account, posts, onTask }: Doing & ActionsProps): JSX.Element {
  const t = useMessages(messages);
  const { person, name, locked, factors } = account;
  return (
    <>
      <PostsOf account={account} posts={posts} />{' '}
      {locked && (
        <Confirm
          does={t('unlock')}
          whose={name}
          question={t('unlockWhat')}
          onYes={() => onTask({ path: 'unlock', person })}
        />
      )}{' '}
      {factors > 0 && (
        <Confirm
          does={t('reset')}
          whose={name}
          question={t('resetWhat')}
          onYes={() => onTask({ path: 'factor-reset', person })}
        />
      )}
    </>
  );
}

/** The security administrator: how passwords must be, who holds which post, lost factors and locks. */
export function SecurityPage(): JSX.Element {
  const t = useMessages(messages);
  const { person: me } = useSignedIn();
  const accounts = useAccounts();
  const task = useTask();
  const actions = (account: AccountRow): JSX.Element | null =>
    account.person === me ? null : (
      <Actions account={account} posts={accounts.data?.posts ?? []} onTask={task.mutate} />
    );
  return (
    <div className="page account">
      <h1>{t('securityTitle')}</h1>
      <Refusal error={task.error} />
      {accounts.data && <Profile chosen={accounts.data.passwordProfile} onTask={task.mutate} />}
      <section aria-labelledby="accounts">
        <h2 id="accounts">{t('accountsAndPosts')}</h2>
        <AccountTable accounts={accounts.data?.accounts} asked={accounts} actions={actions} />
      </section>
      {accounts.data && <Posts posts={accounts.data.posts} />}
    </div>
  );
}
