import type { ChangeWish } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useApply } from './api.ts';
import './change.css';
import { messages } from './messages.ts';
import { actsOf, isKind } from './wish.ts';
import { WishForm } from './WishForm.tsx';

/** An application begun by itself, or from an item whose draft shall become law. */
export function NewChangePage(): JSX.Element {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const item = params.get('item');
  const asked = params.get('kind') ?? 'change';
  const kind = isKind(asked) ? asked : 'change';
  const apply = useApply();
  const [act = 'revise'] = actsOf(kind);
  const initial: Partial<ChangeWish> = { kind, ...(item === null ? {} : { lines: [{ itemId: item, act }] }) };
  const send = (wish: ChangeWish, sent: () => void): void =>
    apply.mutate(wish, {
      onSuccess: ({ changeId }) => {
        sent();
        void navigate(`/changes/${encodeURIComponent(changeId)}`);
      },
    });
  return (
    <div className="page change-page">
      <Link to="/changes">{t('back')}</Link>
      <h1>{t('newTitle')}</h1>
      <WishForm
        kept={`change/new/${item ?? ''}`}
        initial={initial}
        names={new Map(item === null ? [] : [[item, params.get('name') ?? item]])}
        action="submit"
        pending={apply.isPending}
        error={apply.error}
        onSend={send}
      />
    </div>
  );
}
