import { Verification } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/verify.code.ts';
import { read } from '../api.ts';
import { Title } from '../features/shell/Title.tsx';
import { Verdict } from '../features/verify/Verdict.tsx';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly verification: Verification }> {
  return { verification: await read(args, `/verification/${encodeURIComponent(args.params.code)}`, Verification) };
}

export default function VerifyCode({ loaderData: { verification } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <div className="page narrow">
      <Title words={{ zh: '验真结果', en: 'Verification' }} />
      <h1>{say({ zh: '验真结果', en: 'Verification' })}</h1>
      <Verdict verification={verification} />
      <p>
        {say({
          zh: '请与手中的文书逐项核对。要确认内容没有被改动，请上传 PDF。',
          en: 'Compare with the paper in hand. To be sure its text was not altered, upload the PDF.',
        })}
      </p>
      <Link to="/verify">{say({ zh: '上传 PDF 或查验另一份', en: 'Upload a PDF, or verify another' })}</Link>
    </div>
  );
}
