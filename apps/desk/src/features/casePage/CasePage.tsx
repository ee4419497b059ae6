import type { CaseView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ActsPanel } from '../../shared/acts/ActsPanel.tsx';
import { caseFileUrl, useMyRows } from '../../shared/cases/api.ts';
import { rowPath } from '../../shared/cases/rowPath.ts';
import { CaseHeader } from '../../shared/cases/CaseHeader.tsx';
import { CaseScreen } from '../../shared/cases/CaseScreen.tsx';
import { Entries } from '../../shared/cases/Entries.tsx';
import { Opinions } from '../../shared/cases/Opinions.tsx';
import { Papers } from '../../shared/cases/Papers.tsx';
import { Proposal } from '../../shared/cases/Proposal.tsx';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { Tabs } from '../../shared/Tabs.tsx';
import { UrgePanel } from '../supervision/UrgePanel.tsx';
import { Breaches } from './Breaches.tsx';
import { Clocks } from './Clocks.tsx';
import { FlowChart } from './FlowChart.tsx';
import { FormData } from './FormData.tsx';
import { MaterialsView } from './MaterialsView.tsx';
import { messages } from './messages.ts';
import { Procedures } from './Procedures.tsx';
import { Steps } from './Steps.tsx';

const TABS = ['progress', 'materials', 'form', 'clocks', 'papers', 'record'] as const;
type Tab = (typeof TABS)[number];

const KEYS = [
  { key: '1–6', does: { zh: '切换标签', en: 'switch tabs' } },
  { key: 'a', does: { zh: '到办理区', en: 'to the acts' } },
  { key: 'n', does: { zh: '下一件', en: 'next case' } },
  { key: 'h', does: { zh: '怎么办这件事', en: 'how to handle it' } },
  { key: 'p', does: { zh: '打印本页', en: 'print' } },
  { key: 'q', does: { zh: '回我的待办', en: 'back to my queue' } },
  { key: '/', does: { zh: '查找', en: 'find' } },
] as const;

function PapersTab({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <Papers caseId={shown.caseId} papers={shown.papers} />
      <p>
        <a href={caseFileUrl(shown.caseId)} target="_blank" rel="noreferrer">
          {t('caseFile')}
        </a>
      </p>
    </>
  );
}

const PANES: Readonly<Record<Tab, (shown: CaseView) => JSX.Element>> = {
  progress: (shown) => (
    <>
      <Breaches breaches={shown.breaches} />
      <Steps shown={shown} />
      <FlowChart shown={shown} />
      <Procedures procedures={shown.procedures} />
      <Opinions steps={shown.steps} />
      <Proposal shown={shown} />
    </>
  ),
  materials: (shown) => <MaterialsView shown={shown} />,
  form: (shown) => <FormData shown={shown} />,
  clocks: (shown) => <Clocks clocks={shown.clocks} />,
  papers: (shown) => <PapersTab shown={shown} />,
  record: (shown) => <Entries entries={shown.entries} />,
};

/** To the most urgent case waiting for me that is not this one; to the queue when there is none. */
function useNextCase(caseId: string): () => Promise<void> {
  const navigate = useNavigate();
  const mine = useMyRows();
  return async () => {
    const rows = await mine();
    const row = rows.find((candidate) => candidate.caseId !== caseId);
    await navigate(row === undefined ? '/queue' : rowPath(row));
  };
}

/** The manual of the version this case is bound to, with the way back. */
const manualOf = ({ caseId, item }: CaseView): string =>
  `/catalogue/${encodeURIComponent(item.id)}/manual?${new URLSearchParams({ version: String(item.version), case: caseId }).toString()}`;

function CaseBody({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const next = useNextCase(shown.caseId);
  const [tab, setTab] = useState<Tab>('progress');
  const byNumber = Object.fromEntries(TABS.map((name, index) => [String(index + 1), () => setTab(name)]));
  useKeys({
    ...byNumber,
    q: () => void navigate('/queue'),
    n: () => void next(),
    h: () => void navigate(manualOf(shown)),
    p: () => window.print(),
    a: () => document.getElementById('acts')?.focus(),
  });
  return (
    <>
      <div className="page case">
        <CaseHeader shown={shown} />
        <p className="no-print">
          <Link to={manualOf(shown)}>{t('howTo')}</Link>
        </p>
        <div className="case-columns">
          <Tabs
            label={t('sections')}
            active={tab}
            onChange={setTab}
            tabs={TABS.map((name, index) => ({ key: name, label: `${String(index + 1)} ${t(name)}` }))}
          >
            {PANES[tab](shown)}
          </Tabs>
          <div className="case-side">
            <ActsPanel shown={shown} />
            <UrgePanel caseId={shown.caseId} stage={shown.stage} />
          </div>
        </div>
      </div>
      <KeyLegend keys={KEYS} />
    </>
  );
}

/** Everything on one case, and only the acts that can be done now. */
export function CasePage(): JSX.Element {
  const { caseId = '' } = useParams();
  return (
    <CaseScreen key={caseId} caseId={caseId}>
      {(shown) => <CaseBody shown={shown} />}
    </CaseScreen>
  );
}
