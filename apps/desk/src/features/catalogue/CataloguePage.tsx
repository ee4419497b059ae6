import { itemKinds } from '@yimen/core/catalogue';
import type { DeskItems } from '@yimen/contract';
import { useMessages, useSay, type Words } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { same, type Option } from '../../shared/forms/fields.ts';
import { useItems } from './api.ts';
import './catalogue.css';
import { Find, useFilter } from './Find.tsx';
import { ItemTable } from './ItemTable.tsx';
import { messages } from './messages.ts';

/** Every item of the hall; the address keeps the filters. */
export function CataloguePage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const items = useItems(params.toString());
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p>
        <Link to="/catalogue/workbook">{t('workbook')}</Link> <Link to="/catalogue/words">{t('words')}</Link>{' '}
        {items.data?.above !== undefined && <Link to="/catalogue/templates">{t('templates')}</Link>}{' '}
        <Link to="/catalogue/stars">{t('starRules')}</Link>
      </p>
      <Filters departments={items.data?.departments ?? []} />
      <ItemTable items={items.data} asked={items} />
    </div>
  );
}

const kinds: readonly Option[] = Object.entries(itemKinds).map(([value, label]) => ({ value, label }));
const states: readonly Option[] = (['draft', 'full', 'guideOnly', 'adopted', 'upstream'] as const).map((value) => ({
  value,
  label: messages[value],
}));
const findings: readonly Option[] = [
  { value: 'error', label: messages.withErrors },
  { value: 'warning', label: messages.withWarnings },
  { value: 'none', label: messages.clean },
];

function Filters({ departments }: Pick<DeskItems, 'departments'>): JSX.Element {
  const t = useMessages(messages);
  const offices = departments.map(({ id, name, count }) => ({ value: id, label: same(`${name} · ${String(count)}`) }));
  return (
    <div className="catalogue-filters" role="search" aria-label={t('filters')}>
      <Find />
      <Filter name="department" label={messages.department} options={offices} />
      <Filter name="kind" label={messages.kind} options={kinds} />
      <Filter name="state" label={messages.state} options={states} />
      <Filter name="findings" label={messages.allFindings} options={findings} />
    </div>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: Words;
  readonly options: readonly Option[];
}

function Filter({ name, label, options }: FilterProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const [value, set] = useFilter(name);
  return (
    <label>
      {say(label)}
      <select className="select" value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{t('any')}</option>
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            lang={option.label.zh === option.label.en ? 'zh-CN' : undefined}
          >
            {say(option.label)}
          </option>
        ))}
      </select>
    </label>
  );
}
