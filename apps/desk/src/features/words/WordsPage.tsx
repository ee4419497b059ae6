import type { EverydayRow } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { useSignedIn } from '../../shared/session.tsx';
import { messages } from './messages.ts';
import { MissedTable } from './MissedTable.tsx';
import { WordForm } from './WordForm.tsx';
import { WordTable } from './WordTable.tsx';
import './words.css';

/** 群众的说法: what people asked in vain, and the words that make it found. */
export function WordsPage(): JSX.Element {
  const t = useMessages(messages);
  const mayEdit = useSignedIn().roles.includes('catalogueEditor');
  const [row, setRow] = useState<EverydayRow>();
  const edit = (chosen: EverydayRow): void => {
    setRow(chosen);
    document.querySelector('.word-form')?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="page words-page">
      <Link to="/catalogue">{t('back')}</Link>
      <h1>{t('title')}</h1>
      <p className="sub">{t('intro')}</p>
      <MissedTable mayDeal={mayEdit} />
      {mayEdit ? <WordForm row={row} /> : <p className="sub">{t('readOnly')}</p>}
      <WordTable mayEdit={mayEdit} onEdit={edit} />
    </div>
  );
}
