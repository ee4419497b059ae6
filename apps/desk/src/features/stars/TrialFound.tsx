import type { StarTrialFound } from '@yimen/contract';
import { Stars, useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { messages } from './messages.ts';

type Count = StarTrialFound['counts'][number];
type Changed = StarTrialFound['changed'][number];

function useColumns(): { readonly byStars: readonly Column<Count>[]; readonly byItem: readonly Column<Changed>[] } {
  const t = useMessages(messages);
  return {
    byStars: [
      { key: 'stars', title: t('stars'), cell: ({ stars }) => <Stars stars={stars} />, names: true },
      { key: 'now', title: t('now'), cell: ({ now }) => now },
      { key: 'then', title: t('then'), cell: ({ then }) => then },
    ],
    byItem: [
      {
        key: 'item',
        title: t('item'),
        cell: ({ id, name }) => (
          <Link to={`/catalogue/${encodeURIComponent(id)}`}>
            <Zh>{name}</Zh>
          </Link>
        ),
        names: true,
      },
      { key: 'now', title: t('now'), cell: ({ now }) => <Stars stars={now} /> },
      { key: 'then', title: t('then'), cell: ({ then }) => <Stars stars={then} /> },
    ],
  };
}

/** With these rules so many items would change their stars: which, and how many would have how many. */
export function TrialFound({ found }: { readonly found: StarTrialFound }): JSX.Element {
  const t = useMessages(messages);
  const { items, up, down, counts, changed } = found;
  const { byStars, byItem } = useColumns();
  return (
    <div className="star-trial">
      <p role="status">
        <strong>{t('would', { items, n: up + down, up, down })}</strong>
      </p>
      <Table
        caption={t('counts')}
        columns={byStars}
        rows={counts}
        keyOf={({ stars }) => String(stars)}
        empty={{ title: '' }}
      />
      <Table
        caption={t('changed')}
        columns={byItem}
        rows={changed}
        keyOf={({ id }) => id}
        empty={{ title: t('none') }}
      />
    </div>
  );
}
