import { ErrorSummary, limitInWords, useMessages, useSay, Zh, type ErrorLine } from '@yimen/ui';
import { Button } from 'antd';
import { useEffect, useRef, type JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { SimulatorPanel } from '../../shared/devices/SimulatorPanel.tsx';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { MaterialsEditor } from '../../shared/materials/MaterialsEditor.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { checklistPath, typedHere } from '../sheets/situation.ts';
import { applicantId, ApplicantSection } from './ApplicantSection.tsx';
import { ItemPicker } from './ItemPicker.tsx';
import { messages } from './messages.ts';
import { OutcomeBar } from './OutcomeBar.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { OUTCOMES } from './outcomes.ts';
import { answerId, QuestionsSection } from './QuestionsSection.tsx';
import { useIntake, type Intake } from './useIntake.ts';
import { useWhen } from '../../shared/when.ts';

const KEYS = [
  ...OUTCOMES.map(({ key, name }) => ({ key, does: name })),
  { key: 'F3', does: { zh: '读身份证', en: 'read the card' } },
  { key: 'F7', does: { zh: '扫描本材料', en: 'scan this material' } },
  { key: 'Alt+L', does: { zh: '个人材料清单', en: 'personal checklist' } },
  { key: 'Alt+A', does: { zh: '本材料全部符合', en: 'all points of this material' } },
  { key: 'Alt+U', does: { zh: '上传扫描件', en: 'upload its scan' } },
  { key: 'Tab', does: { zh: '下一栏', en: 'next field' } },
];

function Trouble({ intake }: { readonly intake: Intake }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const { errors, problem, chosen } = intake;
  const lines: readonly ErrorLine[] = [
    ...(errors.item ? [{ text: t('pickFirst') }] : []),
    ...Object.entries(errors.applicant).map(([name, words]) => ({ field: applicantId(name), text: say(words) })),
    ...Object.entries(errors.answers).map(([name, words]) => ({ field: answerId(name), text: say(words) })),
  ];
  const shown = lines.length > 0 || problem === undefined ? lines : [{ text: say(problem.words) }];
  if (shown.length === 0 || chosen !== undefined) return null;
  return <ErrorSummary errors={shown} article={problem?.article} />;
}

function ItemSection({ intake }: { readonly intake: Intake }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const session = useSignedIn();
  const { guide, change, draft } = intake;
  if (draft.itemId === undefined) {
    return (
      <ItemPicker
        jurisdiction={session.jurisdiction}
        onPick={({ id }) => change({ itemId: id, answers: {}, materials: {} })}
      />
    );
  }
  if (guide === undefined) return <p className="loading">{t('loading')}</p>;
  const { statutory, promised } = guide;
  return (
    <div className="chosen-item">
      <h2 lang="zh-CN">{guide.name}</h2>
      <p>
        <Zh>{guide.authorityName}</Zh>
        {statutory !== undefined && promised !== undefined && (
          <> · {t('limits', { statutory: say(limitInWords(statutory)), promised: say(limitInWords(promised)) })}</>
        )}
      </p>
      <Button size="small" onClick={() => change({ itemId: undefined })}>
        {t('changeItem')}
      </Button>{' '}
      <Link to={checklistPath(guide.id)} state={typedHere(guide, draft.answers)}>
        {t('checklist')}
      </Link>
    </div>
  );
}

function Restored({ intake }: { readonly intake: Intake }): JSX.Element | null {
  const when = useWhen();
  const t = useMessages(messages);
  if (intake.restoredFrom === undefined) return null;
  return (
    <p role="status" className="restored">
      {t('restored', { time: when(intake.restoredFrom) })}{' '}
      <Button size="small" onClick={intake.reset}>
        {t('discard')}
      </Button>
    </p>
  );
}

/** Once the item is known the cursor waits at the applicant's first field: no mouse, no extra key. */
function useFocusAfterPick(guideId: string | undefined): void {
  const before = useRef(guideId);
  useEffect(() => {
    if (guideId !== undefined && before.current !== guideId) document.getElementById(applicantId('name'))?.focus();
    before.current = guideId;
  }, [guideId]);
}

function Sheet({ intake }: { readonly intake: Intake }): JSX.Element | null {
  const t = useMessages(messages);
  const { guide, draft, change, errors, chosen } = intake;
  if (guide?.detail === undefined) return null;
  return (
    <>
      <div className="intake-data">
        <ApplicantSection
          typed={draft.applicant}
          serves={guide.detail.serves}
          errors={errors.applicant}
          onChange={(applicant) => change({ applicant })}
        />
        <QuestionsSection
          guide={guide}
          typed={draft.answers}
          errors={errors.answers}
          onChange={(answers) => change({ answers })}
        />
      </div>
      <section className="intake-materials" aria-label={t('materials')}>
        <h2>{t('materials')}</h2>
        <MaterialsEditor
          item={guide}
          requirements={guide.detail.materials}
          value={draft.materials}
          keysOn={chosen === undefined}
          onChange={(materials) => change({ materials })}
        />
      </section>
    </>
  );
}

/** Intake in one screen, without a mouse: item, applicant, form, materials beside their rules, one lawful outcome. */
export function IntakePage(): JSX.Element {
  const t = useMessages(messages);
  const intake = useIntake();
  const { guide, chosen, choose } = intake;
  useFocusAfterPick(guide?.id);
  const navigate = useNavigate();
  const openChecklist = (): void => {
    if (guide !== undefined) void navigate(checklistPath(guide.id), { state: typedHere(guide, intake.draft.answers) });
  };
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome.key, () => choose(outcome)]));
  useKeys({ ...outcomes, 'Alt+l': openChecklist }, chosen === undefined);
  return (
    <>
      <div className="page intake">
        <h1>{t('title')}</h1>
        <SimulatorPanel />
        <Restored intake={intake} />
        <Trouble intake={intake} />
        <section className="intake-item" aria-label={t('item')}>
          <ItemSection intake={intake} />
        </section>
        <Sheet intake={intake} />
        <OutcomeBar saved={intake.saved} onChoose={choose} />
        {chosen !== undefined && guide !== undefined && (
          <OutcomeDialog {...intake} outcome={chosen} guide={guide} onSubmit={intake.submit} onCancel={intake.cancel} />
        )}
      </div>
      <KeyLegend keys={KEYS} />
    </>
  );
}
