import { isList, readPath, type JsonObject } from '@yimen/core/catalogue';
import type { JSX } from 'react';
import { BringPart } from './BringPart.tsx';

interface DrawingsProps {
  readonly itemId: string;
  readonly content: JsonObject;
  readonly mayEdit: boolean;
  readonly onKept: () => void;
}

/** The procedure as a drawing and the discretion as tables, for the tools people know. */
export function Drawings({ itemId, content, mayEdit, onKept }: DrawingsProps): JSX.Element {
  const tables = readPath(content, 'discretion');
  const props = { itemId, mayEdit, onKept };
  return (
    <>
      <BringPart {...props} part="procedure" present />
      <BringPart {...props} part="discretion" present={isList(tables) && tables.length > 0} />
    </>
  );
}
