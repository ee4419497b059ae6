import type { Guide, MaterialView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useRef, useState, type JSX, type RefObject } from 'react';
import { newCommandId } from '../commandId.ts';
import { useBridge } from '../devices/simulator.ts';
import { useKeys } from '../keys/useKeys.ts';
import type { Scan } from './api.ts';
import { conditionInWords } from '@yimen/core/catalogue';
import { allMet, handedOf, type Handed, type Materials } from './materials.ts';
import { MaterialCard } from './MaterialCard.tsx';
import { messages } from './messages.ts';
import { Preview } from './Preview.tsx';

interface MaterialsEditorProps {
  readonly item: Guide;
  readonly requirements: readonly MaterialView[];
  readonly value: Materials;
  readonly onChange: (value: Materials) => void;
  readonly caseId?: string | undefined;
  /** Off while a dialog is open over the editor. */
  readonly keysOn?: boolean;
}

const scanOf = (handed: Handed | undefined, caseId: string | undefined): Scan | undefined =>
  handed?.file === undefined ? undefined : { sha256: handed.file.sha256, mediaType: handed.file.mediaType, caseId };

interface Editor {
  readonly current: MaterialView | undefined;
  readonly cards: RefObject<HTMLDivElement | null>;
  readonly setCurrentId: (id: string) => void;
  readonly change: (requirement: MaterialView, handed: Handed) => void;
  readonly meetAll: (requirement: MaterialView) => void;
}

/** A scanned page goes the way of a picked file. */
function handTo(picker: HTMLInputElement, file: File): void {
  const picked = new DataTransfer();
  picked.items.add(file);
  picker.files = picked.files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Alt+A: every point of this material holds, on to the next; F7: a page from the scanner; Alt+U: a file. */
function useEditor({ requirements, value, onChange, keysOn = true }: MaterialsEditorProps): Editor {
  const bridge = useBridge();
  const [currentId, setCurrentId] = useState(requirements[0]?.id ?? '');
  const cards = useRef<HTMLDivElement>(null);
  const current = requirements.find(({ id }) => id === currentId) ?? requirements[0];
  const change = (requirement: MaterialView, handed: Handed): void => onChange({ ...value, [requirement.id]: handed });
  const within = (id: string, selector: string): HTMLElement | null =>
    [...(cards.current?.querySelectorAll<HTMLElement>('[data-material]') ?? [])]
      .find((card) => card.dataset['material'] === id)
      ?.querySelector<HTMLElement>(selector) ?? null;
  const meetAll = (requirement: MaterialView): void => {
    change(requirement, allMet(requirement, handedOf(value, requirement)));
    const next = requirements[requirements.indexOf(requirement) + 1];
    if (next === undefined) return;
    setCurrentId(next.id);
    within(next.id, 'input')?.focus();
  };
  const scan = async (requirement: MaterialView): Promise<void> => {
    const picker = within(requirement.id, 'input[type=file]');
    const page = await bridge.capture(newCommandId(), requirement.name);
    if (picker instanceof HTMLInputElement && page.ok) handTo(picker, page.value);
    else picker?.click();
  };
  const keys = {
    F7: () => current && void scan(current),
    'Alt+a': () => current && meetAll(current),
    'Alt+u': () => current && within(current.id, 'input[type=file]')?.click(),
  };
  useKeys(keys, keysOn);
  return { current, cards, setCurrentId, change, meetAll };
}

/** Documents left, points right. */
export function MaterialsEditor(props: MaterialsEditorProps): JSX.Element {
  const { requirements, value, caseId } = props;
  const t = useMessages(messages);
  const { current, cards, setCurrentId, change, meetAll } = useEditor(props);
  if (current === undefined) return <p>{t('noMaterials')}</p>;
  return (
    <div className="materials">
      <div className="materials-scan">
        <Preview scan={scanOf(value[current.id], caseId)} name={current.name} />
      </div>
      <div className="materials-cards" ref={cards}>
        {requirements.map((requirement, index) => (
          <MaterialCard
            key={requirement.id}
            index={index}
            requirement={requirement}
            condition={requirement.condition && conditionInWords(requirement.condition, props.item.detail?.form ?? [])}
            handed={handedOf(value, requirement)}
            current={requirement.id === current.id}
            onFocus={() => setCurrentId(requirement.id)}
            onChange={(handed) => change(requirement, handed)}
            onMeetAll={() => meetAll(requirement)}
          />
        ))}
      </div>
    </div>
  );
}
