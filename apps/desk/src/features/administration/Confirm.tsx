import { useMessages, useColon } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { Dialog } from '../../shared/Dialog.tsx';
import { messages } from './messages.ts';

interface ConfirmProps {
  /** What the button says. */
  readonly does: string;
  /** Whose account: the same button stands in every row. */
  readonly whose: string;
  readonly question: string;
  readonly onYes: () => void;
}

/** A button that says what will happen before it does. */
export function Confirm({ does, whose, question, onYes }: ConfirmProps): JSX.Element {
  const colon = useColon();
  const t = useMessages(messages);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <button type="button" className="link" aria-label={`${does} ${whose}`} onClick={() => setOpen(true)}>
        {does}
      </button>
      {open && (
        <Dialog title={colon(does, whose)} closeLabel={t('cancel')} onClose={close}>
          <p>{question}</p>
          <div className="row">
            <Button
              type="primary"
              onClick={() => {
                close();
                onYes();
              }}
            >
              {t('confirm')}
            </Button>
            <Button onClick={close}>{t('cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
