import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { useSignedIn } from '../session.tsx';
import { layCard, useLaidCard } from './simulator.ts';

const messages = {
  title: { zh: '演示 · 设备模拟', en: 'Demonstration · simulated devices' },
  card: { zh: '读卡器上的身份证', en: 'Card on the reader' },
  right: { zh: '演示申请人', en: 'Demonstration applicant' },
  wrong: { zh: '校验位有误的卡', en: 'A card with a wrong check digit' },
  none: { zh: '无卡', en: 'No card' },
  scanner: { zh: '扫描仪（F7）每次送入一页空白页', en: 'The scanner (F7) feeds one empty page' },
};

const CHOICES = ['right', 'wrong', 'none'] as const;

/** Only in the demonstration, and labelled: what would lie on the window's devices. */
export function SimulatorPanel(): JSX.Element | null {
  const t = useMessages(messages);
  const laid = useLaidCard();
  if (!useSignedIn().demonstration) return null;
  return (
    <section className="simulator" aria-label={t('title')}>
      <strong>{t('title')}</strong>
      <label>
        {t('card')}{' '}
        <select
          className="select"
          value={laid}
          onChange={(event) => {
            const card = CHOICES.find((known) => known === event.target.value);
            if (card !== undefined) layCard(card);
          }}
        >
          {CHOICES.map((card) => (
            <option key={card} value={card}>
              {t(card)}
            </option>
          ))}
        </select>
      </label>
      <span>{t('scanner')}</span>
    </section>
  );
}
