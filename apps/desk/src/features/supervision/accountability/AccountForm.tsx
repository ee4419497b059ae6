import type { AccountabilityActRequest, AccountabilityView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { useId, type JSX } from 'react';
import type { Typed } from '../../../shared/drafts/KeptForm.tsx';
import { ActsForm } from '../ActsForm.tsx';
import { useAccountAct } from './api.ts';
import { messages } from './messages.ts';

type Act = AccountabilityView['acts'][number];
type Command = AccountabilityActRequest['command'];
type Outcome = AccountabilityView['outcomes'][number]['outcome'];

const KIND = 'kind:';
/** What is written with each act, and whether an outcome is chosen. */
const FIELDS: {
  readonly [A in Act]: { readonly text?: 'findings' | 'text' | 'opinion' | 'reason'; readonly outcome?: true };
} = {
  dismissLead: { text: 'findings' },
  find: { text: 'findings', outcome: true },
  state: { text: 'text' },
  propose: { text: 'opinion', outcome: true },
  decide: { text: 'reason', outcome: true },
  sendBack: { text: 'reason' },
  serve: {},
  appeal: { text: 'text' },
  waive: {},
  review: { text: 'reason', outcome: true },
  closeAccount: { text: 'opinion' },
};

function Kinds({ account }: { readonly account: AccountabilityView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <fieldset className="proposal-cards">
      <legend>{t('kinds')}</legend>
      {account.dictionary.map(({ code, name, article }) => (
        <label key={code}>
          <input type="checkbox" name={`${KIND}${code}`} value="yes" /> {code} {say(name)}{' '}
          <span className="sub" lang="zh-CN">
            {article}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Fields({ act, account }: { readonly act: Act; readonly account: AccountabilityView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const { text, outcome } = FIELDS[act];
  return (
    <>
      {act === 'find' && <Kinds account={account} />}
      {outcome !== undefined && (
        <p className="card-field">
          <label htmlFor={`${id}-outcome`}>{t('chosenOutcome')}</label>
          <select
            id={`${id}-outcome`}
            name="outcome"
            className="select"
            defaultValue={account.outcomes.at(-1)?.outcome}
          >
            {account.outcomes.map((one) => (
              <option key={one.outcome} value={one.outcome}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </p>
      )}
      {text !== undefined && (
        <p className="card-field">
          <label htmlFor={`${id}-text`}>{t(text)}</label>
          <textarea id={`${id}-text`} name="text" rows={4} required maxLength={2000} />
        </p>
      )}
    </>
  );
}

function commandOf(act: Act, typed: Typed): Command {
  const { text = '', outcome = 'notPursued' } = typed;
  const kinds = Object.keys(typed).flatMap((name) => (name.startsWith(KIND) ? [name.slice(KIND.length)] : []));
  const field = FIELDS[act].text;
  const said = field === undefined ? {} : { [field]: text };
  // The fields of each act are those of its command; the server judges the whole.
  return { type: act, ...said, outcome: outcome as Outcome, kinds } as Command;
}

/** Verifying, stating, deciding, serving, appealing, reviewing: one act at a time. */
export function AccountForm({ account }: { readonly account: AccountabilityView }): JSX.Element {
  const t = useMessages(messages);
  const acting = useAccountAct(account.accountId);
  return (
    <ActsForm
      name={`account/${account.accountId}`}
      acts={account.acts}
      called={(act) => t(act)}
      fields={(act) => <Fields act={act} account={account} />}
      onSend={(act, typed, sent) => acting.mutate({ command: commandOf(act, typed) }, { onSuccess: sent })}
      task={acting}
    />
  );
}
