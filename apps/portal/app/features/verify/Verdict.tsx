import type { Verification } from '@yimen/contract';
import { dayInWords, useLanguage, useSay, Zh } from '@yimen/ui';

const marks: Readonly<Record<Verification['state'], { readonly mark: string; readonly className: string }>> = {
  genuine: { mark: '✓', className: 'verdict good' },
  altered: { mark: '✗', className: 'verdict bad' },
  revoked: { mark: '⦸', className: 'verdict bad' },
  unknown: { mark: '?', className: 'verdict unknown' },
};

/** Colour, mark and word; and no more of the paper than is needed to compare it with the one in hand. */
export function Verdict({ verification }: { readonly verification: Verification }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const { mark, className } = marks[verification.state];
  return (
    <div className={className} role="status">
      <p className="verdict-word">
        <span aria-hidden="true">{mark}</span> {say(verification.words)}
      </p>
      {verification.demonstration && (
        <p className="tag">{say({ zh: '演示文书，不具法律效力', en: 'a demonstration paper without legal force' })}</p>
      )}
      {verification.number !== undefined && (
        <dl className="summary">
          <div>
            <dt>{say({ zh: '文书', en: 'Paper' })}</dt>
            <dd>{verification.kind === undefined ? '—' : say(verification.kind)}</dd>
          </div>
          <div>
            <dt>{say({ zh: '文号', en: 'Number' })}</dt>
            <dd>
              <Zh>{verification.number}</Zh>
            </dd>
          </div>
          <div>
            <dt>{say({ zh: '出具机关', en: 'Issued by' })}</dt>
            <dd>
              <Zh>{verification.issuer ?? '—'}</Zh>
            </dd>
          </div>
          <div>
            <dt>{say({ zh: '日期', en: 'Date' })}</dt>
            <dd>{verification.issuedOn === undefined ? '—' : dayInWords(verification.issuedOn, language)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}
