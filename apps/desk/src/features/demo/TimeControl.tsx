import { useLanguage, useMessages, useSay, weekdayInWords } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { useAdvance, useDemoToday } from './api.ts';

const messages = {
  title: { zh: '演示 · 时间控制', en: 'Demonstration · time control' },
  today: { zh: '系统日期：{day}', en: "The system's day: {day}" },
  days: { zh: '向前推进的天数', en: 'Days to move ahead' },
  advance: { zh: '推进', en: 'Advance' },
  one: { zh: '推进 1 天', en: 'Advance 1 day' },
  unit: { zh: '天', en: 'days' },
};

/** Only in the demonstration, and labelled: lets deadlines be lived through in minutes. */
export function TimeControl(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const language = useLanguage();
  const session = useSignedIn();
  const demo = useDemoToday();
  const advance = useAdvance();
  const [days, setDays] = useState('6');
  const problem = problemOf(advance.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (Number(days) > 0) advance.mutate(Number(days));
  };
  const day = weekdayInWords(demo.data?.today ?? session.today, language);
  return (
    <section className="demo" aria-label={t('title')}>
      <strong>{t('title')}</strong>
      <span aria-live="polite">{t('today', { day })}</span>
      <Button size="small" disabled={advance.isPending} onClick={() => advance.mutate(1)}>
        {t('one')}
      </Button>
      <form onSubmit={submit}>
        <Input
          size="small"
          inputMode="numeric"
          aria-label={t('days')}
          value={days}
          maxLength={3}
          onChange={(event) => setDays(event.target.value.replace(/\D/g, ''))}
        />
        {t('unit')}{' '}
        <Button size="small" htmlType="submit" loading={advance.isPending}>
          {t('advance')}
        </Button>
      </form>
      {problem !== undefined && <span role="alert">{say(problem.words)}</span>}
    </section>
  );
}
