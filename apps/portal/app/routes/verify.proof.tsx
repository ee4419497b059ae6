import { useMessages } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/verify.proof.ts';
import { entryOnPaper, loadProof } from '../features/proof/load.ts';
import { messages } from '../features/proof/messages.ts';
import { ProofView, type ShownProof } from '../features/proof/ProofView.tsx';
import { Title } from '../features/shell/Title.tsx';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly shown: ShownProof }> {
  const path = `/verification/${encodeURIComponent(args.params.code)}/proof`;
  return { shown: await loadProof(args, path, entryOnPaper(args.request)) };
}

/** Proves to whoever holds a paper that the entry it stands on is in the signed record. */
export default function VerifyProof({ loaderData: { shown }, params }: Route.ComponentProps): React.JSX.Element {
  const t = useMessages(messages);
  const verify = `/verify/${encodeURIComponent(params.code)}`;
  return (
    <div className="page narrow">
      <Title words={messages.title} />
      <h1>{t('title')}</h1>
      <ProofView shown={shown} json={`${verify}/proof.json`} />
      {shown.found.state === 'pending' && (
        <p>
          <a className="button" href="">
            {t('again')}
          </a>
        </p>
      )}
      <Link to={verify}>{t('back')}</Link>
    </div>
  );
}
