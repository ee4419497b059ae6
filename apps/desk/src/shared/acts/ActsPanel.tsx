import type { CaseView, Problem } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import { useMessages, useSay, Mixed, useColon, type Words } from '@yimen/ui';
import { Button } from 'antd';
import { useEffect, useRef, useState, type JSX, type RefObject } from 'react';
import { useActs } from '../cases/api.ts';
import { contextOf } from '../cases/context.ts';
import { useDrafts } from '../drafts/DraftsGate.tsx';
import { problemOf } from '../forms/refusal.ts';
import { useKeys, type KeyMap } from '../keys/useKeys.ts';
import { useSignedIn } from '../session.tsx';
import { draftNameOf, unsentActs } from './actDraft.ts';
import { ActForm } from './ActForm.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { messages } from './messages.ts';
import { actTable, isDeskAct, type DeskAct } from './table.ts';
import { Unavailable } from './Unavailable.tsx';

interface Act {
  readonly act: DeskAct;
  readonly on: string | undefined;
}

interface ActsPanelProps {
  readonly shown: CaseView;
  /** Only these acts, for a screen made for them. */
  readonly only?: readonly DeskAct[];
  /** Keys that open an act's form. */
  readonly keys?: Readonly<Partial<Record<DeskAct, string>>>;
  /** Acts done in the same transaction after this one (serve, then close). */
  readonly followedBy?: (command: CaseCommand) => readonly CaseCommand[];
}

const TONES = ['primary', 'plain', 'danger'];
/** What carries the case on comes first, what ends it last. */
const byTone = (left: Act, right: Act): number =>
  TONES.indexOf(actTable[left.act].tone) - TONES.indexOf(actTable[right.act].tone);

const sameAct = (left: Act | undefined, right: Act): boolean => left?.act === right.act && left.on === right.on;

const keyOf = ({ act, on }: Act): string => `${act}-${on ?? ''}`;

/** The step or procedure an act is on, by its name. */
function subjectOf(shown: CaseView, on: string | undefined): Words | undefined {
  const step = shown.steps.find(({ id }) => id === on);
  if (step !== undefined) return { zh: step.name, en: step.name };
  return shown.procedures.find(({ procedureId }) => procedureId === on)?.name;
}

function useOffered({ shown, only }: ActsPanelProps): readonly (CaseView['acts'][number] & Act)[] {
  return shown.acts.flatMap((entry) => {
    const { act } = entry;
    return isDeskAct(act) && (only?.includes(act) ?? true) ? [{ ...entry, act, on: entry.on }] : [];
  });
}

/** Whoever opened the form goes on typing in it; one that came back by itself does not take the cursor away. */
function useFirstControl(wanted: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted) box.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [wanted]);
  return box;
}

interface OpenActProps extends ActsPanelProps {
  readonly open: Act;
  /** Opened by the person, not by what they left unsent. */
  readonly asked: boolean;
  readonly onClose: () => void;
  readonly onDone: (act: Act) => void;
}

/**
 * What others did since this form was opened, as the server told when it refused or as the screen learnt by itself: the
 * page renews itself, and nobody may decide on a case that moved under their eyes.
 */
function useNews({ revision, entries }: CaseView, problem: Problem | undefined): NonNullable<Problem['changed']> {
  const [opened] = useState(revision);
  return problem?.changed ?? entries.filter((entry) => entry.revision > opened);
}

function OpenAct({ shown, open, asked, followedBy, onClose, onDone }: OpenActProps): JSX.Element {
  const session = useSignedIn();
  const acting = useActs({ caseId: shown.caseId, revision: shown.revision });
  const problem = problemOf(acting.error);
  const box = useFirstControl(asked);
  const news = useNews(shown, problem);
  const submit = (command: CaseCommand, forget: () => void): void => {
    // The typing goes once the server has it, also when the answer finds this form closed.
    const taken = (): void => {
      forget();
      onDone(open);
    };
    acting
      .mutateAsync([command, ...(followedBy?.(command) ?? [])])
      .then(taken)
      .catch(() => undefined);
  };
  return (
    <div ref={box}>
      {news.length > 0 && (acting.isIdle || acting.isError) && <ChangedMeanwhile changed={news} />}
      <ActForm
        act={open.act}
        keptAs={draftNameOf(shown.caseId, open)}
        context={contextOf(shown, session, open.on)}
        pending={acting.isPending}
        problem={problem}
        onSubmit={submit}
        onCancel={onClose}
      />
    </div>
  );
}

