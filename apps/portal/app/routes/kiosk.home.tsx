import { useSay, type Words } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/kiosk.home.ts';
import { Title } from '../features/shell/Title.tsx';

interface Door {
  readonly to: string;
  readonly name: Words;
  readonly text: Words;
}

const doors: readonly Door[] = [
  {
    to: 'find?by=theme',
    name: { zh: '按主题找', en: 'By theme' },
    text: { zh: '开店、建房、上学、看病……', en: 'A shop, a building, a school…' },
  },
  {
    to: 'find?by=department',
    name: { zh: '按部门找', en: 'By department' },
    text: { zh: '知道归哪个部门管', en: 'If you know whose it is' },
  },
  {
    to: 'find?by=letter',
    name: { zh: '按首字母找', en: 'By first letter' },
    text: { zh: '事项名称第一个字的拼音', en: 'Pinyin of the first character' },
  },
  {
    to: 'search',
    name: { zh: '拼音查找', en: 'Search in pinyin' },
    text: { zh: '按首字母，如“食品”按 S P', en: 'Initials will do: S P for shipin (food)' },
  },
  {
    to: 'track',
    name: { zh: '查办件进度', en: 'Track a case' },
    text: { zh: '凭办件编号和查询码', en: 'With its number and query code' },
  },
];

export default function KioskHome({ params }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <main id="main" tabIndex={-1} className="kiosk-page">
      <Title words={{ zh: '自助查询', en: 'Self-service guide' }} />
      <h1>{say({ zh: '您要办什么事？', en: 'What do you need to do?' })}</h1>
      <ul className="tiles doors">
        {doors.map(({ to, name, text }) => (
          <li key={to}>
            <Link className="tile" to={`/kiosk/${params.jurisdiction}/${to}`}>
              <strong>{say(name)}</strong>
              <span className="hint">{say(text)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="hint">
        {say({
          zh: '不想用机器？请直接到导办台，工作人员会帮您。',
          en: 'Rather not use a machine? Ask at the information desk; people will help you.',
        })}
      </p>
    </main>
  );
}
