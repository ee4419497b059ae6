import type { MinedView } from '@yimen/contract';
import { useLanguage, useMessages } from '@yimen/ui';
import { useId, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useConformance, useProcedures } from './api.ts';
import { Conformance } from './Conformance.tsx';
import { messages } from './messages.ts';
import type { ViewProps } from './view.ts';
import { askedOf, queryOf, withProcedure, type AskedProcedure } from './wording.ts';

interface PickProps {
  readonly own: MinedView['procedures']['rows'];
  readonly asked: AskedProcedure | undefined;
  readonly onPick: (picked: string) => void;
}

const valueOf = ({ itemId, version }: AskedProcedure): string => `${String(version)} ${itemId}`;

/** Which published procedure: of the hall's own cases the versions they keep, else what is in force. */
function Pick({ own, asked, onPick }: PickProps): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const published = useProcedures(own.length === 0).data?.procedures;
  const options =
    own.length > 0
      ? own.map(({ count, ...one }) => ({ value: valueOf(one), words: t('procedureCases', { ...one, n: count }) }))
      : (published ?? []).map((one) => ({ value: valueOf(one), words: t('procedureOf', { ...one }) }));
  if (published?.length === 0) return <p className="sub">{t('noProcedures')}</p>;
  return (
    <p className="typed">
      <label htmlFor={id}>{t('procedure')}</label>
      <select
        id={id}
        className="select"
        value={asked === undefined ? '' : valueOf(asked)}
        onChange={({ target }) => onPick(target.value)}
      >
        <option value="">{t('chooseProcedure')}</option>
        {options.map(({ value, words }) => (
          <option key={value} value={value} lang="zh-CN">
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The cases of a log held against the published procedure. The address holds what was chosen. */
export function ConformanceTab({ log, mined }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const own = mined.procedures.rows;
  const asked = askedOf(params) ?? own[0];
  const held = useConformance(log.name, asked === undefined ? undefined : queryOf(asked, params, language));
  const problem = problemOf(held.error);
  const pick = (value: string): void => setParams((now) => withProcedure(now, value), { replace: true });
  return (
    <>
      <p className="sub">{t('conformanceIntro')}</p>
      <Pick own={own} asked={asked} onPick={pick} />
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void held.refetch()} />}
      {held.data?.state === 'reading' && (
        <Loading words={t('reading', { read: held.data.read, all: log.counts.cases })} />
      )}
      {held.data?.state === 'done' && (
        <Conformance found={held.data.conformance} log={log} activities={mined.steps.rows.map((one) => one.activity)} />
      )}
    </>
  );
}
