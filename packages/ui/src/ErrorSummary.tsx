import { useEffect, useRef, type JSX, type MouseEvent } from 'react';
import { useLanguage } from './language.tsx';
import { Mixed } from './Zh.tsx';

export interface ErrorLine {
  /** The id of the control to go to; absent when the refusal concerns no one field. */
  readonly field?: string | undefined;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly ErrorLine[];
  readonly title?: string;
  /** The article the refusal rests on. */
  readonly article?: string | undefined;
}

/** Puts the focus on a control and the control in sight; without one the link goes where it says. */
export function goToField(event: MouseEvent<HTMLAnchorElement>, field: string): void {
  const control = document.getElementById(field);
  if (control === null) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: 'center' });
}

/** What is wrong, at the top of the form, with the focus on it and a link to each field (same words as at the field). */
export function ErrorSummary({ errors, title, article }: ErrorSummaryProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const language = useLanguage();
  const heading = title ?? (language === 'zh' ? '有问题需要处理' : 'There is a problem');
  // By what it says, not by the array: a form that renders again while somebody types must not lose the focus.
  const said = errors.map(({ text }) => text).join('\n');
  useEffect(() => box.current?.focus(), [said]);
  return (
    <div ref={box} className="ym-errors" role="alert" tabIndex={-1}>
      <h2>{heading}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field ?? ''}${text}`}>
            {field === undefined ? (
              <Mixed text={text} />
            ) : (
              <a href={`#${field}`} onClick={(event) => goToField(event, field)}>
                <Mixed text={text} />
              </a>
            )}
          </li>
        ))}
      </ul>
      {article !== undefined && (
        <p>
          {language === 'zh' ? '依据：' : 'Under: '}
          <Mixed text={article} />
        </p>
      )}
    </div>
  );
}
