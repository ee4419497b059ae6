import type { CaseView } from '@yimen/contract';
import { useMessages, Mixed, useColon } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { messages } from './messages.ts';
import { useWhen } from '../when.ts';

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{typeof children === 'string' ? <Mixed text={children} /> : children}</dd>
    </div>
  );
}

/** What is to be decided, by whom it was proposed and when. */
function Proposed({ proposal }: { readonly proposal: NonNullable<CaseView['proposal']> }): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const colon = useColon();
  return (
    <>
      <h3>
        {colon(t('proposal'), '')}
        <span className={`outcome outcome--${proposal.outcome}`}>{t(proposal.outcome)}</span>
      </h3>
      <p className="sub">
        <Mixed text={t('proposedBy', { name: proposal.proposedBy, time: when(proposal.at) })} />
      </p>
    </>
  );
}

/** The decision as proposed: facts, basis, conditions, reason and the remedies a refusal must carry. */
export function Proposal({ shown }: { readonly shown: CaseView }): JSX.Element | null {
  const t = useMessages(messages);
  const { proposal } = shown;
  if (proposal === undefined) return null;
  const remedies = shown.item.detail?.remedies;
  const refuses = proposal.outcome !== 'grant';
  return (
    <section className="proposal" aria-label={t('proposal')}>
      <Proposed proposal={proposal} />
      <dl>
        <Line name={t('facts')}>{proposal.facts}</Line>
        <Line name={t('legalBasis')}>{proposal.basis}</Line>
        {proposal.conditions.length > 0 && (
          <Line name={t('conditions')}>
            <ol>
              {proposal.conditions.map((condition) => (
                <li key={condition}>
                  <Mixed text={condition} />
                </li>
              ))}
            </ol>
          </Line>
        )}
        {proposal.reason !== undefined && <Line name={t('reason')}>{proposal.reason}</Line>}
        {refuses && remedies !== undefined && (
          <Line name={t('remedies')}>
            {t('remediesText', { body: remedies.reconsiderationBody, court: remedies.court })}
          </Line>
        )}
      </dl>
    </section>
  );
}
