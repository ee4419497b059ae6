import type { OpenSource } from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import type { Shell } from '../../../platform/shell.ts';
import type { CatalogueNeighbours } from '../routes.ts';

export interface OpenWorld {
  readonly shell: Shell;
  readonly near: CatalogueNeighbours;
}

const LICENCE = 'CC BY 4.0';

/** Whose data and on what terms; undefined for a hall that is not here. Published facts are no secret of anybody (许可法第五条). */
export async function sourceOf({ near }: OpenWorld, jurisdiction: string, on: Day): Promise<OpenSource | undefined> {
  const hall = (await near.halls()).find((one) => one.jurisdiction === jurisdiction);
  if (hall === undefined) return undefined;
  const invented = hall.demonstration
    ? { zh: '演示数据，不具有法律效力。', en: ' Demonstration data without legal force.' }
    : { zh: '', en: '' };
  return {
    licence: LICENCE,
    hall: hall.name,
    on,
    note: {
      zh: `来源：${hall.name}公布的事项清单，可以自由使用，须注明来源和日期。${invented.zh}`,
      en: `Source: the list published by ${hall.name}; free to use, naming source and day.${invented.en}`,
    },
  };
}
