import type { ClockView } from '@yimen/contract';
import { CalendarPicture, dayInWords, useLanguage, useMessages, useSay, Mixed } from '@yimen/ui';
import type { JSX } from 'react';
import { ClockState, Provisional } from '../../shared/cases/Deadlines.tsx';
import { messages } from './messages.ts';

function Clock({ clock, open }: { readonly clock: ClockView; readonly open: boolean }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const language = useLanguage();
  const day = (on: string | undefined): string => (on === undefined ? '—' : dayInWords(on, language));
  return (
    <details className="clock" open={open}>
      <summary>
        <b>
          <Mixed text={say(clock.name)} />
        </b>{' '}
        <ClockState clock={clock} /> {clock.provisional && <Provisional />}
        <span className="sub-inline">
          {t('startedOn', { day: day(clock.startedOn) })} · {t('due', { day: day(clock.due) })}
        </span>
      </summary>
      <h4>{t('explain')}</h4>
      <ol>
        {clock.words[language].map((sentence) => (
          <li key={sentence}>
            <Mixed text={sentence} />
          </li>
        ))}
      </ol>
      <CalendarPicture months={clock.pictures} />
      <p className="sub">
        <Mixed
          text={`${t('article', { article: clock.article })} · ${t('version', { version: clock.calendarVersion })}`}
        />
      </p>
    </details>
  );
}

/** Every clock with its reckoning: words, article, calendar; the running ones open. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockView[] }): JSX.Element {
  return (
    <>
      {clocks.map((clock) => (
        <Clock
          key={`${clock.kind}-${clock.stepId ?? ''}-${clock.startedOn ?? ''}`}
          clock={clock}
          open={clock.kind.startsWith('decision') && clock.state !== 'notStarted'}
        />
      ))}
    </>
  );
}
