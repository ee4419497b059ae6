import type { EndedItem } from '@yimen/contract';
import { dayInWords, Said, useLanguage, useSay, Zh } from '@yimen/ui';
import { Successors } from '../lists/Successors.tsx';
import { Back } from '../shell/Back.tsx';
import { Title } from '../shell/Title.tsx';

interface EndedProps {
  readonly ended: EndedItem;
  readonly jurisdiction: string;
}

/** An item that left the list keeps its address: who kept it learns until when it was, and where to go now. */
export function Ended({ ended, jurisdiction }: EndedProps): React.JSX.Element {
  const say = useSay();
  const { name, authorityName, lastDay, change, receiver, successors } = ended;
  const day = dayInWords(lastDay, useLanguage());
  return (
    <div className="page">
      <Title words={{ zh: `${name}：已退出清单`, en: `Left the list: ${name}` }} />
      <Back to={`/halls/${jurisdiction}`} words={{ zh: '返回事项列表', en: 'Back to all items' }} />
      <p className="kicker">
        <Zh>{authorityName}</Zh>
      </p>
      <h1>
        <Zh>{name}</Zh>
      </h1>
      <div className="notice">
        <p>
          <strong>
            {say({
              zh: `这个事项已经退出清单，最后有效日是${day}，不再受理申请。`,
              en: `This item has left the list. Its last day was ${day}; applications are no longer taken.`,
            })}
          </strong>
        </p>
        {change !== undefined && <By change={change} />}
        {receiver === undefined ? (
          <Successors successors={successors} jurisdiction={jurisdiction} />
        ) : (
          <Receiver name={receiver} />
        )}
      </div>
      <p>
        {say({
          zh: '已经受理的办件仍按受理时的版本办完。',
          en: 'Cases accepted before go on under the version they were accepted under.',
        })}
      </p>
    </div>
  );
}

/** It is done elsewhere now: that is where to ask. */
function Receiver({ name }: { readonly name: string }): React.JSX.Element {
  const say = useSay();
  return (
    <p>
      {say({ zh: '这个事项现在由', en: 'It is now carried out by ' })}
      <Zh>{name}</Zh>
      {say({ zh: '承接，请向该机关咨询和申请。', en: ': ask and apply there.' })}
    </p>
  );
}

function By({ change: { number, kind } }: { readonly change: NonNullable<EndedItem['change']> }): React.JSX.Element {
  const say = useSay();
  return (
    <p>
      {say({ zh: '依据：', en: 'By ' })}
      <Zh>{number}</Zh>
      {say({ zh: '（', en: ' (' })}
      <Said words={kind} />
      {say({ zh: '）。', en: ').' })}
    </p>
  );
}
