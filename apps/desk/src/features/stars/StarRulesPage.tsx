import type { StarRules } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useStarRules, type Scheme } from './api.ts';
import { Decided } from './Decided.tsx';
import { messages } from './messages.ts';
import { StarForm } from './StarForm.tsx';
import './stars.css';
import { STEPS } from './typedScheme.ts';

/** 星级标准: what holds in words, tried and decided for a later day, and what was decided before. */
export function StarRulesPage(): JSX.Element {
  const t = useMessages(messages);
  const rules = useStarRules();
  const problem = problemOf(rules.error);
  return (
    <div className="page star-rules">
      <Link to="/catalogue">{t('back')}</Link>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void rules.refetch()} />}
      {rules.isPending && <Loading words={t('loading')} />}
      {rules.data !== undefined && (
        <>
          <InForce rules={rules.data} />
          {rules.data.mayDecide && <StarForm rules={rules.data} />}
          <Decided rules={rules.data} />
        </>
      )}
    </div>
  );
}

type Rule = StarRules['rules'][number];

function InForce({ rules: { rules, scheme } }: { readonly rules: StarRules }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const columns: readonly Column<Rule>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => say(name), names: true },
    { key: 'most', title: t('most'), cell: ({ most }) => most },
    { key: 'rule', title: t('rule'), cell: ({ rule }) => say(rule) },
  ];
  return (
    <>
      <Table caption={t('inForce')} columns={columns} rows={rules} keyOf={({ id }) => id} empty={{ title: '' }} />
      <p>
        {t('steps')}
        <Steps scheme={scheme} />
      </p>
    </>
  );
}

/** From what share of the points on there are so many stars, the most first. */
function Steps({ scheme: { steps } }: { readonly scheme: Scheme }): JSX.Element {
  const t = useMessages(messages);
  const said = STEPS.map((n, at) => t('step', { n, percent: steps[at] ?? 0 }));
  return <>{[...said.toReversed(), t('one')].join(t('comma'))}</>;
}
