import type { AuthorityId } from '../people/index.ts';
import type { SpecialProcedure } from '../clock/index.ts';

/**
 * The examination of one item, around the fixed skeleton of the Administrative Licensing Law (receipt → acceptance →
 * examination → decision → delivery). The skeleton is code; only what the law leaves open is written here, so that no
 * configuration can produce an unlawful process.
 */
export interface Procedure {
  /** In order; at least one. */
  readonly examination: readonly [ExaminationNode, ...ExaminationNode[]];
  readonly specialProcedures: readonly AllowedSpecialProcedure[];
  /** 重大执法决定法制审核 before signature. */
  readonly legalReview: boolean;
  /** 集体讨论: minutes are attached before signature. */
  readonly meeting: boolean;
}

export type ExaminationNode = StepNode | ParallelNode | ConditionalNode;

export interface StepNode {
  readonly kind: 'step';
  readonly id: string;
  readonly name: string;
  /** `approval` is the one approval of 一审一核; its actor must not be the examiner. */
  readonly duty: 'examination' | 'approval' | 'consultation';
  /** The authority whose officers do it; the item's own where absent. */
  readonly authority?: AuthorityId;
  /** Working days; never stops for anything. */
  readonly limitDays: number;
  /** 廉政风险点: watched more closely. */
  readonly integrityRiskPoint?: string;
}

/** Branches run side by side; the procedure goes on when all are complete. */
export interface ParallelNode {
  readonly kind: 'parallel';
  readonly id: string;
  readonly branches: readonly [
    readonly [StepNode, ...StepNode[]],
    readonly [StepNode, ...StepNode[]],
    ...(readonly [StepNode, ...StepNode[]])[],
  ];
}

/** Taken only when the FEEL expression over the form's answers is true. */
export interface ConditionalNode {
  readonly kind: 'when';
  readonly id: string;
  readonly condition: string;
  readonly then: readonly [StepNode, ...StepNode[]];
}

export interface AllowedSpecialProcedure {
  readonly procedure: SpecialProcedure;
  /** Law and article that allow it for this item. */
  readonly basis: string;
  readonly plannedDays: number;
  readonly stopsStatutory: boolean;
  readonly stopsPromise: boolean;
  /** A law other than Art. 45 that stops the statutory clock, named; needed where Art. 45 does not list the procedure. */
  readonly namedLaw?: string;
}
