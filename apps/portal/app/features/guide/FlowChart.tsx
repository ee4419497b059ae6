import { useLanguage, useSay } from '@yimen/ui';
import type { ShownGuide } from './load.ts';

/** The procedure as a picture, drawn from the very version shown above; the list of steps says the same in words. */
export function FlowChart({ guide }: { readonly guide: ShownGuide }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const base = `/api/v1/items/${guide.jurisdiction}/${encodeURIComponent(guide.id)}`;
  return (
    <details className="flowchart">
      <summary>{say({ zh: '查看流程图', en: 'Show the flowchart' })}</summary>
      <div
        className="table-wrap"
        tabIndex={0}
        role="region"
        aria-label={say({ zh: '流程图，可左右滚动', en: 'Flowchart, scrolls sideways' })}
      >
        <img
          src={`${base}/flow.svg?language=${language}`}
          loading="lazy"
          alt={say({ zh: '流程图；各环节见上面的办理程序', en: 'Flowchart; the steps are listed above' })}
        />
      </div>
      <p>
        <a href={`${base}/flow.bpmn`} download>
          {say({ zh: '下载流程模型（BPMN 2.0）', en: 'Download the process model (BPMN 2.0)' })}
        </a>
      </p>
    </details>
  );
}
