import { useMessages } from '@yimen/ui';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useChecklistPaper, type Situation } from './api.ts';
import { messages } from './messages.ts';

export interface Printing {
  readonly print: (situation: Situation) => void;
  readonly forget: () => void;
  readonly pending: boolean;
  readonly error: Error | null;
  /** The paper last made; each is shown to the printer once. */
  readonly paper: Blob | undefined;
}

/** Has the paper of a situation made and given to the printer; a second press while it is made does nothing. */
export function usePrinting(): Printing {
  const { mutate, reset, isPending, error, data } = useChecklistPaper();
  return {
    print: (situation) => {
      if (!isPending) mutate(situation);
    },
    forget: reset,
    pending: isPending,
    error,
    paper: data,
  };
}

/** The paper in a frame nobody sees, whose print dialogue opens when it is there: one sheet, not the page around it. */
export function PrintedSheet({ paper }: { readonly paper: Blob | undefined }): JSX.Element | null {
  const t = useMessages(messages);
  const frame = useRef<HTMLIFrameElement>(null);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (paper === undefined) return undefined;
    const made = URL.createObjectURL(paper);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [paper]);
  if (address === undefined) return null;
  return (
    <iframe
      ref={frame}
      className="printed-sheet"
      title={t('printed')}
      tabIndex={-1}
      src={address}
      onLoad={() => frame.current?.contentWindow?.print()}
    />
  );
}
