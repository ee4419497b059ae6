import type { Instant } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import type { ServiceItem } from '@yimen/core/catalogue';
import type { CheckedPaper } from '@yimen/core/documents';
import type { FileStore } from '../../platform/files/index.ts';
import type { Keeper } from '../../platform/personal/index.ts';
import type { Shell } from '../../platform/shell.ts';
import type { Body } from './content/index.ts';

/** One case, by hall and id. */
export interface CaseKey {
  readonly jurisdiction: string;
  readonly caseId: string;
}

/** What sealed values of a case are bound to; casework seals them. */
export const placeOf = ({ jurisdiction, caseId }: CaseKey): string => `case:${jurisdiction}/${caseId}`;

/** Whose key seals a paper. */
export interface SealHolder {
  readonly id: string;
  readonly name: string;
}

export interface Sealed {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export interface SealOrder {
  readonly holder: SealHolder;
  readonly at: Instant;
  /** Shown by PDF readers beside the signature. */
  readonly reason: string;
}

/** Press and key together; a paper without a seal (cover, list) is only printed. */
export interface PaperWorks {
  readonly print: (paper: CheckedPaper) => Promise<Sealed>;
  readonly seal: (paper: CheckedPaper, order: SealOrder) => Promise<Sealed>;
}

/** What papers need to know of the other modules. */
export interface PaperNeighbours {
  readonly itemVersion: (jurisdiction: string, itemId: string, version: number) => Promise<ServiceItem>;
  readonly calendar: () => Promise<Calendar>;
  readonly department: (jurisdiction: string, authority: string) => Promise<Body>;
  readonly centre: (jurisdiction: string) => Promise<Body>;
  readonly postNames: (jurisdiction: string, posts: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly queryCode: (key: CaseKey) => string;
}

export interface PaperWorld {
  readonly shell: Shell;
  readonly files: FileStore;
  readonly keeper: Keeper;
  readonly works: PaperWorks;
  readonly near: PaperNeighbours;
  /** Address of the public verification page, printed with the code. */
  readonly verifyAt: string;
}