interface Panel {
  readonly open: Act | undefined;
  readonly asked: boolean;
  readonly done: Words | undefined;
  readonly toggle: (act: Act) => void;
  readonly close: () => void;
  readonly finish: (act: Act) => void;
  readonly titleOf: (act: Act) => string;
}

/** The act left half filled in, where it can still be done: its form is open again. */
function useUnsent(shown: CaseView, offered: readonly (CaseView['acts'][number] & Act)[]): Act | undefined {
  const drafts = useDrafts();
  const [unsent] = useState(() =>
    unsentActs(drafts, shown.caseId).find((act) => offered.some((entry) => entry.available && sameAct(entry, act))),
  );
  return unsent;
}

function usePanel(shown: CaseView, offered: readonly (CaseView['acts'][number] & Act)[]): Panel {
  const colon = useColon();
  const say = useSay();
  const unsent = useUnsent(shown, offered);
  const [open, setOpen] = useState<Act | undefined>(unsent);
  const [done, setDone] = useState<Words>();
  return {
    open,
    asked: open !== unsent,
    done,
    close: () => setOpen(undefined),
    toggle: (act) => setOpen(sameAct(open, act) ? undefined : { act: act.act, on: act.on }),
    finish: ({ act }) => {
      setOpen(undefined);
      setDone(actTable[act].title);
    },
    titleOf: ({ act, on }) => {
      const subject = subjectOf(shown, on);
      return subject === undefined ? say(actTable[act].title) : colon(say(actTable[act].title), say(subject));
    },
  };
}

interface ActButtonProps {
  readonly act: Act;
  readonly panel: Panel;
  readonly hotkey: string | undefined;
}

function ActButton({ act, panel, hotkey }: ActButtonProps): JSX.Element {
  const { tone } = actTable[act.act];
  return (
    <Button
      type={tone === 'primary' ? 'primary' : 'default'}
      danger={tone === 'danger'}
      aria-expanded={sameAct(panel.open, act)}
      onClick={() => panel.toggle(act)}
    >
      <Mixed text={panel.titleOf(act)} /> {hotkey !== undefined && <kbd>{hotkey}</kbd>}
    </Button>
  );
}

function keyMapOf(available: readonly Act[], keys: ActsPanelProps['keys'], panel: Panel): KeyMap {
  const map: Record<string, () => void> = {};
  for (const act of available) {
    const key = keys?.[act.act];
    if (key !== undefined) map[key] = () => panel.toggle(act);
  }
  return map;
}

/** Only what can be done now is a button; the rest is listed with the reason and the article. */
export function ActsPanel(props: ActsPanelProps): JSX.Element {
  const { shown, keys } = props;
  const t = useMessages(messages);
  const say = useSay();
  const offered = useOffered(props);
  const panel = usePanel(shown, offered);
  const available = offered.filter((entry) => entry.available).toSorted(byTone);
  const { open, done, titleOf, close, finish } = panel;
  useKeys(keyMapOf(available, keys, panel));
  return (
    <section className="acts" aria-label={t('acts')} id="acts" tabIndex={-1}>
      <h2>{t('acts')}</h2>
      <p role="status">{done !== undefined && t('done', { act: say(done) })}</p>
      {available.length === 0 && <p className="empty">{t('none')}</p>}
      <div className="act-list">
        {available.map((act) => (
          <ActButton key={keyOf(act)} act={act} panel={panel} hotkey={keys?.[act.act]} />
        ))}
      </div>
      {open !== undefined && (
        <div className="open-act">
          <h3>
            <Mixed text={titleOf(open)} />
          </h3>
          <OpenAct key={keyOf(open)} {...props} open={open} asked={panel.asked} onClose={close} onDone={finish} />
        </div>
      )}
      <Unavailable entries={offered.filter((entry) => !entry.available)} titleOf={titleOf} />
    </section>
  );
}
