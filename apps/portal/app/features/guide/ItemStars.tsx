import type { ItemStars } from '@yimen/contract';
import { dayInWords, Said, Stars, useLanguage, useSay } from '@yimen/ui';

/** 事项星级: how easy this item is made, each rule with its points and why, and what it was before. */
export function ItemStarsPanel({ found }: { readonly found: ItemStars }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const { stars, points, of, since, lines, history } = found;
  const day = dayInWords(since, language);
  return (
    <section aria-labelledby="stars-title" className="item-stars">
      <h2 id="stars-title">
        {say({ zh: '事项星级', en: 'Stars of this item' })} <Stars stars={stars} />
      </h2>
      <p className="hint">
        {say({
          zh: `得 ${String(points)} 分，满分 ${String(of)} 分；每夜重算，${day}起为这个结果。`,
          en: `${String(points)} of ${String(of)} points; counted every night, so since ${day}.`,
        })}
      </p>
      <details>
        <summary>{say({ zh: '怎么算出来的', en: 'How it is counted' })}</summary>
        <ul>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
        {history.length > 1 && (
          <p>
            {say({ zh: '以前：', en: 'Before: ' })}
            {history
              .slice(1)
              .map(
                (one) =>
                  `${dayInWords(one.on, language)} ${say({ zh: `${String(one.stars)} 星`, en: `${String(one.stars)} stars` })}`,
              )
              .join(say({ zh: '；', en: '; ' }))}
          </p>
        )}
      </details>
    </section>
  );
}

function Line({ line: { name, rule, most, points, because } }: { readonly line: ItemStars['lines'][number] }) {
  const say = useSay();
  return (
    <li>
      <strong>{say(name)}</strong>{' '}
      {points === undefined || because === undefined ? (
        say({ zh: '没有数据，不计', en: 'no data, not counted' })
      ) : (
        <>
          {say({ zh: `${String(points)}/${String(most)} 分：`, en: `${String(points)} of ${String(most)}: ` })}
          <Said words={because} />
        </>
      )}
      <br />
      <span className="hint">{say(rule)}</span>
    </li>
  );
}
