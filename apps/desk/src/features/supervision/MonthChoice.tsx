import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';

const messages = { month: { zh: '月份', en: 'Month' } };

/** Which month a page shows; the address holds it. */
export function MonthChoice({ month }: { readonly month: string }): JSX.Element {
  const t = useMessages(messages);
  const [, setParams] = useSearchParams();
  return (
    <p className="card-field coverage-month">
      <label htmlFor="month">{t('month')}</label>
      <input
        id="month"
        type="month"
        value={month}
        onChange={(event) => setParams(event.target.value === '' ? {} : { month: event.target.value })}
      />
    </p>
  );
}
