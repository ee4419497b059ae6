import type { TrackView } from '@yimen/contract';
import { Basis } from '../shell/Title.tsx';
import { dayInWords, timeInWords, useLanguage, useSay, Mixed } from '@yimen/ui';

export function Timeline({ timeline }: { readonly timeline: TrackView['timeline'] }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say({ zh: '办理过程', en: 'What has happened' })}</h2>
      <ol className="timeline">
        {timeline.map((event) => (
          <li key={event.at + event.code}>
            <p className="timeline-word">{say(event.words)}</p>
            <p className="meta">
              <time dateTime={event.at}>{timeInWords(event.at, language)}</time>
            </p>
            {event.detail.map((detail) => (
              <p key={detail.zh}>
                <Mixed text={say(detail)} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Every paused stretch with its paper: nobody's clock stops in silence (Art. 45). */
export function Pauses({
  pauses,
  number,
}: {
  readonly pauses: TrackView['pauses'];
  readonly number: string;
}): React.JSX.Element | null {
  const say = useSay();
  const language = useLanguage();
  if (pauses.length === 0) return null;
  return (
    <section aria-labelledby="pauses-title">
      <h2 id="pauses-title">{say({ zh: '不计入时限的日子', en: 'Days that do not count' })}</h2>
      <ul>
        {pauses.map((pause) => (
          <li key={pause.from + pause.name.zh}>
            <strong>{say(pause.name)}</strong>　{dayInWords(pause.from, language)} {say({ zh: '至', en: 'to' })}{' '}
            {pause.to === undefined
              ? say({
                  zh: `预计 ${dayInWords(pause.plannedEnd, 'zh')}`,
                  en: `planned ${dayInWords(pause.plannedEnd, 'en')}`,
                })
              : dayInWords(pause.to, language)}
            <span className="meta">
              <Basis>{pause.basis}</Basis>
            </span>
            {pause.paperId !== undefined && (
              <>
                {' '}
                <a href={`/track/${number}/papers/${pause.paperId}`}>{say({ zh: '告知书', en: 'the notice' })}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
