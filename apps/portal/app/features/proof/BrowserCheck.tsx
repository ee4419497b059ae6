import { useMessages } from '@yimen/ui';
import { useEffect, useState } from 'react';
import { canJudge, judge, type Judgement, type Proved } from './judge.ts';
import { messages } from './messages.ts';

/** The reader's own browser reckons the proof again, where it runs scripts; what the server reckoned stands without it. */
export function BrowserCheck({
  hash,
  proof,
}: {
  readonly hash: string;
  readonly proof: Proved;
}): React.JSX.Element | null {
  const t = useMessages(messages);
  const [judgement, setJudgement] = useState<Judgement>();
  useEffect(() => {
    if (!canJudge()) return undefined;
    let here = true;
    void judge(hash, proof).then((reckoned) => here && setJudgement(reckoned));
    return () => {
      here = false;
    };
  }, [hash, proof]);
  if (judgement === undefined) return null;
  const agrees = judgement.reaches && judgement.signature !== 'invalid';
  return (
    <p className={agrees ? 'tag good' : 'tag bad'} role="status">
      {agrees ? '✓ ' : '✗ '}
      {t('here', { outcome: t(agrees ? 'hereYes' : 'hereNo') })}
    </p>
  );
}
