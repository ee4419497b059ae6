import { isPaperNumber } from '@yimen/core/people';
import { useMessages } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { newCommandId } from '../../shared/commandId.ts';
import type { DeviceTrouble, IdCard } from '../../shared/devices/bridge.ts';
import { useBridge } from '../../shared/devices/simulator.ts';
import type { Values } from '../../shared/forms/fields.ts';
import { useKeys } from '../../shared/keys/useKeys.ts';
import type { ApplicantKind } from './applicant.ts';

const messages = {
  read: { zh: '读身份证', en: 'Read card' },
  done: { zh: '已读入：{name}', en: 'Read: {name}' },
  wrong: {
    zh: '已读入，但证件号码校验不通过，请核对证件',
    en: 'Read, but the number fails its check; compare it with the card',
  },
  noCard: { zh: '读卡器上没有证件', en: 'There is no card on the reader' },
  noDevice: { zh: '本机没有接读卡器，请录入', en: 'No reader at this computer; type it in' },
};

type Told = DeviceTrouble | 'done' | 'wrong';

/** Where a card belongs: the agent's where there is one, else the person's; of an organisation the one who came. */
function fromCard(typed: Values, kind: ApplicantKind, card: IdCard): Values {
  const { name, paperNumber, address } = card;
  if (typed['withAgent'] === 'yes')
    return { ...typed, 'agent.name': name, 'agent.paper': 'residentId', 'agent.paperNumber': paperNumber };
  if (kind === 'organisation') return { ...typed, contactName: name };
  return { ...typed, name, paper: 'residentId', paperNumber, address };
}

interface CardReaderProps {
  readonly typed: Values;
  readonly kind: ApplicantKind;
  readonly onChange: (typed: Values) => void;
}

/** F3: one action fills name, number and address from the card. */
export function CardReader({ typed, kind, onChange }: CardReaderProps): JSX.Element {
  const t = useMessages(messages);
  const bridge = useBridge();
  const [told, setTold] = useState<Told>();
  const [name, setName] = useState('');
  const read = async (): Promise<void> => {
    const answer = await bridge.readIdCard(newCommandId());
    if (!answer.ok) return setTold(answer.error);
    onChange(fromCard(typed, kind, answer.value));
    setName(answer.value.name);
    setTold(isPaperNumber('residentId', answer.value.paperNumber) ? 'done' : 'wrong');
  };
  useKeys({ F3: () => void read() });
  return (
    <p className="card-reader">
      <Button size="small" aria-keyshortcuts="F3" onClick={() => void read()}>
        {t('read')} <kbd>F3</kbd>
      </Button>{' '}
      <span role="status" className={told === 'done' ? 'right' : 'wrong'}>
        {told !== undefined && t(told, { name })}
      </span>
    </p>
  );
}
