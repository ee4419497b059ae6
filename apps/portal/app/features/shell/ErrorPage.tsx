import { useSay, type Words } from '@yimen/ui';
import { Link } from 'react-router';
import { Title } from './Title.tsx';

interface Wording {
  readonly title: Words;
  readonly text: Words;
  /** Asking again may help. */
  readonly again?: true;
}

const unreadable: Wording = {
  title: { zh: '网址无法识别', en: 'This address cannot be read' },
  text: {
    zh: '网址可能没有复制完整。请回首页重新查找。',
    en: 'It may not have been copied whole. Please start again from the home page.',
  },
};

/** What each failure means for the person, what became of their typing, and when to come back. */
const pages: Readonly<Record<number, Wording>> = {
  403: {
    title: { zh: '不能从别的网站提交', en: 'Not from another site' },
    text: {
      zh: '为了安全，只能在本网站的页面上填写和提交。请回首页重新进入。',
      en: 'For your safety forms are taken from this site’s own pages only. Please start again from the home page.',
    },
  },
  404: {
    title: { zh: '没有找到这个页面', en: 'Page not found' },
    text: {
      zh: '网址可能写错了，或者查询已经过期。请回首页重新查找，或用办件编号和查询码重新查询。',
      en: 'The address may be mistyped, or your look-up has expired. Start again from the home page, or track your case with its number and query code.',
    },
  },
  409: {
    title: { zh: '申请已经提交', en: 'It has been submitted' },
    text: {
      zh: '已经提交的申请不能再修改。要补充或撤回，请凭办件编号和查询码查进度，在进度页办理。',
      en: 'A submitted application can no longer be changed. To add to it or withdraw it, track it with its number and query code.',
    },
  },
  410: {
    title: { zh: '这个页面已经不再提供', en: 'This page is no longer offered' },
    text: {
      zh: '内容已经撤下或者过了保存期限：没有提交的申请 30 天不动会自动删除。请回首页重新查找。',
      en: 'It was withdrawn, or its time is over: an application not submitted is deleted when nobody touches it for 30 days. Please start again from the home page.',
    },
  },
  413: {
    title: { zh: '文件太大', en: 'The file is too large' },
    text: {
      zh: '一个文件不能超过 20 MB。请返回上一页，换一个小一些的文件，或者把扫描分成几个文件分别上传；已经上传的都还在。',
      en: 'A file may have up to 20 MB. Please go back and choose a smaller one, or split the scan; what was uploaded before is still there.',
    },
  },
  429: {
    title: { zh: '操作太频繁', en: 'Too many tries' },
    text: {
      zh: '为保护办件信息，请等一分钟再试。您已填写的内容都已保存。',
      en: 'To protect case data, please wait a minute and try again. What you typed is saved.',
    },
    again: true,
  },
  503: {
    title: { zh: '系统暂时不能使用', en: 'The service is unavailable for the moment' },
    text: {
      zh: '您已保存的内容没有丢失，请五分钟后再试。急办的事可以到窗口办理，期限不受影响。',
      en: 'Nothing you saved is lost. Please try again in five minutes. What is urgent can be done at a window; your time limits are not affected.',
    },
    again: true,
  },
};

const broken: Wording = {
  title: { zh: '系统出错了', en: 'Something went wrong' },
  text: {
    zh: '错误已经记录。您已保存的内容没有丢失，请几分钟后再试，或到窗口办理。',
    en: 'The error has been recorded. Nothing you saved is lost; please try again in a few minutes, or come to a window.',
  },
  again: true,
};

/** No answer at all: the browser could not reach us. */
export const OFFLINE = 0;
const offline: Wording = {
  title: { zh: '没有连上网络', en: 'You are not connected' },
  text: {
    zh: '请检查网络后再试。您填写的内容保存在这台设备上，连上后会自动保存到系统。',
    en: 'Please check your connection and try again. What you typed is kept on this device and will be saved once you are connected.',
  },
  again: true,
};

function wordingOf(status: number): Wording {
  if (status === OFFLINE) return offline;
  const known = pages[status === 502 || status === 504 ? 503 : status];
  return known ?? (status < 500 ? unreadable : broken);
}

export function ErrorPage({ status }: { readonly status: number }): React.JSX.Element {
  const say = useSay();
  const { title, text, again } = wordingOf(status);
  return (
    <div className="page narrow error-page">
      <Title words={title} />
      <h1>{say(title)}</h1>
      <p className="lead">{say(text)}</p>
      <div className="actions">
        {again === true && (
          <a className="button primary" href="">
            {say({ zh: '再试一次', en: 'Try again' })}
          </a>
        )}
        <Link className="button" to="/">
          {say({ zh: '回首页', en: 'Home' })}
        </Link>
        <Link className="button" to="/track">
          {say({ zh: '查办件进度', en: 'Track a case' })}
        </Link>
      </div>
    </div>
  );
}
