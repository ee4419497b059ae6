import { Verification } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/verify.code.ts';
import { read } from '../api.ts';
import { entryOnPaper } from '../features/proof/load.ts';
import { Title } from '../features/shell/Title.tsx';
import { Verdict } from '../features/verify/Verdict.tsx';

interface Loaded {
  readonly verification: Verification;
  /** The entry that the square code of the paper in hand names. */
  readonly onPaper: string | undefined;
}

export async function loader(args: Route.LoaderArgs): Promise<Loaded> {
  const onPaper = entryOnPaper(args.request);
  return {
    onPaper,
    verification: await read(args, `/verification/${encodeURIComponent(args.params.code)}`, Verification),
  };
}

export default function VerifyCode({ loaderData, params }: Route.ComponentProps): React.JSX.Element {
  const { verification, onPaper } = loaderData;
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
      {verification.state !== 'unknown' && (
        <p>
          <Link
            className="button"
            to={`/verify/${encodeURIComponent(params.code)}/proof${onPaper === undefined ? '' : `?entry=${onPaper}`}`}
          >
            {say({ zh: '看它在账本中的证明', en: 'See its proof in the record' })}
          </Link>
        </p>
      )}
      <Link to="/verify">{say({ zh: '上传 PDF 或查验另一份', en: 'Upload a PDF, or verify another' })}</Link>
    </div>
  );
}
