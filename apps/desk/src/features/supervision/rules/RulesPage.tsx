import type { RuleSetsView, RuleView } from '@yimen/contract';
import { Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Table, type Column } from '../../../shared/table/Table.tsx';
import { useDay, useWhen } from '../../../shared/when.ts';
import { useRules } from './api.ts';
import { messages } from './messages.ts';
import { RevisionForm } from './RevisionForm.tsx';

function useRuleColumns(): readonly Column<RuleView>[] {
  const t = useMessages(messages);
  const say = useSay();
  return [
    { key: 'code', title: t('code'), cell: ({ code }) => code },
    { key: 'family', title: t('family'), cell: ({ family }) => say(family) },
    {
      key: 'name',
      title: t('name'),
      names: true,
      cell: ({ name, basis, off }) => (
        <>
          {say(name)} {off && <span className="tag tag--stale">{t('rests')}</span>}
          <span className="sub">
            <Zh>{basis}</Zh>
          </span>
        </>
      ),
    },
    { key: 'holds', title: t('holds'), cell: ({ holds }) => <Mixed text={say(holds)} /> },
    {
      key: 'level',
      title: t('level'),
      cell: ({ level }) => (level === undefined ? t('byLadder') : say(level)),
    },
    { key: 'told', title: t('told'), cell: ({ told }) => told.map(say).join(say({ zh: '、', en: ', ' })) },
  ];
}

type Laid = RuleSetsView['sets'][number];

function useSetColumns(): readonly Column<Laid>[] {
  const t = useMessages(messages);
  const say = useSay();
  const [day, when] = [useDay(), useWhen()];
  return [
    { key: 'from', title: t('from'), cell: ({ from }) => day(from) },
    { key: 'title', title: t('setTitle'), names: true, cell: ({ title }) => <Zh>{title.zh}</Zh> },
    {
      key: 'changed',
      title: t('changed'),
      cell: ({ differences }) => (
        <ul>
          {differences.map((difference) => (
            <li key={difference.zh}>
              <Mixed text={say(difference)} />
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => <Zh>{reason}</Zh> },
    { key: 'by', title: t('by'), cell: ({ by }) => <Zh>{by}</Zh> },
    { key: 'at', title: t('at'), cell: ({ at }) => when(at) },
  ];
}

/** What cases are judged by: thresholds, points, limits and every rule in words; and how the hall has changed them. */
export function RulesPage(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const asked = useRules();
  const { data } = asked;
  return (
    <div className="page">
      <p>
        <Link to="/supervision/cards">{t('back')}</Link>
      </p>
      <h1>{t('title')}</h1>
      <p className="sub">{t('intro')}</p>
      {data !== undefined && (
        <>
          <p>
            <Mixed text={t('inForce', { title: say(data.title), from: day(data.from) })} />
          </p>
          <Numbers rules={data} />
        </>
      )}
      <Table
        caption={t('count', { n: data?.rules.length ?? 0 })}
        columns={useRuleColumns()}
        rows={data?.rules}
        keyOf={({ code }) => code}
        empty={{ title: t('none') }}
        asked={asked}
      />
      {data !== undefined && <Sets sets={data.sets} />}
      {data?.mayRevise === true && <RevisionForm key={data.sets.length} rules={data} />}
    </div>
  );
}

function Sets({ sets }: Pick<RuleSetsView, 'sets'>): JSX.Element {
  const t = useMessages(messages);
  return (
    <Table
      caption={t('sets')}
      columns={useSetColumns()}
      rows={sets}
      keyOf={({ from }) => from}
      empty={{ title: t('setsNone') }}
    />
  );
}

const LEVELS = ['warning', 'yellow', 'red'] as const;
const PARTS = ['explain', 'appeal', 'verify', 'rectify', 'escalate'] as const;

function Numbers({ rules: { ladders, points, life } }: { readonly rules: RuleSetsView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <dl className="card-facts">
      {ladders.map(({ name, title, said }) => (
        <div key={name}>
          <dt>
            {t('thresholds')} · {say(title)}
          </dt>
          <dd>{say(said)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('points')}</dt>
        <dd>{LEVELS.map((level) => `${t(level)} ${String(points[level])}`).join(' · ')}</dd>
      </div>
      <div>
        <dt>{t('life')}</dt>
        <dd>{PARTS.map((part) => `${t(part)} ${String(life[part])}`).join(' · ')}</dd>
      </div>
    </dl>
  );
}
