import type { ItemSummary } from '@yimen/contract';
import { limitInWords, useSay, Zh } from '@yimen/ui';
import { Link } from 'react-router';

export function ItemCard({ item }: { readonly item: ItemSummary }): React.JSX.Element {
  const say = useSay();
  return (
    <li>
      <Link className="item-card" to={`/halls/${item.jurisdiction}/items/${item.id}`}>
        <h3>
          <Zh>{item.name}</Zh>
        </h3>
        <p className="meta">
          <Zh>{item.authorityName}</Zh>
          <Limits item={item} />
          <Availability availability={item.availability} />
        </p>
        {item.matched.length > 0 && (
          <p className="meta">
            {say({ zh: '因为：', en: 'because of: ' })}
            <Zh>{item.matched.join('、')}</Zh>
          </p>
        )}
      </Link>
    </li>
  );
}

function Limits({ item: { promised, statutory } }: { readonly item: ItemSummary }): React.JSX.Element {
  const say = useSay();
  const parts: string[] = [];
  if (promised !== undefined) parts.push(say({ zh: '承诺 ', en: 'promised ' }) + say(limitInWords(promised)));
  if (statutory !== undefined) parts.push(say({ zh: '法定 ', en: 'by law ' }) + say(limitInWords(statutory)));
  return <>{parts.map((part) => ` · ${part}`).join('')}</>;
}

function Availability({ availability }: { readonly availability: ItemSummary['availability'] }): React.JSX.Element {
  const say = useSay();
  if (availability === 'guideOnly')
    return <span className="tag">{say({ zh: '只有目录信息', en: 'listed only' })}</span>;
  return <span className="tag good">{say({ zh: '可以网上办', en: 'apply online' })}</span>;
}
