import type { AccountabilityChoice } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { useId, useState, type JSX } from 'react';
import { messages } from './messages.ts';

interface GroundFieldsProps extends Pick<AccountabilityChoice, 'sources'> {
  /** Nothing else it rests on is there. */
  readonly needed: boolean;
}

/** 投诉、检查、审计、台账、移送: the other ground a case rests on, with the number it can be found by. */
export function GroundFields({ sources, needed }: GroundFieldsProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const [chosen, choose] = useState<string>('');
  const source = sources.find((one) => one.source === chosen);
  return (
    <fieldset className="rule-fields">
      <legend>{t(needed ? 'groundOf' : 'otherSource')}</legend>
      <p className="card-field">
        <label htmlFor={`${id}-source`}>{t('kindOfSource')}</label>
        <select
          id={`${id}-source`}
          name="source"
          className="select"
          required={needed}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t(needed ? 'choose' : 'noOther')}</option>
          {sources.map((one) => (
            <option key={one.source} value={one.source}>
              {say(one.name)}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-reference`}>{source === undefined ? t('reference') : say(source.reference)}</label>
        <input
          id={`${id}-reference`}
          name="reference"
          maxLength={200}
          autoComplete="off"
          required={needed || source !== undefined}
        />
      </p>
    </fieldset>
  );
}
