import { useMessages } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { messages } from './messages.ts';

interface LabelledProps {
  readonly id: string;
  readonly name: keyof typeof messages;
  readonly optional?: true;
  readonly children: ReactNode;
}

/** A field under what it is called. */
export function Labelled({ id, name, optional, children }: LabelledProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <p className="typed">
      <label htmlFor={id}>
        {t(name)}
        {optional && <span className="optional">{t('optional')}</span>}
      </label>
      {children}
    </p>
  );
}
