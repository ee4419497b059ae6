import type { EntryProof } from '@yimen/contract';
import { shortHash } from '@yimen/core/documents';
import { Mixed, timeInWords, useLanguage, useMessages, useSay } from '@yimen/ui';
import { BrowserCheck } from './BrowserCheck.tsx';
import type { Judgement, Proved } from './judge.ts';
import { messages } from './messages.ts';
import { StepTable } from './StepTable.tsx';

/** A proof as the page shows it, with what the portal's server reckoned from it. */
export interface ShownProof {
  readonly found: EntryProof;
  readonly judgement: Judgement | undefined;
  /** The hash that the square code of the paper in hand carries. */
  readonly onPaper?: string | undefined;
}

type Standing = 'good' | 'bad' | 'unknown';
const MARKS = { good: '✓', bad: '✗', unknown: '?' } as const satisfies Record<Standing, string>;

const differs = ({ found, onPaper }: ShownProof): boolean =>
  onPaper !== undefined && found.hash !== undefined && onPaper !== found.hash;

function standingOf(shown: ShownProof): Standing {
  if (differs(shown)) return 'bad';
  const { found, judgement } = shown;
  if (found.state !== 'included' || judgement === undefined) return 'unknown';
  return judgement.reaches && judgement.signature !== 'invalid' ? 'good' : 'bad';
}

/** Whether an entry is in the signed record, with the whole way by which that is known. Never what the entry says. */
export function ProofView({ shown, json }: { readonly shown: ShownProof; readonly json?: string }): React.JSX.Element {
  const t = useMessages(messages);
  const { found, judgement } = shown;
  const { hash, proof } = found;
  return (
    <>
      <Verdict shown={shown} />
      <p>{t('intro')}</p>
      {hash !== undefined && <Facts shown={shown} hash={hash} />}
      {hash !== undefined && proof !== undefined && <BrowserCheck hash={hash} proof={proof} />}
      {json !== undefined && proof !== undefined && <Download json={json} verifierKey={proof.verifierKey} />}
      {proof !== undefined && judgement !== undefined && <StepTable proof={proof} judgement={judgement} />}
    </>
  );
}

function Verdict({ shown }: { readonly shown: ShownProof }): React.JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { found } = shown;
  const standing = standingOf(shown);
  const words = {
    good: t('included', { number: (found.proof?.index ?? 0) + 1 }),
    bad: t(differs(shown) ? 'differs' : 'broken'),
    unknown: say(found.words),
  }[standing];
  return (
    <div className={`verdict ${standing}`} role="status">
      <p className="verdict-word">
        <span aria-hidden="true">{found.state === 'pending' && standing === 'unknown' ? '…' : MARKS[standing]}</span>{' '}
        {words}
      </p>
    </div>
  );
}

/** How the entry of the record stands to the one that the paper in hand names. */
function OnPaper({
  hash,
  onPaper,
}: {
  readonly hash: string;
  readonly onPaper: string | undefined;
}): React.JSX.Element {
  const t = useMessages(messages);
  if (onPaper === undefined) return <Mixed text={t('compare')} />;
  return <>{onPaper === hash ? t('same') : t('other', { hash: shortHash(onPaper) })}</>;
}

function Facts({ shown, hash }: { readonly shown: ShownProof; readonly hash: string }): React.JSX.Element {
  const t = useMessages(messages);
  const { found, judgement, onPaper } = shown;
  return (
    <dl className="summary">
      <div>
        <dt>{t('entry')}</dt>
        <dd>
          <strong>{shortHash(hash)}</strong>{' '}
          <span className="hint">
            <OnPaper hash={hash} onPaper={onPaper} />
          </span>
          <br />
          <code className="wrap">{hash}</code>
        </dd>
      </div>
      {found.proof !== undefined && judgement !== undefined && <Reckoned proof={found.proof} judgement={judgement} />}
    </dl>
  );
}

function Reckoned({ proof, judgement }: { readonly proof: Proved; readonly judgement: Judgement }): React.JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const lines = [
    [t('place'), t('placeOf', { number: proof.index + 1, size: proof.size })],
    [t('signedAt'), timeInWords(proof.at, language)],
    [t('path'), judgement.reaches ? t('pathOf', { steps: judgement.steps.length }) : t('pathNot')],
    [t('signature'), t(judgement.signature)],
  ];
  return (
    <>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </>
  );
}

/** The file and the command that checks it without this site. */
function Download({ json, verifierKey }: { readonly json: string; readonly verifierKey: string }): React.JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <p>
        <a className="button" href={json} download>
          {t('download')}
        </a>
      </p>
      <p>{t('offline')}</p>
      <pre className="hashes" tabIndex={0} aria-label={t('offline')}>
        {`python3 tools/verify/verify.py --proof proof.json --key ${verifierKey}`}
      </pre>
      <p className="hint">{t('key')}</p>
    </>
  );
}
