import type { ItemTemplate, LocalDifferenceView } from '@yimen/contract';
import { Mixed, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { Proposal } from './Proposal.tsx';
import { useTemplate } from './templateApi.ts';
import { messages } from './templateMessages.ts';

interface TemplatePartProps {
  readonly itemId: string;
  readonly mayEdit: boolean;
}

/** What the hall above proposes, and in what the item differs from its template. */
export function TemplatePart({ itemId, mayEdit }: TemplatePartProps): JSX.Element {
  const t = useMessages(messages);
  const asked = useTemplate(itemId);
  const problem = problemOf(asked.error);
  return (
    <>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void asked.refetch()} />}
      {asked.isPending && <Loading words={t('loading')} />}
      {asked.data !== undefined && (
        <>
          <Upstream template={asked.data} itemId={itemId} mayEdit={mayEdit} />
          <Differences template={asked.data} />
        </>
      )}
    </>
  );
}

function Upstream({ template, itemId, mayEdit }: TemplatePartProps & { readonly template: ItemTemplate }): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const { proposal, declined, lastDay } = template;
  return (
    <section className="panel" aria-label={t('proposal')}>
      <h2>{t('proposal')}</h2>
      {lastDay !== undefined && <p className="barred">{t('ends', { day: day(lastDay) })}</p>}
      {declined !== undefined && (
        <p>
          <Mixed text={t('declined', { n: declined.version, reason: declined.reason })} />
        </p>
      )}
      {proposal === undefined ? (
        <p className="empty">{t('upToDate')}</p>
      ) : (
        <Proposal template={template} proposal={proposal} itemId={itemId} mayEdit={mayEdit} />
      )}
    </section>
  );
}

function Differences({ template: { version, differences } }: { readonly template: ItemTemplate }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const columns: readonly Column<LocalDifferenceView>[] = [
    { key: 'difference', title: t('difference'), cell: ({ words }) => <Mixed text={say(words)} />, names: true },
    { key: 'kind', title: t('kind'), cell: ({ role }) => t(role) },
    {
      key: 'may',
      title: t('may'),
      cell: ({ allowed }) => <span className={allowed ? 'tag' : 'tag tag--failed'}>{t(allowed ? 'yes' : 'no')}</span>,
    },
  ];
  return (
    <section className="template-differences" aria-label={t('differences')}>
      <h2>{t('differences')}</h2>
      <Table
        caption={t('differencesCaption', { n: version, count: differences.length })}
        columns={columns}
        rows={differences}
        keyOf={({ field, words }) => `${field} ${words.en}`}
        empty={{ title: t('same') }}
      />
    </section>
  );
}
