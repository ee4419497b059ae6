import type { AccountabilityChoice, AccountabilityRequest } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { KeptForm, type Typed } from '../../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { Loading } from '../../../shared/states/Loading.tsx';
import { CardName } from '../proposals/CardName.tsx';
import { useChoice, useOpening, type OpenedFrom } from './api.ts';
import { GroundFields } from './GroundFields.tsx';
import { messages } from './messages.ts';

/** Whose people are to choose from; the address holds it. */
function Department({ departments, chosen }: Pick<AccountabilityChoice, 'departments'> & { readonly chosen: string }) {
  const t = useMessages(messages);
  const id = useId();
  const [, setParams] = useSearchParams();
  return (
    <p className="card-field">
      <label htmlFor={id}>{t('department')}</label>
      <select
        id={id}
        className="select"
        value={chosen}
        onChange={(event) => setParams({ department: event.target.value }, { replace: true })}
      >
        {departments.map(({ authority, name }) => (
          <option key={authority} value={authority} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Fields({ choice }: { readonly choice: AccountabilityChoice }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  return (
    <>
      {choice.card !== undefined && (
        <p>
          {t('ground')} <CardName {...choice.card} />
        </p>
      )}
      <p className="card-field">
        <label htmlFor={`${id}-subject`}>{t('person')}</label>
        <select id={`${id}-subject`} name="subject" className="select" required>
          {choice.people.map(({ person, name, post, named }) => (
            <option key={person} value={person} lang="zh-CN">
              {[name, post, named ? t('named') : ''].filter((word) => word !== '').join(' · ')}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-level`}>{t('level')}</label>
        <select id={`${id}-level`} name="level" className="select" required>
          {choice.levels.map(({ level, name }) => (
            <option key={level} value={level}>
              {say(name)}
            </option>
          ))}
        </select>
      </p>
      <GroundFields sources={choice.sources} needed={choice.card === undefined} />
      <p className="card-field">
        <label htmlFor={`${id}-lead`}>{t('lead')}</label>
        <textarea id={`${id}-lead`} name="lead" rows={3} required maxLength={2000} />
      </p>
    </>
  );
}

/** What was typed, as the server takes it; a source that was not chosen is none. */
function wishOf(from: OpenedFrom, { subject = '', level = '', lead = '', source = '', reference = '' }: Typed) {
  return {
    subject,
    lead,
    level: level as AccountabilityRequest['level'],
    cards: 'card' in from ? [from.card] : [],
    proposals: [],
    grounds: source === '' ? [] : [{ source: source as GroundSource, reference }],
  };
}
type GroundSource = NonNullable<AccountabilityRequest['grounds']>[number]['source'];

const keyOf = (from: OpenedFrom): string => ('card' in from ? from.card : `of/${from.authority}`);

/** A case about one person: from a card, those it names first; or on another ground, about anybody of a department. */
export function OpenForm({ from }: { readonly from: OpenedFrom }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const choice = useChoice(from).data;
  const opening = useOpening();
  const navigate = useNavigate();
  const problem = problemOf(opening.error);
  const send = (typed: Typed, sent: () => void): void =>
    opening.mutate(wishOf(from, typed), {
      onSuccess: ({ accountId }) => [sent(), void navigate(`/supervision/accountability/${accountId}`)],
    });
  if (choice === undefined) return <Loading words={t('loading')} />;
  return (
    <KeptForm name={`account/${keyOf(from)}`} label={t('open')} className="card-acts" onSend={send}>
      <h2>{t('open')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {'authority' in from && <Department departments={choice.departments} chosen={from.authority} />}
      <Fields choice={choice} />
      <Button type="primary" htmlType="submit" loading={opening.isPending}>
        {t('confirmOpen')}
      </Button>
    </KeptForm>
  );
}
