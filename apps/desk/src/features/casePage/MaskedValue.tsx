import type { Revealed } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useEffect, useState, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useReveal } from './api.ts';
import { RevealDialog } from './RevealDialog.tsx';
import { messages } from './revealMessages.ts';

interface MaskedValueProps {
  readonly caseId: string;
  readonly field: string;
  readonly name: string;
  readonly masked: string;
}

interface Shown extends Revealed {
  readonly until: number;
}

/** Seconds still to go, counted by the page's own clock: a machine that slept must not show it any longer. */
function useCountdown(shown: Shown | undefined, onEnd: () => void): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const tick = (): void => {
      const seconds = Math.ceil((shown.until - performance.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) onEnd();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [shown, onEnd]);
  return left;
}

/** What this value is doing: masked, asked about, shown for a while, masked again. Gone with the page. */
function useMasked({ caseId, field }: Pick<MaskedValueProps, 'caseId' | 'field'>) {
  const ask = useReveal(caseId);
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Shown>();
  const [wasShown, setWasShown] = useState(false);
  const [hide] = useState(() => () => setShown(undefined));
  const close = (): void => {
    ask.reset();
    setAsking(false);
  };
  const reveal = (reason: string): void =>
    ask.mutate(
      { field, reason },
      {
        onSuccess: (answer) => {
          setShown({ ...answer, until: performance.now() + answer.seconds * 1000 });
          setWasShown(true);
          close();
        },
      },
    );
  return { ask, asking, shown, wasShown, hide, close, reveal, open: () => setAsking(true) };
}

interface ValueProps {
  readonly name: string;
  readonly masked: string;
  readonly shown: Shown | undefined;
  readonly left: number;
  readonly onToggle: () => void;
}

/** One button does both, so that the focus stays where it was. */
function Value({ name, masked, shown, left, onToggle }: ValueProps): JSX.Element {
  const t = useMessages(messages);
  const can = shown === undefined ? 'reveal' : 'hide';
  return (
    <>
      <span className={shown === undefined ? 'number' : 'number in-full'}>{shown?.value ?? masked}</span>
      <button type="button" className="link" aria-label={t(`${can}Of`, { name })} onClick={onToggle}>
        {t(can)}
      </button>
      {shown !== undefined && (
        <span aria-hidden="true" className="hint">
          {t('left', { n: left })}
        </span>
      )}
    </>
  );
}

/** A masked number with a button that shows it in full, for a reason, for as long as the server says. */
export function MaskedValue({ caseId, field, name, masked }: MaskedValueProps): JSX.Element {
  const t = useMessages(messages);
  const { ask, asking, shown, wasShown, hide, close, reveal, open } = useMasked({ caseId, field });
  const left = useCountdown(shown, hide);
  const told = shown === undefined ? wasShown && t('hidden', { name }) : t('shown', { name, n: shown.seconds });
  return (
    <div className="masked">
      <Value {...{ name, masked, shown, left }} onToggle={shown === undefined ? open : hide} />
      <span role="status" className="ym-hidden">
        {told}
      </span>
      {asking && (
        <RevealDialog
          name={name}
          pending={ask.isPending}
          problem={problemOf(ask.error)}
          onAsk={reveal}
          onClose={close}
        />
      )}
    </div>
  );
}
