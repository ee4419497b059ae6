import type { Accounts } from '@yimen/contract';
import { needsSecondFactor, roleWords } from '@yimen/core/people';
import { useMessages, useSay } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useId, type FormEvent, type JSX } from 'react';
import { useTyped } from '../../shared/drafts/useTyped.ts';
import type { Values } from '../../shared/forms/fields.ts';
import { messages } from './messages.ts';

type Post = Accounts['posts'][number];

export interface PostGift {
  readonly post: string;
  readonly from?: string;
  readonly to?: string;
}

interface GivePostProps {
  readonly person: string;
  readonly posts: readonly Post[];
  readonly pending: boolean;
  /** `given` forgets what was typed: called once the server has it. */
  readonly onGive: (gift: PostGift, given: () => void) => void;
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

interface TermFieldsProps {
  readonly id: string;
  readonly values: Values;
  readonly onType: (name: string, day: string) => void;
}

function TermFields({ id, values, onType }: TermFieldsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="term">
      {DATES.map((name) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`term_${name}`)}</label>
          <Input
            id={`${id}-${name}`}
            type="date"
            value={values[name] ?? ''}
            onChange={(event) => onType(name, event.target.value)}
          />
        </div>
      ))}
    </div>
  );
}

/** A post for a term, which may be open at its end. */
export function GivePost({ person, posts, pending, onGive }: GivePostProps): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const { values, set, drop } = useTyped(`posts/${person}`, {});
  const { post = '', from = '', to = '' } = values;
  const chosen = posts.find(({ id: one }) => one === post);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (post !== '') onGive({ post, ...(from !== '' && { from }), ...(to !== '' && { to }) }, drop);
  };
  return (
    <form className="setup" aria-label={t('givePost')} onSubmit={submit}>
      <label htmlFor={`${id}-post`}>{t('post')}</label>
      <select
        id={`${id}-post`}
        className="select"
        required
        value={post}
        onChange={(event) => set('post', event.target.value)}
      >
        <PostOptions posts={posts} />
      </select>
      {chosen !== undefined && <WhatItBrings post={chosen} />}
      <TermFields {...{ id, values }} onType={set} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('givePost')}
        </Button>
      </div>
    </form>
  );
}
