import { useSay, type Words } from '@yimen/ui';
import { useEffect, useState } from 'react';

/** A button where scripts run; without them the browser's own menu prints. */
export function Print({ words }: { readonly words: Words }): React.JSX.Element | null {
  const say = useSay();
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  if (!runs) return null;
  return (
    <button type="button" className="no-print" onClick={() => print()}>
      {say(words)}
    </button>
  );
}
