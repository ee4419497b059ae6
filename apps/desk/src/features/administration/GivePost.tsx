import type { Accounts } from '@yimen/contract';
import { needsSecondFactor, roleWords } from '@yimen/core/people';
import { useMessages, useSay } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { messages } from './messages.ts';

type Post = Accounts['posts'][number];

export interface PostGift {
  readonly post: string;
  readonly from?: string;
  readonly to?: string;
}

interface GivePostProps {
  readonly posts: readonly Post[];
  readonly pending: boolean;
  readonly onGive: (gift: PostGift) => void;
}

/** Posts by department, those of the centre first. */
function PostOptions({ posts }: Pick<GivePostProps, 'posts'>): JSX.Element {
  const t = useMessages(messages);
  const groups = [...Map.groupBy(posts, ({ authorityName }) => authorityName)];
  return (
    <>
      <option value="">{t('choosePost')}</option>
      {groups.map(([authorityName, own]) => (
        <optgroup key={authorityName ?? ''} label={authorityName ?? t('centre')}>
          {own.map(({ id, name }) => (
            <option key={id} value={id} lang="zh-CN">
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** What comes with the post: said before it is given. */
function WhatItBrings({ post }: { readonly post: Post }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const roles = post.roles.map((role) => say(roleWords[role])).join(t('comma'));
  return (
    <p className="hint">
      {t('brings', { roles })} {needsSecondFactor(post.roles) && t('bringsFactor')}
    </p>
  );
}

const DATES = ['from', 'to'] as const;
const EMPTY = { post: '', from: '', to: '' };

interface TermFieldsProps {
  readonly id: string;
  readonly typed: Readonly<Record<(typeof DATES)[number], string>>;
  readonly onType: (dates: Partial<TermFieldsProps['typed']>) => void;
}

function TermFields({ id, typed, onType }: TermFieldsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="term">
      {DATES.map((name) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`term_${name}`)}</label>
          <Input
            id={`${id}-${name}`}
            type="date"
            value={typed[name]}
            onChange={(event) => onType({ [name]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}

export function GivePost({ posts, pending, onGive }: GivePostProps): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const [typed, setTyped] = useState(EMPTY);
  const chosen = posts.find((post) => post.id === typed.post);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { post, from, to } = typed;
    if (post !== '') onGive({ post, ...(from !== '' && { from }), ...(to !== '' && { to }) });
  };
  return (
    <form className="setup" aria-label={t('givePost')} onSubmit={submit}>
      <label htmlFor={`${id}-post`}>{t('post')}</label>
      <select
        id={`${id}-post`}
        className="select"
        required
        value={typed.post}
        onChange={(event) => setTyped({ ...typed, post: event.target.value })}
      >
        <PostOptions posts={posts} />
      </select>
      {chosen !== undefined && <WhatItBrings post={chosen} />}
      <TermFields {...{ id, typed }} onType={(dates) => setTyped({ ...typed, ...dates })} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('givePost')}
        </Button>
      </div>
    </form>
  );
}
