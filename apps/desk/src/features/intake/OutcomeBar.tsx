import { timeInBeijing, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { messages } from './messages.ts';
import { OUTCOMES, type Outcome } from './outcomes.ts';
import type { DraftHandle } from './useDraft.ts';

interface OutcomeBarProps {
  readonly saved: DraftHandle['saved'];
  readonly onChoose: (outcome: Outcome) => void;
}

/** Exactly one of the lawful outcomes, each with its key in sight. */
export function OutcomeBar({ saved, onChoose }: OutcomeBarProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const time = saved.at === undefined ? undefined : timeInBeijing(saved.at).slice(11);
  return (
    <section className="outcome-bar" aria-label={t('outcomes')}>
      {OUTCOMES.map((outcome) => (
        <Button
          key={outcome.act}
          type={outcome.tone === 'primary' ? 'primary' : 'default'}
          danger={outcome.tone === 'danger'}
          aria-keyshortcuts={outcome.key}
          onClick={() => onChoose(outcome)}
        >
          {say(outcome.name)} <kbd>{outcome.key}</kbd>
        </Button>
      ))}
      <span role="status" className="hint">
        {saved.failed ? t('unsaved') : time !== undefined && t('saved', { time })}
      </span>
    </section>
  );
}
