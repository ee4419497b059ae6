import type { ConformanceView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import { saidField, saidOf } from './wording.ts';

type Shape = NonNullable<ConformanceView['wording']>[number];

interface WordingFormProps {
  readonly log: string;
  readonly shapes: readonly Shape[];
  readonly activities: readonly string[];
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly activities: readonly string[];
}

function Choice({ name, label, chosen, activities }: ChoiceProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <select className="select" name={name} defaultValue={chosen} aria-label={label}>
      <option value="">{t('notInLog')}</option>
      {activities.map((one) => (
        <option key={one} value={one} lang="zh-CN">
          {one}
        </option>
      ))}
    </select>
  );
}

function Choices({ shapes, activities }: Omit<WordingFormProps, 'log'>): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <Rows
      caption={t('wording')}
      rows={shapes.map((shape, index) => ({ ...shape, field: saidField(index) }))}
      keyOf={({ node }) => node}
      columns={[
        { name: 'activity', cell: ({ name }) => say(name) },
        {
          name: 'wording',
          cell: ({ name, activity, field }) => (
            <Choice name={field} label={`${say(name)}: ${t('wording')}`} chosen={activity} activities={activities} />
          ),
        },
      ]}
    />
  );
}

/** What each shape of the drawing is called in a log from elsewhere. */
export function WordingForm({ log, shapes, activities }: WordingFormProps): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const send = (typed: Typed, sent: () => void): void => {
    const next = new URLSearchParams(params);
    next.delete('said');
    const named = shapes.map(({ node, name }) => ({ node, name: name.zh }));
    for (const said of saidOf(typed, named)) next.append('said', said);
    sent();
    setParams(next, { replace: true });
  };
  return (
    <details open={shapes.every(({ activity }) => activity === '')} className="panel">
      <summary>{t('wording')}</summary>
      <p className="hint">{t('wordingHint')}</p>
      <KeptForm name={`history/wording/${log}`} label={t('wording')} onSend={send}>
        <Choices shapes={shapes} activities={activities} />
        <Button type="primary" htmlType="submit">
          {t('hold')}
        </Button>
      </KeptForm>
    </details>
  );
}
