import { dayInWords, inGroupsOfFour, useLanguage, useSay, Zh, type Words } from '@yimen/ui';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/apply.done.ts';
import { loadApplying, type Applying } from '../features/apply/draft.ts';
import { Print } from '../features/shell/Print.tsx';
import { Title } from '../features/shell/Title.tsx';

interface Done {
  readonly filed: NonNullable<Applying['draft']['filed']>;
  readonly service: Applying['detail']['service'];
}

export async function loader(args: Route.LoaderArgs): Promise<Done | Response> {
  const { draft, detail } = await loadApplying(args, args.params.draftId);
  if (draft.filed === undefined) return redirect(`/apply/${draft.draftId}`);
  return { filed: draft.filed, service: detail.service };
}

export default function DonePage({ loaderData: { filed, service } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <div className="page narrow">
      <Title words={{ zh: '申请已提交', en: 'Application submitted' }} />
      <div className="panel">
        <h1>{say({ zh: '申请已提交', en: 'Application submitted' })}</h1>
        <p>{say({ zh: '办件编号', en: 'Case number' })}</p>
        <p className="case-number">{inGroupsOfFour(filed.number)}</p>
        <p>
          {say({ zh: '查询码', en: 'Query code' })} <strong className="query-code">{filed.queryCode}</strong>
        </p>
      </div>
      <p>
        {say({
          zh: '请记下编号和查询码，或收藏本页：以后随时打开都能看到。',
          en: 'Write both down or bookmark this page; it stays.',
        })}
      </p>
      <h2>{say({ zh: '接下来', en: 'What happens next' })}</h2>
      <NextSteps filed={filed} service={service} />
      <div className="actions">
        <Link className="button primary big" to={`/track/${filed.number}`}>
          {say({ zh: '查看办件进度', en: 'Track this case' })}
        </Link>
        <Print words={{ zh: '打印本页', en: 'Print this page' }} />
      </div>
    </div>
  );
}

const received: Words = {
  zh: '材料已于今天收到，收件凭证可在进度页下载。',
  en: 'Your papers count as received today; the receipt is on the tracking page.',
};
const fiveDays: Words = {
  zh: '五个工作日内，大厅受理，或一次告知您全部要补的内容；逾期不告知，自今天起即为受理（《行政许可法》第三十二条）。',
  en: 'Within five working days the hall accepts, or tells you once all that is missing; if it stays silent, your case counts as accepted from today (Art. 32).',
};

function NextSteps({ filed, service }: Done): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  return (
    <ol>
      <li>{say(received)}</li>
      <li>{say(fiveDays)}</li>
      {filed.promisedDue !== undefined && (
        <li>
          {say({
            zh: `承诺最晚 ${dayInWords(filed.promisedDue, language)} 办结。`,
            en: `Promised by ${dayInWords(filed.promisedDue, language)}.`,
          })}
        </li>
      )}
      <li>
        {say({ zh: '有疑问请打电话：', en: 'Questions? Call ' })}
        <Zh>{service.phone}</Zh>
      </li>
    </ol>
  );
}
