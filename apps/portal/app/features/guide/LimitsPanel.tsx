import type { Guide } from '@yimen/contract';
import { limitInWords, useSay, Zh, type Words } from '@yimen/ui';

type Limits = NonNullable<Guide['detail']>['limits'];

const startWords: Readonly<Record<string, Words>> = {
  receipt: { zh: '从收到申请材料的第二天起算', en: 'counted from the day after your papers are received' },
  acceptance: { zh: '从受理的第二天起算', en: 'counted from the day after acceptance' },
};

/** Both dates always together: what is promised and what the law commands. */
export function LimitsPanel({
  limits,
  handling,
}: {
  readonly limits: Limits;
  readonly handling: Guide['handling'];
}): React.JSX.Element {
  const say = useSay();
  return (
    <div className="limits">
      <div>
        <p className="limit-name">{say({ zh: '承诺办结时限', en: 'Promised' })}</p>
        <p className="limit-figure">
          {handling === 'instant' ? say({ zh: '当场办结', en: 'on the spot' }) : say(limitInWords(limits.promised))}
        </p>
      </div>
      <div>
        <p className="limit-name">{say({ zh: '法定办结时限', en: 'By law' })}</p>
        <p className="limit-figure">{say(limitInWords(limits.statutory))}</p>
        <p className="hint">
          {say(startWords[limits.statutory.startsOn] ?? { zh: '', en: '' })} · <Zh>{limits.statutory.basis}</Zh>
        </p>
      </div>
      <div>
        <p className="limit-name">{say({ zh: '材料不全时一次告知', en: 'Told once what is missing' })}</p>
        <p className="limit-figure">{say(limitInWords(limits.acceptance))}</p>
        <p className="hint">
          {say({
            zh: '逾期不告知，自收到材料之日起即为受理',
            en: 'if they stay silent, your case counts as accepted from the day of receipt',
          })}
        </p>
      </div>
    </div>
  );
}
