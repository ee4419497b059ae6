import { useSay, type Words } from '@yimen/ui';
import { Link } from 'react-router';

const pages: Readonly<Record<number, { readonly title: Words; readonly text: Words }>> = {
  404: {
    title: { zh: '没有找到这个页面', en: 'Page not found' },
    text: {
      zh: '网址可能写错了，或者查询已经过期。请回首页重新查找，或用办件编号和查询码重新查询。',
      en: 'The address may be mistyped, or your look-up has expired. Start again from the home page, or track your case with its number and query code.',
    },
  },
  429: {
    title: { zh: '操作太频繁', en: 'Too many tries' },
    text: {
      zh: '为保护办件信息，请等一分钟再试。您已填写的内容都已保存。',
      en: 'To protect case data, please wait a minute and try again. What you typed is saved.',
    },
  },
  503: {
    title: { zh: '系统暂时不能使用', en: 'The service is unavailable for the moment' },
    text: {
      zh: '您已保存的内容没有丢失，请几分钟后再试，或到窗口办理。',
      en: 'Nothing you saved is lost. Please try again in a few minutes, or come to a window.',
    },
  },
};

const broken = {
  title: { zh: '系统出错了', en: 'Something went wrong' },
  text: {
    zh: '错误已经记录。您已保存的内容没有丢失，请稍后再试，或到窗口办理。',
    en: 'The error has been recorded. Nothing you saved is lost; please try again later, or come to a window.',
  },
} as const;

export function ErrorPage({ status }: { readonly status: number }): React.JSX.Element {
  const say = useSay();
  const page = pages[status] ?? broken;
  return (
    <div className="page narrow">
      <title>{say(page.title)}</title>
      <h1>{say(page.title)}</h1>
      <p>{say(page.text)}</p>
      <p>
        <Link to="/">{say({ zh: '回首页', en: 'Home' })}</Link>　
        <Link to="/track">{say({ zh: '查办件进度', en: 'Track a case' })}</Link>
      </p>
    </div>
  );
}
