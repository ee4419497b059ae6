import type { ClockView } from '@yimen/contract';
import { CalendarPicture, useLanguage, useSay, Mixed, dayInWords } from '@yimen/ui';

/** How each date was reckoned, article by article, with the small calendar. */
export function ClockDetails({ clocks }: { readonly clocks: readonly ClockView[] }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  return (
    <section aria-labelledby="clocks-title">
      <h2 id="clocks-title">{say({ zh: '期限是怎么算的', en: 'How the dates are reckoned' })}</h2>
      {clocks.map((clock) => (
        <details key={clock.kind + (clock.stepId ?? '')}>
          <summary>
            {say(clock.name)}
            {clock.due !== undefined && <span className="meta">{dayInWords(clock.due, language)}</span>}
          </summary>
          <ul>
            {clock.words[language].map((line) => (
              <li key={line}>
                <Mixed text={line} />
              </li>
            ))}
          </ul>
          <CalendarPicture months={clock.pictures} />
        </details>
      ))}
    </section>
  );
}
