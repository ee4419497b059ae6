import type { Defect } from '@yimen/core/casework';
import { useMessages, Mixed } from '@yimen/ui';
import { Button, Input } from 'antd';
import type { JSX } from 'react';
import { messages } from './messages.ts';

interface DefectsEditorProps {
  readonly value: readonly Defect[];
  /** What else the published rules let a clerk say. */
  readonly possible: readonly Defect[];
  readonly onChange: (value: readonly Defect[]) => void;
}

interface RowProps {
  readonly index: number;
  readonly defect: Defect;
  readonly onChange: (defect: Defect) => void;
  readonly onRemove: () => void;
}

function DefectRow({ index, defect, onChange, onRemove }: RowProps): JSX.Element {
  const t = useMessages(messages);
  const n = index + 1;
  return (
    <li className="defect">
      <span aria-hidden="true">{n}.</span>
      <Input
        aria-label={t('defect', { n })}
        value={defect.defect}
        maxLength={500}
        onChange={(event) => onChange({ ...defect, defect: event.target.value })}
      />
      <Input
        aria-label={t('standard', { n })}
        value={defect.standard}
        maxLength={500}
        onChange={(event) => onChange({ ...defect, standard: event.target.value })}
      />
      <Button size="small" aria-label={t('removeDefect', { n })} onClick={onRemove}>
        ×
      </Button>
    </li>
  );
}

/** Found by reading the scan: taken from the rules, so that the applicant can answer it material by material. */
function Offers({ value, possible, onChange }: DefectsEditorProps): JSX.Element | null {
  const t = useMessages(messages);
  const said = new Set(value.map(({ defect }) => defect));
  const open = possible.filter(({ defect }) => !said.has(defect));
  if (open.length === 0) return null;
  return (
    <details className="offers">
      <summary>{t('offers')}</summary>
      <ul>
        {open.map((offer) => (
          <li key={`${offer.requirementId ?? ''}${offer.defect}`}>
            <Button size="small" onClick={() => onChange([...value, offer])}>
              <Mixed text={t('takeOffer', { defect: offer.defect })} />
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The one notice: a union of everything found, each line what is wrong and the standard it fails. */
export function DefectsEditor({ value, possible, onChange }: DefectsEditorProps): JSX.Element {
  const t = useMessages(messages);
  const replace = (index: number, defect: Defect): void => onChange(value.with(index, defect));
  return (
    <fieldset className="defects">
      <legend>{t('defects')}</legend>
      <p className="hint">{value.length === 0 ? t('noDefects') : t('defectsHint')}</p>
      <ol>
        {value.map((defect, index) => (
          <DefectRow
            key={`${defect.requirementId ?? 'other'}-${String(index)}`}
            index={index}
            defect={defect}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => onChange(value.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      <Offers value={value} possible={possible} onChange={onChange} />
      <Button size="small" onClick={() => onChange([...value, { defect: '', standard: '' }])}>
        {t('addDefect')}
      </Button>
    </fieldset>
  );
}
