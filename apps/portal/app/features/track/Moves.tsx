import type { TrackView } from '@yimen/contract';
import { timeInWords, useLanguage, useSay, Zh } from '@yimen/ui';
import { Basis } from '../shell/Title.tsx';

type Move = TrackView['moves'][number];

/** What the applicant relied on changes only on record, and is told: the case now follows a newer version of its item. */
export function Moves({ moves }: Pick<TrackView, 'moves'>): React.JSX.Element | null {
  const say = useSay();
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="moves-title">
      <h2 id="moves-title">{say({ zh: '办理规定有更新', en: 'The rules for this matter have changed' })}</h2>
      {moves.map((move) => (
        <OneMove key={move.at} {...move} />
      ))}
    </section>
  );
}

function OneMove({ at, reason, basis, effects }: Move): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p>
        {say({ zh: '自此按新规定办理：', en: 'From here the case follows the new rules: ' })}
        <time dateTime={at}>{timeInWords(at, language)}</time>
      </p>
      <ul>
        {effects.map(({ words, effect }) => (
          <li key={words}>
            <Zh>{words}</Zh> <span className="tag">{say(effectWords[effect])}</span>
          </li>
        ))}
        {effects.length === 0 && <li>{say(UNTOUCHED)}</li>}
      </ul>
      <p>
        {say({ zh: '理由：', en: 'Reason: ' })}
        <Zh>{reason}</Zh>
        {basis !== undefined && (
          <span className="meta">
            <Basis>{basis}</Basis>
          </span>
        )}
      </p>
    </>
  );
}

const effectWords = {
  better: { zh: '对您更有利', en: 'in your favour' },
  worse: { zh: '对您不利，依据见下', en: 'to your disadvantage; the law that demands it stands below' },
} as const;

const UNTOUCHED = {
  zh: '您的材料、费用和时限不受影响。',
  en: 'Your papers, fees and days stay as they are.',
};
