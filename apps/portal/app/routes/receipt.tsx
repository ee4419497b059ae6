import { useMessages } from '@yimen/ui';
import type { Route } from './+types/receipt.ts';
import { loadProof } from '../features/proof/load.ts';
import { messages } from '../features/proof/messages.ts';
import { ProofView, type ShownProof } from '../features/proof/ProofView.tsx';
import { Title } from '../features/shell/Title.tsx';

const HASH = /^[0-9a-f]{64}$/;

export async function loader(args: Route.LoaderArgs): Promise<{ readonly shown: ShownProof }> {
  const hash = args.params.hash.toLowerCase();
  if (HASH.test(hash)) return { shown: await loadProof(args, `/proof/entries/${hash}`) };
  const words = {
    zh: '凭证号应为 64 位数字和字母 a–f，请核对。',
    en: 'The number has 64 digits and letters a–f; please check it.',
  };
  return { shown: { found: { format: 'yimen-proof/1', state: 'unknown', words }, judgement: undefined } };
}

/** Proves to whoever knows the hash of an entry that it is in the signed record; shows nothing of what the entry says. */
export default function Receipt({ loaderData: { shown } }: Route.ComponentProps): React.JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="page narrow">
      <Title words={messages.receiptTitle} />
      <h1>{t('receiptTitle')}</h1>
      <ProofView shown={shown} />
    </div>
  );
}
