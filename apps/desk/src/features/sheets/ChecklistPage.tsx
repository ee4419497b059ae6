import type { Guide } from '@yimen/contract';
import { useLanguage, useMessages, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useDeferredValue, useEffect, useRef, useState, type JSX } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { Field } from '../../shared/forms/Field.tsx';
import type { Values } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useGuide } from '../intake/api.ts';
import { ItemPicker } from '../intake/ItemPicker.tsx';
import { answersTo, specOf } from '../intake/questions.ts';
import { useChecklist } from './api.ts';
import { ChecklistSheet } from './ChecklistSheet.tsx';
import { messages } from './messages.ts';
import { PrintedSheet, usePrinting, type Printing } from './PrintedSheet.tsx';
import './sheets.css';
import { checklistPath, questionsOf, typedIn } from './situation.ts';

const KEYS = [
  { key: 'Alt+P', does: messages.print },
  { key: 'Alt+C', does: messages.clear },
  { key: 'Tab', does: { zh: '下一个问题', en: 'next question' } },
];

/** One page for the person at the window: the situation asked, the papers listed as it is answered, and printed. */
export function ChecklistPage(): JSX.Element {
  const t = useMessages(messages);
  const { itemId } = useParams();
  return (
    <>
      <div className="page checklist-page">
        <h1 className="no-print">{t('checklist')}</h1>
        <p className="hint no-print">{t('checklistLead')}</p>
        {itemId === undefined ? <Picking /> : <OfItem key={itemId} itemId={itemId} />}
      </div>
      <KeyLegend keys={itemId === undefined ? [] : KEYS} />
    </>
  );
}

function Picking(): JSX.Element {
  const navigate = useNavigate();
  const { jurisdiction } = useSignedIn();
  return <ItemPicker jurisdiction={jurisdiction} onPick={({ id }) => void navigate(checklistPath(id))} />;
}

function OfItem({ itemId }: { readonly itemId: string }): JSX.Element {
  const t = useMessages(messages);
  const { jurisdiction } = useSignedIn();
  const guide = useGuide(jurisdiction, itemId);
  const problem = problemOf(guide.error);
  if (problem !== undefined) return <Trouble problem={problem} onAgain={() => void guide.refetch()} />;
  if (guide.data === undefined) return <Loading words={t('loading')} />;
  return <Asking guide={guide.data} />;
}

/** The situation as typed, its checklist, and what the keys and buttons do. */
function useSituation(guide: Guide) {
  const language = useLanguage();
  const here = useLocation();
  const [typed, setTyped] = useState<Values>(() => typedIn(here.state));
  const answers = answersTo(questionsOf(guide), useDeferredValue(typed));
  const situation = { jurisdiction: guide.jurisdiction, itemId: guide.id, answers, language };
  const checklist = useChecklist(situation);
  const printing = usePrinting();
  const print = (): void => printing.print(situation);
  const clear = (): void => {
    setTyped({});
    printing.forget();
    focusFirst(document.querySelector('.situation'));
  };
  useKeys({ 'Alt+p': print, 'Alt+c': clear });
  return { typed, setTyped, checklist, printing, print, clear };
}

function Asking({ guide }: { readonly guide: Guide }): JSX.Element {
  const { typed, setTyped, checklist, printing, print, clear } = useSituation(guide);
  const problem = problemOf(checklist.error ?? printing.error);
  return (
    <>
      <h2>
        <Zh>{guide.name}</Zh>
      </h2>
      <Ways />
      <div className="checklist-columns">
        <div className="no-print">
          <Questions guide={guide} typed={typed} onChange={setTyped} />
          <Acts printing={printing} print={print} clear={clear} />
        </div>
        <div>
          {problem !== undefined && <Trouble problem={problem} onAgain={() => void checklist.refetch()} />}
          {checklist.data !== undefined && <ChecklistSheet checklist={checklist.data} />}
        </div>
      </div>
      <PrintedSheet paper={printing.paper} />
    </>
  );
}

interface ActsProps {
  readonly printing: Printing;
  readonly print: () => void;
  readonly clear: () => void;
}

function Acts({ printing, print, clear }: ActsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <p className="checklist-acts">
      <Button type="primary" aria-keyshortcuts="Alt+P" loading={printing.pending} onClick={print}>
        {t('print')} <kbd>Alt+P</kbd>
      </Button>{' '}
      <Button aria-keyshortcuts="Alt+C" onClick={clear}>
        {t('clear')} <kbd>Alt+C</kbd>
      </Button>{' '}
      <span role="status">{printing.paper !== undefined && t('printing')}</span>
    </p>
  );
}

function Ways(): JSX.Element {
  const t = useMessages(messages);
  return (
    <p className="sheet-links no-print">
      <Link to="/checklist">{t('otherItem')}</Link>
      <Link to="/intake">{t('toIntake')}</Link>
    </p>
  );
}

const focusFirst = (group: Element | null): void =>
  group?.querySelector<HTMLElement>('input, select, textarea')?.focus();

interface QuestionsProps {
  readonly guide: Guide;
  readonly typed: Values;
  readonly onChange: (typed: Values) => void;
}

/** Each may be left open: what depends on it is then not listed, and the list says so. */
function Questions({ guide, typed, onChange }: QuestionsProps): JSX.Element {
  const t = useMessages(messages);
  const questions = questionsOf(guide);
  const group = useRef<HTMLFieldSetElement>(null);
  // Whoever chose the item with the keyboard goes on to the first question with it.
  useEffect(() => focusFirst(group.current), []);
  if (questions.length === 0) return <p>{t('sameForAll')}</p>;
  return (
    <fieldset className="situation" ref={group}>
      <legend>{t('situation')}</legend>
      {questions.map((question) => (
        <Field
          key={question.id}
          id={`situation-${question.id}`}
          field={{ ...specOf(question), required: false }}
          value={typed[question.id] ?? ''}
          onChange={(value) => onChange({ ...typed, [question.id]: value })}
        />
      ))}
    </fieldset>
  );
}
