import { useMessages } from '@yimen/ui';
import { HeadedTable } from '../shell/HeadedTable.tsx';
import type { Judgement, Proved } from './judge.ts';
import { messages } from './messages.ts';

/** The way from the entry to the signed root, for whoever wants to reckon it by hand. */
export function StepTable({
  proof,
  judgement,
}: {
  readonly proof: Proved;
  readonly judgement: Judgement;
}): React.JSX.Element {
  const t = useMessages(messages);
  const heads = [t('step'), t('beside'), t('side'), t('result')];
  return (
    <details>
      <summary>{t('steps')}</summary>
      <p>{t('stepsWords')}</p>
      <HeadedTable heads={heads}>
        <StepRow at={0} result={judgement.leaf} />
        {judgement.steps.map((step, at) => (
          <StepRow key={step.result} at={at + 1} {...step} />
        ))}
      </HeadedTable>
      <pre className="hashes" tabIndex={0} aria-label={t('checkpoint')}>
        {proof.note}
      </pre>
    </details>
  );
}

interface StepRowProps {
  readonly at: number;
  readonly result: string;
  /** Absent on the leaf, where nothing is joined yet. */
  readonly beside?: string;
  readonly side?: 'left' | 'right';
}

function StepRow({ at, beside = '—', side, result }: StepRowProps): React.JSX.Element {
  const t = useMessages(messages);
  return (
    <tr>
      <td data-label={t('step')}>{at}</td>
      <td data-label={t('beside')}>
        <code className="wrap">{beside}</code>
      </td>
      <td data-label={t('side')}>{side === undefined ? '—' : t(side)}</td>
      <td data-label={t('result')}>
        <code className="wrap">{result}</code>
      </td>
    </tr>
  );
}
