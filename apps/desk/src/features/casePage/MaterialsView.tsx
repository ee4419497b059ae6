import type { CaseView, MaterialView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { messages as materialMessages } from '../../shared/materials/messages.ts';
import { Preview } from '../../shared/materials/Preview.tsx';
import { messages } from './messages.ts';

type HandedIn = CaseView['materials'][number];

interface CardProps {
  readonly requirement: MaterialView;
  readonly handed: HandedIn | undefined;
  readonly current: boolean;
  readonly onShow: () => void;
}

function Card({ requirement, handed, current, onShow }: CardProps): JSX.Element {
  const t = useMessages(materialMessages);
  const own = useMessages(messages);
  return (
    <li className={`material${current ? ' material--current' : ''}`}>
      <h4>
        <button
          type="button"
          className="link"
          aria-pressed={current}
          aria-label={own('show', { name: requirement.name })}
          onClick={onShow}
        >
          <Zh>{requirement.name}</Zh>
        </button>{' '}
        <span className={`tag${handed === undefined ? ' tag--failed' : ''}`}>
          {handed === undefined ? t('notHandedIn') : t('copiesOf', { form: t(handed.form), n: handed.copies })}
        </span>
      </h4>
      <ul className="rules">
        {requirement.acceptanceRules.map((rule, index) => {
          const met = handed?.rulesMet?.includes(index) ?? false;
          return (
            <li key={rule}>
              <span className={met ? 'right' : 'hint'}>{met ? `✓ ${t('met')}` : `○ ${t('unmet')}`}</span>{' '}
              <Zh>{rule}</Zh>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

function Defects({ defects }: { readonly defects: CaseView['defects'] }): JSX.Element | null {
  const t = useMessages(messages);
  if (defects.length === 0) return null;
  return (
    <section className="open-points" aria-label={t('defects')}>
      <p>{t('defects')}</p>
      <ol>
        {defects.map(({ defect, standard }) => (
          <li key={defect} lang="zh-CN">
            {defect}（{standard}）
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The scan left, the points it was checked against right. */
export function MaterialsView({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const requirements = shown.item.detail?.materials ?? [];
  const byId = new Map(shown.materials.map((handed) => [handed.requirementId, handed]));
  const [currentId, setCurrentId] = useState(shown.materials.find(({ file }) => file !== undefined)?.requirementId);
  const current = requirements.find(({ id }) => id === currentId) ?? requirements[0];
  const file = current === undefined ? undefined : byId.get(current.id)?.file;
  const scan =
    file === undefined ? undefined : { sha256: file.sha256, mediaType: file.mediaType, caseId: shown.caseId };
  return (
    <>
      <Defects defects={shown.defects} />
      <div className="materials">
        <div className="materials-scan">
          <Preview scan={scan} name={current?.name ?? ''} />
        </div>
        <ul className="materials-cards" aria-label={t('listed')}>
          {requirements.map((requirement) => (
            <Card
              key={requirement.id}
              requirement={requirement}
              handed={byId.get(requirement.id)}
              current={requirement.id === current?.id}
              onShow={() => setCurrentId(requirement.id)}
            />
          ))}
        </ul>
      </div>
    </>
  );
}
