import type { CaseView } from '@yimen/contract';
import { dayInWords, useLanguage, useMessages, useSay, Mixed } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';

type Procedure = CaseView['procedures'][number];

/** What a procedure stops; each clock apart. */
function stopped({ stopsStatutory, stopsPromise }: Procedure): keyof typeof messages {
  if (stopsStatutory) return stopsPromise ? 'stopsBoth' : 'stopsStatutory';
  return stopsPromise ? 'stopsPromise' : 'stopsNothing';
}

export function Procedures({ procedures }: { readonly procedures: readonly Procedure[] }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const language = useLanguage();
  const day = (on: string): string => dayInWords(on, language);
  if (procedures.length === 0) return null;
  return (
    <section aria-label={t('procedures')}>
      <h3>{t('procedures')}</h3>
      <ul>
        {procedures.map((procedure) => (
          <li key={procedure.procedureId}>
            <b>{say(procedure.name)}</b>: {t('served', { day: day(procedure.servedOn) })};{' '}
            <Mixed
              text={
                procedure.receivedOn === undefined
                  ? t('running', { day: day(procedure.plannedEnd) })
                  : t('ended', { day: day(procedure.receivedOn), result: procedure.result ?? '' })
              }
            />{' '}
            <span className="tag">{t(stopped(procedure))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
