import { useSay } from '@yimen/ui';
import { Title } from '../shell/Title.tsx';

/** Whatever went wrong on a screen in a hall: it begins anew, and people are near. */
export function KioskTrouble(): React.JSX.Element {
  const say = useSay();
  return (
    <main id="main" tabIndex={-1} className="page">
      <Title words={{ zh: '暂时无法显示', en: 'Not available just now' }} />
      <h1>{say({ zh: '暂时无法显示这一页', en: 'This page is not available just now' })}</h1>
      <p>
        {say({ zh: '请回首页再试，或者到导办台询问。', en: 'Please start again, or ask at the information desk.' })}
      </p>
      <a className="button primary big" href="/kiosk">
        {say({ zh: '回首页', en: 'Start again' })}
      </a>
    </main>
  );
}
