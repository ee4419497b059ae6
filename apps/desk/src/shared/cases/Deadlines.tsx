import type { ClockView } from '@yimen/contract';
import { dayInWords, remainingInWords, StatusLight, useLanguage, useMessages, useSay, type Light } from '@yimen/ui';
import type { JSX } from 'react';

const messages = {
  promised: { zh: '承诺办结', en: 'Promised' },
  statutory: { zh: '法定期限', en: 'Statutory limit' },
  acceptance: { zh: '受理期限', en: 'Acceptance due' },
  delivery: { zh: '送达期限', en: 'Delivery due' },
  notStarted: { zh: '尚未起算', en: 'not started' },
  suspended: { zh: '暂停计时', en: 'paused' },
  met: { zh: '按期完成', en: 'met' },
  stopped: { zh: '不再计时', en: 'no longer counted' },
  overdue: { zh: '超期', en: 'overdue' },
  provisional: { zh: '暂定', en: 'provisional' },
  provisionalWhy: {
    zh: '节假日安排尚未公布，按法定节日暂算',
    en: 'The holiday notice is not out yet; reckoned with the statutory festivals',
  },
};

/** One working day before the end turns amber, as in the queue. */
const NEAR = 1;

function lightOf({ state, remaining }: ClockView): Light {
  if (state === 'suspended') return 'paused';
  if (state === 'overdue' || (remaining !== undefined && remaining < 0)) return 'red';
  return state === 'running' && remaining !== undefined && remaining <= NEAR ? 'amber' : 'green';
}

/** Where a clock stands, in a word or in days left. */
export function ClockState({ clock }: { readonly clock: ClockView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { state, remaining } = clock;
  const counted = (state === 'running' || state === 'overdue') && remaining !== undefined;
  if (counted) return <StatusLight light={lightOf(clock)} words={say(remainingInWords(remaining))} />;
  if (state === 'suspended') return <StatusLight light="paused" />;
  if (state === 'overdue') return <StatusLight light="red" />;
  return <span className="tag">{t(state === 'running' ? 'notStarted' : state)}</span>;
}

export function Provisional(): JSX.Element {
  const t = useMessages(messages);
  return (
    <span className="tag" title={t('provisionalWhy')}>
      {t('provisional')}
      <span className="ym-hidden">：{t('provisionalWhy')}</span>
    </span>
  );
}

const SHOWN = [
  { kind: 'acceptance', name: 'acceptance' },
  { kind: 'decisionPromised', name: 'promised' },
  { kind: 'decisionStatutory', name: 'statutory' },
  { kind: 'delivery', name: 'delivery' },
] as const;

/** Shown beside the two dates only while it runs. */
const PASSING = ['acceptance', 'delivery'];
const isRunning = ({ state }: ClockView): boolean => state === 'running' || state === 'overdue';

/** The two dates of a case, always together; beside them the one for telling the applicant, or for serving, while it runs. */
export function Deadlines({ clocks }: { readonly clocks: readonly ClockView[] }): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const shown = SHOWN.flatMap(({ kind, name }) => {
    const clock = clocks.find((candidate) => candidate.kind === kind);
    const passed = clock === undefined || (PASSING.includes(kind) && !isRunning(clock));
    return passed ? [] : [{ clock, name }];
  });
  return (
    <dl className="deadlines">
      {shown.map(({ clock, name }) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            {clock.due === undefined ? '—' : dayInWords(clock.due, language)} <ClockState clock={clock} />{' '}
            {clock.provisional && <Provisional />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
