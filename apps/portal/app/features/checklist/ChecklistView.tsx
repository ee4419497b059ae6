import type { Checklist } from '@yimen/contract';
import { Sections, useSay } from '@yimen/ui';
import { Fingerprint } from '../guide/Fingerprint.tsx';
import { LimitsPanel } from '../guide/LimitsPanel.tsx';

/** One page to take along: one's answers, days, papers with a box each, fees, and the way to the hall. */
export function ChecklistView({ checklist }: { readonly checklist: Checklist }): React.JSX.Element {
  const say = useSay();
  const { guide, sections } = checklist;
  const limits = sections.find(({ id }) => id === 'limits');
  return (
    <div className="checklist">
      {limits !== undefined && <LimitsPanel facts={limits.facts} />}
      <Sections sections={sections.filter((section) => section !== limits)} />
      <p className="map-code">
        <img
          src={`/api/v1/halls/${guide.jurisdiction}/map-code.svg`}
          alt={say({ zh: '大厅位置二维码', en: 'Code of the way to the hall' })}
        />
        <span>{say({ zh: '手机扫码，用地图导航到大厅', en: 'Scan it: your map shows the way to the hall' })}</span>
      </p>
      <Fingerprint hash={guide.hash} version={guide.version} />
    </div>
  );
}
