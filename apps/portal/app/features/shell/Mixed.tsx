import { Zh } from '@yimen/ui';
import { Fragment } from 'react';

const HAN = /((?:[\p{Script=Han}《》（）、，。；：“”·]+[\d\s]*)*[\p{Script=Han}《》（）、，。；：“”]+)/u;

/** Words of a guide: in an English sentence the Chinese runs (laws, names) are marked, so that a reader aloud changes its voice. */
export function Mixed({ text }: { readonly text: string }): React.JSX.Element {
  // With one group in the expression every second part is a match.
  return (
    <>
      {text.split(HAN).map((part, at) => (
        // The parts of one text never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>{at % 2 === 1 ? <Zh>{part}</Zh> : part}</Fragment>
      ))}
    </>
  );
}
