import { TrackGrant, TrackView } from '@yimen/contract';
import { dayInWords, useLanguage, useSay, Zh, type Words } from '@yimen/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import type { Route } from './+types/kiosk.track.ts';
import { read, send } from '../api.ts';
import { textOf } from '../form.ts';
import { Keys } from '../features/kiosk/Keys.tsx';
import { Timeline } from '../features/track/Timeline.tsx';
import { Title } from '../features/shell/Title.tsx';

/** What a screen in a hall may show of a case: how it stands, nothing of whose it is, and no key to it stays behind. */
type Shown = Pick<TrackView, 'itemName' | 'status' | 'holder' | 'promisedDue' | 'statutoryDue' | 'timeline'>;

type Answer = { readonly shown: Shown } | { readonly refused: Words };

export async function action(args: Route.ActionArgs): Promise<Answer> {
  const form = await args.request.formData();
  const body = {
    number: textOf(form, 'number').slice(0, 40),
    queryCode: textOf(form, 'queryCode').slice(0, 20),
  };
  const grant = await send(args, '/tracking', { method: 'POST', body }, TrackGrant);
  if (!grant.ok) return { refused: grant.error.words };
  const { number, token } = grant.value;
  const view = await read(args, `/tracking/${encodeURIComponent(number)}`, TrackView, token);
  const { itemName, status, holder, promisedDue, statutoryDue, timeline } = view;
  return { shown: { itemName, status, holder, promisedDue, statutoryDue, timeline } };
}

export default function KioskTrack({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <main id="main" tabIndex={-1} className="kiosk-page">
      <Title words={{ zh: '查办件进度', en: 'Track a case' }} />
      <h1>{say({ zh: '查办件进度', en: 'Track a case' })}</h1>
      {actionData !== undefined && 'shown' in actionData ? (
        <Progress shown={actionData.shown} />
      ) : (
        <LookUp refused={actionData?.refused} />
      )}
    </main>
  );
}

const fields = {
  number: { zh: '办件编号', en: 'Case number' },
  queryCode: { zh: '查询码', en: 'Query code' },
} as const;
type FieldName = keyof typeof fields;
const NAMES = ['number', 'queryCode'] as const;

function LookUp({ refused }: { readonly refused: Words | undefined }): React.JSX.Element {
  const say = useSay();
  const [typed, setTyped] = useState<Readonly<Record<FieldName, string>>>({ number: '', queryCode: '' });
  const [into, setInto] = useState<FieldName>('number');
  const change = (text: string): void => setTyped({ ...typed, [into]: text.slice(0, 40) });
  return (
    <Form method="post" className="kiosk-typing" autoComplete="off">
      <div>
        {refused !== undefined && (
          <p className="notice" role="alert">
            {say(refused)}
          </p>
        )}
        {NAMES.map((name) => (
          <div className={name === into ? 'field kiosk-field current' : 'field kiosk-field'} key={name}>
            <label htmlFor={name}>{say(fields[name])}</label>
            <input
              id={name}
              name={name}
              inputMode="none"
              autoComplete="off"
              value={typed[name]}
              onFocus={() => setInto(name)}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          </div>
        ))}
        <button className="primary big">{say({ zh: '查询', en: 'Look up' })}</button>
      </div>
      <Keys
        digits
        onKey={(key) => change(typed[into] + key)}
        onBack={() => change(typed[into].slice(0, -1))}
        onClear={() => change('')}
      />
    </Form>
  );
}

function Progress({ shown }: { readonly shown: Shown }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const day = (on: string | undefined): string =>
    on === undefined ? say({ zh: '受理后确定', en: 'set on acceptance' }) : dayInWords(on, language);
  return (
    <>
      <div className="status-panel">
        <p>
          <Zh>{shown.itemName}</Zh>
        </p>
        <p className="status-word">{say(shown.status.words)}</p>
        <p>{say(shown.status.now)}</p>
        <p>
          {say({ zh: '现在在谁手里：', en: 'Who has it now: ' })}
          <strong>{say(shown.holder)}</strong>
        </p>
        <p>
          {say({ zh: '承诺最晚办结：', en: 'Promised by: ' })}
          {day(shown.promisedDue)}
        </p>
        <p>
          {say({ zh: '法律规定最晚：', en: 'By law no later than: ' })}
          {day(shown.statutoryDue)}
        </p>
      </div>
      <Timeline timeline={shown.timeline} />
    </>
  );
}
