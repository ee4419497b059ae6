import { useMessages, useSay, Mixed } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import type { ActContext } from './spec.ts';
import type { Restored } from './useActForm.ts';
import { useWhen } from '../when.ts';

const messages = {
  restored: { zh: '已恢复您 {time} 未提交的录入。', en: 'What you typed and did not send ({time}) is back.' },
  nothing: { zh: '自那以后本件没有变化。', en: 'Nothing has changed on the case since.' },
  since: {
    zh: '自那以后本件有变化，请核对后再确认：',
    en: 'Since then the case has changed; check before confirming:',
  },
  again: { zh: '清空重填', en: 'Start again' },
};

interface RestoredNoteProps {
  readonly restored: Restored;
  readonly entries: ActContext['entries'];
  readonly onStartAgain: () => void;
}

/** Says that typing came back, when it was kept, and everything that happened to the case in between. */
export function RestoredNote({ restored, entries, onStartAgain }: RestoredNoteProps): JSX.Element {
  const when = useWhen();
  const t = useMessages(messages);
  const say = useSay();
  const since = entries.filter(({ revision }) => revision > restored.revision);
  return (
    <div aria-live="polite" className="restored">
      <p>
        {t('restored', { time: when(restored.savedAt) })} {t(since.length === 0 ? 'nothing' : 'since')}{' '}
        <Button size="small" onClick={onStartAgain}>
          {t('again')}
        </Button>
      </p>
      {since.length > 0 && (
        <ul>
          {since.map(({ at, title, by, revision }) => (
            <li key={revision}>
              {when(at)} <Mixed text={`${say(by)}: ${say(title)}`} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
