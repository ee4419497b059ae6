import { useSay, type Language } from '@yimen/ui';
import { Form, Link, useLocation } from 'react-router';

interface Props {
  readonly language: Language;
  readonly large: boolean;
  readonly demo: boolean;
}

export function Header({ language, large, demo }: Props): React.JSX.Element {
  const say = useSay();
  return (
    <header className="site-header">
      <a className="skip-link" href="#main">
        {say({ zh: '跳到正文', en: 'Skip to main content' })}
      </a>
      {demo && (
        <p className="demo-band" role="note">
          {say({
            zh: '演示系统 · 事项承诺时限、人员、电话和文书均为演示，不具法律效力',
            en: 'Demonstration · promised limits, people, phones and papers are invented and have no legal force',
          })}
        </p>
      )}
      <div className="site-bar">
        <Link className="brand" to="/">
          <span className="brand-mark" aria-hidden="true" lang="zh-CN">
            一门
          </span>
          <span>{say({ zh: '政务服务', en: 'Public services' })}</span>
        </Link>
        <nav aria-label={say({ zh: '主要', en: 'Main' })}>
          <Link to="/resume">{say({ zh: '续填申请', en: 'Resume' })}</Link>
          <Link to="/track">{say({ zh: '查办件进度', en: 'Track a case' })}</Link>
          <Link to="/verify">{say({ zh: '验真文书', en: 'Verify a paper' })}</Link>
        </nav>
        <Preferences language={language} large={large} />
      </div>
    </header>
  );
}

/** Letters and language, which every page offers. */
export function Preferences({
  language,
  large,
}: {
  readonly language: Language;
  readonly large: boolean;
}): React.JSX.Element {
  const say = useSay();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/preferences" className="preferences" reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <button name="large" value={large ? 'no' : 'yes'} aria-pressed={large}>
        {large ? say({ zh: '标准字号', en: 'Normal text' }) : say({ zh: '长辈模式', en: 'Large text' })}
      </button>
      <button name="language" value={language === 'zh' ? 'en' : 'zh'} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {language === 'zh' ? 'English' : '中文'}
      </button>
    </Form>
  );
}
