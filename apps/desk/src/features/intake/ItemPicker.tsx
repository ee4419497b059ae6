import type { ItemSummary } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import { Input } from 'antd';
import { useDeferredValue, useId, useState, type JSX, type KeyboardEvent } from 'react';
import { isComposing } from '../../shared/keys/useKeys.ts';
import { useItemSearch } from './api.ts';
import { messages } from './messages.ts';

interface ItemPickerProps {
  readonly jurisdiction: string;
  readonly onPick: (item: ItemSummary) => void;
}

interface Picker {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly items: readonly ItemSummary[];
  readonly searched: boolean;
  readonly at: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function usePicker({ jurisdiction, onPick }: ItemPickerProps): Picker {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const words = useDeferredValue(text.trim());
  const search = useItemSearch(jurisdiction, words);
  const items = (words === '' ? [] : (search.data?.items ?? [])).slice(0, 8);
  const pick = (): void => {
    const item = items[Math.min(at, items.length - 1)];
    if (item?.availability === 'applicable') onPick(item);
  };
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt((before) => Math.min(items.length - 1, before + 1)),
    ArrowUp: () => setAt((before) => Math.max(0, before - 1)),
    Enter: pick,
  };
  return {
    text,
    items,
    at,
    searched: words !== '' && search.isSuccess,
    setText: (typed) => {
      setAt(0);
      setText(typed);
    },
    onKeyDown: (event) => {
      const action = actions[event.key];
      // While an input method composes, Enter and the arrows choose characters.
      if (action === undefined || isComposing(event.nativeEvent)) return;
      event.preventDefault();
      action();
    },
  };
}

interface OptionProps {
  readonly id: string;
  readonly item: ItemSummary;
  readonly active: boolean;
  readonly onPick: (item: ItemSummary) => void;
}

function ItemOption({ id, item, active, onPick }: OptionProps): JSX.Element {
  const t = useMessages(messages);
  const closed = item.availability === 'guideOnly';
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={closed}
      onPointerDown={(event) => {
        event.preventDefault();
        if (!closed) onPick(item);
      }}
    >
      <Zh>{item.name}</Zh>
      <span className="sub">
        <Zh>{item.authorityName}</Zh>
        {closed && ` (${t('guideOnly')})`}
      </span>
    </li>
  );
}

/** Search as you type; arrows and Enter choose (ARIA combobox with a list). */
export function ItemPicker(props: ItemPickerProps): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const { text, setText, items, at, searched, onKeyDown } = usePicker(props);
  const open = items.length > 0;
  return (
    <div className="picker">
      <label htmlFor={`${id}-box`}>{t('findItem')}</label>
      <Input
        id={`${id}-box`}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(open ? { 'aria-activedescendant': `${id}-${String(at)}` } : {})}
        autoComplete="off"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('item')} hidden={!open}>
        {items.map((item, index) => (
          <ItemOption
            key={item.id}
            id={`${id}-${String(index)}`}
            item={item}
            active={index === at}
            onPick={props.onPick}
          />
        ))}
      </ul>
      <p role="status" className="hint">
        {searched && (open ? t('found', { n: items.length }) : t('notFound'))}
      </p>
    </div>
  );
}
