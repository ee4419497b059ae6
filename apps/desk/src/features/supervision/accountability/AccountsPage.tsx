import type { AccountabilityRow } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../../shared/table/Table.tsx';
import { useDay } from '../../../shared/when.ts';
import { useAccounts } from './api.ts';
import { messages } from './messages.ts';
import { OpenForm } from './OpenForm.tsx';

function useColumns(): readonly Column<AccountabilityRow>[] {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ accountId, number }) => (
        <Link to={`/supervision/accountability/${encodeURIComponent(accountId)}`}>
          <Zh>{number}</Zh>
        </Link>
      ),
    },
    { key: 'person', title: t('person'), names: true, cell: ({ subjectName }) => <Zh>{subjectName}</Zh> },
    { key: 'department', title: t('department'), cell: ({ authorityName }) => <Zh>{authorityName}</Zh> },
    { key: 'level', title: t('level'), cell: ({ levelName }) => say(levelName) },
    { key: 'opened', title: t('openedOn'), cell: ({ openedOn }) => day(openedOn), sortBy: ({ openedOn }) => openedOn },
    { key: 'phase', title: t('phase'), cell: ({ phaseName }) => say(phaseName) },
    {
      key: 'outcome',
      title: t('outcome'),
      cell: ({ outcomeName }) => (outcomeName === null ? '—' : say(outcomeName)),
    },
    {
      key: 'until',
      title: t('until'),
      cell: ({ until }) => (until === null ? '—' : day(until)),
      sortBy: ({ until }) => until ?? '',
    },
  ];
}

/** Where a supervisor begins a case: `?card=` from that card, `?department=` on another ground; else the way there. */
function Opening(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const [card, department] = [params.get('card'), params.get('department')];
  if (card !== null) return <OpenForm from={{ card }} />;
  if (department !== null) return <OpenForm key={department} from={{ authority: department }} />;
  return (
    <p>
      <Link to="/supervision/accountability?department=centre">{t('openOther')}</Link>
    </p>
  );
}

/** 责任追究: the cases this person may read. */
export function AccountsPage(): JSX.Element {
  const t = useMessages(messages);
  const asked = useAccounts();
  return (
    <div className="page">
      <h1>{t('accounts')}</h1>
      <p className="sub">{t('intro')}</p>
      <p>
        <Link to="/supervision/misconduct">{t('dictionary')}</Link>
      </p>
      {asked.data?.mayOpen === true && <Opening />}
      <Table
        caption={t('caption', { n: asked.data?.rows.length ?? 0 })}
        columns={useColumns()}
        rows={asked.data?.rows}
        keyOf={({ accountId }) => accountId}
        empty={{ title: t('none'), hint: t('noneHint') }}
        asked={asked}
      />
    </div>
  );
}
