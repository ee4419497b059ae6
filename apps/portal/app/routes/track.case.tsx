import { dayInWords, remainingInWords, useLanguage, useSay, Zh, Mixed } from '@yimen/ui';
import { Link, useRouteLoaderData } from 'react-router';
import { ClockDetails } from '../features/track/ClockDetails.tsx';
import { Moves } from '../features/track/Moves.tsx';
import { PaperList } from '../features/track/PaperList.tsx';
import { Pauses, Timeline } from '../features/track/Timeline.tsx';
import { Title } from '../features/shell/Title.tsx';
import type { loader as trackedLoader } from './tracked.tsx';

type View = Awaited<ReturnType<typeof trackedLoader>>['view'];

export default function TrackCase(): React.JSX.Element {
  const say = useSay();
  const tracked = useRouteLoaderData<typeof trackedLoader>('routes/tracked');
  if (tracked === undefined) return <></>;
  const { view } = tracked;
  return (
    <div className="page">
      <Title words={{ zh: `办件进度：${view.status.words.zh}`, en: `Case: ${view.status.words.en}` }} />
      <h1>
        <Zh>{view.itemName}</Zh>
      </h1>
      <div className="status-panel">
        <Standing view={view} />
        <BothDates view={view} />
        {view.provisional && <Provisional />}
      </div>
      <Calls view={view} />
      <div className="two-columns">
        <div>
          <Timeline timeline={view.timeline} />
          <Pauses pauses={view.pauses} number={view.number} />
          <Moves moves={view.moves} />
        </div>
        <div>
          <PaperList papers={view.papers} number={view.number} />
          <ClockDetails clocks={view.clocks} />
          <p>
            {say({
              zh: `咨询 ${view.phone} · 投诉 ${view.complaintPhone}`,
              en: `Enquiries ${view.phone} · complaints ${view.complaintPhone}`,
            })}
          </p>
        </div>
      </div>
    </div>
  );
}

/** Where it stands, in one word and one sentence, and who has it. */
function Standing({ view }: { readonly view: View }): React.JSX.Element {
  const say = useSay();
  return (
    <>
      <p className="status-word">{say(view.status.words)}</p>
      <p>
        <Mixed text={say(view.status.now)} />
      </p>
      <p>
        {say({ zh: '现在在谁手里：', en: 'Who has it now: ' })}
        <strong>
          <Mixed text={say(view.holder)} />
        </strong>
      </p>
    </>
  );
}

function BothDates({ view }: { readonly view: View }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const shown = (on: string | undefined): string =>
    on === undefined ? say({ zh: '受理后确定', en: 'set on acceptance' }) : dayInWords(on, language);
  return (
    <dl className="dates">
      <div>
        <dt>{say({ zh: '承诺最晚办结', en: 'Promised by' })}</dt>
        <dd>{shown(view.promisedDue)}</dd>
      </div>
      <div>
        <dt>{say({ zh: '法律规定最晚', en: 'By law no later than' })}</dt>
        <dd>{shown(view.statutoryDue)}</dd>
      </div>
      {view.remaining !== undefined && (
        <div>
          <dt>{say({ zh: '剩余', en: 'Remaining' })}</dt>
          <dd>{say(remainingInWords(view.remaining))}</dd>
        </div>
      )}
    </dl>
  );
}

function Provisional(): React.JSX.Element {
  const say = useSay();
  return (
    <p className="hint">
      {say({
        zh: '日期在国务院尚未公布放假安排的年份，公布后会重新计算。',
        en: 'The year’s holiday notice is not published yet; the date will be reckoned again when it is.',
      })}
    </p>
  );
}

/** What the applicant can or must do now, first on the page. */
function Calls({ view }: { readonly view: View }): React.JSX.Element {
  const say = useSay();
  return (
    <>
      {view.correction !== undefined && (
        <div className="notice strong">
          <h2>{say({ zh: '需要您补正材料', en: 'You are asked to complete your papers' })}</h2>
          <p>
            {say({
              zh: '这是一次性告知的全部内容，大厅不会再要求第二次。',
              en: 'This is everything; the hall may not ask a second time.',
            })}
          </p>
          <Link className="button primary" to={`/track/${view.number}/correction`}>
            {say({ zh: '查看并补正', en: 'See and answer' })}
          </Link>
        </div>
      )}
      {view.canRate && (
        <p>
          <Link className="button primary" to={`/track/${view.number}/rating`}>
            {say({ zh: '评价这次服务', en: 'Rate this service' })}
          </Link>
        </p>
      )}
      {view.rating !== undefined && (
        <p className="tag good">
          {say({ zh: `您已评价：${view.rating.level} 星`, en: `Your rating: ${view.rating.level} of 5` })}
        </p>
      )}
      {view.canWithdraw && (
        <p>
          <Link to={`/track/${view.number}/withdrawal`}>{say({ zh: '撤回申请', en: 'Withdraw the application' })}</Link>
        </p>
      )}
    </>
  );
}
