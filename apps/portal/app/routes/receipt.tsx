import { EntryProof } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import type { Route } from './+types/receipt.ts';
import { read } from '../api.ts';
import { Title } from '../features/shell/Title.tsx';

const HASH = /^[0-9a-f]{64}$/;

export async function loader(args: Route.LoaderArgs): Promise<{ readonly found: EntryProof }> {
  const hash = args.params.hash.toLowerCase();
  if (!HASH.test(hash)) {
    const words = {
      zh: '凭证号应为 64 位数字和字母 a–f，请核对。',
      en: 'The number has 64 digits and letters a–f; please check it.',
    };
    return { found: { state: 'unknown', words, hash: '' } };
  }
  return { found: await read(args, `/proof/entries/${hash}`, EntryProof) };
}

/** Proves to whoever holds a receipt that its entry is in the signed record; shows nothing of what the entry says. */
export default function Receipt({ loaderData: { found } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const title = { zh: '核验受理凭证', en: 'Check a receipt' };
  return (
    <div className="page narrow">
      <Title words={title} />
      <h1>{say(title)}</h1>
      <p role="status">
        <strong>{found.state === 'included' ? '✓ ' : '✗ '}</strong>
        {say(found.words)}
      </p>
      {found.proof !== undefined && <Proof proof={found.proof} hash={found.hash} />}
    </div>
  );
}

type Proved = NonNullable<EntryProof['proof']>;

function Proof({ proof, hash }: { readonly proof: Proved; readonly hash: string }): React.JSX.Element {
  const say = useSay();
  const { index, size, path, note, verifierKey } = proof;
  return (
    <>
      <p>
        {say({
          zh: `它是账本里的第 ${String(index + 1)} 条，账本已签名的共 ${String(size)} 条。这里不显示办件内容和个人信息。`,
          en: `It is entry ${String(index + 1)} of ${String(size)} that are signed. Nothing of the case or of any person is shown here.`,
        })}
      </p>
      <details>
        <summary>{say({ zh: '自己验证', en: 'Verify it yourself' })}</summary>
        <p>
          {say({
            zh: '从凭证号出发，依次与下列哈希合并（RFC 6962），应得到检查点里的树根；检查点由政务服务中心的密钥签名。',
            en: 'Beginning with the number of the receipt, combine with the hashes below in turn (RFC 6962): the result is the root in the checkpoint, which the service centre has signed.',
          })}
        </p>
        <pre className="hashes" tabIndex={0} aria-label={say({ zh: '证明', en: 'The proof' })}>
          {[hash, '', ...path, '', note, verifierKey].join('\n')}
        </pre>
      </details>
    </>
  );
}
