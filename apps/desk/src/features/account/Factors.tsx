import type { Account } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, useColon } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useNewCodes, useRemoval } from './api.ts';
import { messages } from './messages.ts';
import { RecoveryList, Setup } from './Setup.tsx';
import { useWhen } from '../../shared/when.ts';

interface Row {
  readonly which: string;
  readonly name: string;
  readonly details: string;
}

function useRows({ totpSince, passkeys }: Account): readonly Row[] {
  const t = useMessages(messages);
  const when = useWhen();
  const codes =
    totpSince === undefined ? [] : [{ which: 'totp', name: t('totp'), details: t('since', { when: when(totpSince) }) }];
  const keys = passkeys.map(({ id, name, createdAt, lastUsedAt }) => {
    const used = lastUsedAt === undefined ? '' : `，${t('used', { when: when(lastUsedAt) })}`;
    return { which: id, name: t('passkey', { name }), details: `${t('since', { when: when(createdAt) })}${used}` };
  });
  return [...codes, ...keys];
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly onRemove: (which: string) => void;
}

function Rows({ rows, onRemove }: RowsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <ul className="rows">
      {rows.map(({ which, name, details }) => (
        <li key={which}>
          <span>
            <strong>{name}</strong> <span className="hint">{details}</span>
          </span>
          <button type="button" className="link" aria-label={`${t('remove')} ${name}`} onClick={() => onRemove(which)}>
            {t('remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The second factors of the account: there, to add, to give up; and the codes for when they are lost. */
export function Factors({ account }: { readonly account: Account }): JSX.Element {
  const colon = useColon();
  const t = useMessages(messages);
  const say = useSay();
  const rows = useRows(account);
  const removal = useRemoval();
  const newCodes = useNewCodes();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const problem = problemOf(removal.error ?? newCodes.error);
  const renew = (): void => newCodes.mutate(undefined, { onSuccess: (made) => setCodes(made.codes) });
  return (
    <section aria-labelledby="factors">
      <h2 id="factors">{t('factors')}</h2>
      <p className="hint">{t('factorsWhy')}</p>
      {problem !== undefined && (
        <ErrorSummary title={t('failed')} errors={[{ text: say(problem.words) }]} article={problem.article} />
      )}
      {rows.length === 0 && <p className="empty">{t('noFactor')}</p>}
      <Rows rows={rows} onRemove={removal.mutate} />
      <Setup hasTotp={account.totpSince !== undefined} onDone={() => undefined} />
      {rows.length > 0 && codes.length === 0 && (
        <p>
          {colon(t('recovery'), t('recoveryLeft', { count: String(account.recoveryLeft) }))}{' '}
          <Button size="small" loading={newCodes.isPending} onClick={renew}>
            {t('renew')}
          </Button>
        </p>
      )}
      {codes.length > 0 && <RecoveryList codes={codes} onKept={() => setCodes([])} />}
    </section>
  );
}
