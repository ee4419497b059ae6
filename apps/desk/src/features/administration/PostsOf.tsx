import type { AccountRow, Accounts } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Dialog } from '../../shared/Dialog.tsx';
import { useTask } from './api.ts';
import { GivePost } from './GivePost.tsx';
import { messages } from './messages.ts';
import { Refusal } from './Refusal.tsx';

interface PostsOfProps {
  readonly account: AccountRow;
  /** Every post of the hall. */
  readonly posts: Accounts['posts'];
}

type Held = AccountRow['posts'][number];

function HeldPost({ post, onEnd }: { readonly post: Held; readonly onEnd: () => void }): JSX.Element {
  const t = useMessages(messages);
  const { name, rank, from, to } = post;
  return (
    <li>
      <span>
        <Zh>{name}</Zh>{' '}
        <span className="hint">
          {t(`rank_${rank}`)} · {to === undefined ? t('since', { from }) : t('fromTo', { from, to })}
        </span>
      </span>
      <button type="button" className="link" aria-label={`${t('endPost')} ${name}`} onClick={onEnd}>
        {t('endPost')}
      </button>
    </li>
  );
}

/** The posts of one account: ended at once, or given for a term. Roles follow with the next request. */
export function PostsOf({ account, posts }: PostsOfProps): JSX.Element {
  const t = useMessages(messages);
  const [open, setOpen] = useState(false);
  const task = useTask();
  const { person, name, posts: held } = account;
  return (
    <>
      <button type="button" className="link" aria-label={`${t('posts')} ${name}`} onClick={() => setOpen(true)}>
        {t('posts')}
      </button>
      {open && (
        <Dialog title={t('postsOf', { name })} closeLabel={t('close')} onClose={() => setOpen(false)}>
          <Refusal error={task.error} />
          <p className="hint">{held.length === 0 ? t('noPost') : t('endWhat')}</p>
          <ul className="rows">
            {held.map((post) => (
              <HeldPost
                key={`${post.id} ${post.from}`}
                post={post}
                onEnd={() => task.mutate({ path: 'posts/end', person, post: post.id })}
              />
            ))}
          </ul>
          <GivePost
            person={person}
            posts={posts}
            pending={task.isPending}
            onGive={(gift, given) => task.mutate({ path: 'posts/give', person, ...gift }, { onSuccess: given })}
          />
          <p role="status">{task.isSuccess && t(task.variables.path === 'posts/end' ? 'postEnded' : 'postGiven')}</p>
        </Dialog>
      )}
    </>
  );
}
