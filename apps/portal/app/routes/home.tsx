import { Hall } from '@yimen/contract';
import { useSay, Zh, type Words } from '@yimen/ui';
import { z } from 'zod';
import { Link } from 'react-router';
import type { Route } from './+types/home.ts';
import { read } from '../api.ts';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { Title } from '../features/shell/Title.tsx';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly halls: readonly Hall[] }> {
  return read(args, '/halls', z.object({ halls: z.array(Hall) }));
}

export default function Home({ loaderData: { halls } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const [first] = halls;
  return (
    <div className="page">
      <Title words={{ zh: '进一个门，办所有事', en: 'One door, every public service' }} />
      <section className="hero">
        <h1>{say({ zh: '进一个门，办所有事', en: 'One door, every public service' })}</h1>
        <p>
          {say({
            zh: '用平常的话说出您要办的事，不必知道它的正式名称。',
            en: 'Say what you need in everyday words; no need to know its official name.',
          })}
        </p>
        {first !== undefined && <SearchBox jurisdiction={first.jurisdiction} query="" />}
      </section>
      <section aria-labelledby="halls-title">
        <h2 id="halls-title">{say({ zh: '选择政务服务大厅', en: 'Choose a hall' })}</h2>
        <ul className="cards">
          {halls.map((hall) => (
            <HallCard hall={hall} key={hall.jurisdiction} />
          ))}
        </ul>
      </section>
      <section className="pair">
        <Door to="/resume" title={{ zh: '继续填写申请', en: 'Go on with an application' }} text={resumeText} />
        <Door to="/track" title={{ zh: '查办件进度', en: 'Track a case' }} text={trackText} />
        <Door to="/verify" title={{ zh: '验真文书', en: 'Verify a paper' }} text={verifyText} />
      </section>
    </div>
  );
}

const resumeText: Words = {
  zh: '用续填码在任何手机或电脑上接着填，填过的不用再填。',
  en: 'With your resume code, on any phone or computer; nothing is asked twice.',
};
const trackText: Words = {
  zh: '凭办件编号和查询码，看现在到哪一步、谁在办、最晚哪天办完。',
  en: 'With its number and query code: where it is, who has it, by when it must be done.',
};
const verifyText: Words = {
  zh: '扫文书上的二维码、输入验证码，或上传 PDF。',
  en: 'Scan the code on the paper, type it in, or upload the PDF.',
};

function Door({
  to,
  title,
  text,
}: {
  readonly to: string;
  readonly title: Words;
  readonly text: Words;
}): React.JSX.Element {
  const say = useSay();
  return (
    <Link className="card" to={to}>
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
    </Link>
  );
}

function HallCard({ hall }: { readonly hall: Hall }): React.JSX.Element {
  const say = useSay();
  return (
    <li>
      <Link className="card" to={`/halls/${hall.jurisdiction}`}>
        <h3>
          <Zh>{hall.name}</Zh>
          {hall.demonstration && <span className="tag">{say({ zh: '演示', en: 'demonstration' })}</span>}
        </h3>
        <p>
          {say({ zh: `${hall.itemCount} 个事项`, en: `${hall.itemCount} items` })} · <Zh>{hall.address}</Zh>
        </p>
      </Link>
    </li>
  );
}
