import { DraftContent } from '@yimen/contract';
import { z } from 'zod';
import { newCommandId } from '../../shared/commandId.ts';
import type { Values } from '../../shared/forms/fields.ts';
import { toHandedIn, type Materials } from '../../shared/materials/materials.ts';

/** Everything typed in one intake. `commandId` goes with it to the server, so that a repeated sending files once. */
export interface IntakeDraft {
  readonly commandId: string;
  readonly itemId: string | undefined;
  /** By path: `kind`, `name`, `paperNumber`, `withAgent`, `agent.name`… */
  readonly applicant: Values;
  readonly answers: Values;
  readonly materials: Materials;
}

export function freshDraft(): IntakeDraft {
  return {
    commandId: newCommandId(),
    itemId: undefined,
    applicant: { paper: 'residentId', 'agent.paper': 'residentId' },
    answers: {},
    materials: {},
  };
}

export const isTouched = (draft: IntakeDraft): boolean =>
  draft.itemId !== undefined || (draft.applicant['name'] ?? '') !== '';

/** What lies at this computer; the content is what the portal's drafts hold too. */
const KeptIntake = z.object({ commandId: z.string(), itemId: z.string().optional(), content: DraftContent });

/** The text kept at this computer. */
export function toText({ commandId, itemId, applicant, answers, materials }: IntakeDraft): string {
  return JSON.stringify({ commandId, itemId, content: { applicant, answers, materials: toHandedIn(materials) } });
}

/** What was kept; undefined when it is damaged or of an older program. */
export function fromText(text: string): IntakeDraft | undefined {
  const parsed = KeptIntake.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { commandId, itemId, content } = parsed.data;
  const materials = content.materials.map(({ requirementId, copies, form, file, rulesMet = [] }) => [
    requirementId,
    { in: true, copies, form, file, rulesMet, checked: true },
  ]);
  return {
    commandId,
    itemId,
    applicant: content.applicant,
    answers: content.answers,
    materials: Object.fromEntries(materials) as Materials,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is typed in the form of the outcome belongs to the intake and goes with it. */
export const outcomeDraftName = (commandId: string, act = ''): string => `outcome/${commandId}/${act}`;
