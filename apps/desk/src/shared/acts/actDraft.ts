import { z } from 'zod';
import type { Drafts } from '../drafts/drafts.ts';
import { initialValues, type Values } from '../forms/fields.ts';
import { defectsOf, startMaterials, type Materials } from '../materials/materials.ts';
import type { ActContext, ActExtra } from './spec.ts';
import { actTable, isDeskAct, type DeskAct } from './table.ts';

/** Everything typed in the form of one act. */
export interface Typed {
  readonly values: Values;
  readonly materials: Materials;
  readonly defects: ActExtra['defects'];
}

/** Typing kept from before, and the revision of the case it was typed against. */
export interface KeptTyping extends Typed {
  readonly revision: number;
}

const Handed_ = z.object({
  in: z.boolean(),
  copies: z.int(),
  form: z.enum(['original', 'copy', 'originalAndCopy', 'electronic']),
  file: z.object({ sha256: z.string(), bytes: z.int(), mediaType: z.string(), name: z.string() }).exactOptional(),
  rulesMet: z.array(z.int()),
  checked: z.boolean(),
});

const KeptTyping_ = z.object({
  revision: z.int(),
  values: z.record(z.string(), z.string()),
  materials: z.record(z.string(), Handed_),
  defects: z.array(z.object({ requirementId: z.string().exactOptional(), defect: z.string(), standard: z.string() })),
}) satisfies z.ZodType<KeptTyping>;

export function toText(typed: Typed, revision: number): string {
  return JSON.stringify({ revision, ...typed });
}

/** What was kept; undefined when it is of an older program. */
export function fromText(text: string | undefined): KeptTyping | undefined {
  if (text === undefined) return undefined;
  const parsed = KeptTyping_.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

/** The form before anybody typed: first values, what was handed in, the defects found. */
export function startOf(act: DeskAct, context: ActContext, defects: ActExtra['defects'] | undefined): Typed {
  const requirements = context.item.detail?.materials ?? [];
  const materials = startMaterials(requirements, context.handedIn);
  return {
    values: initialValues(actTable[act].fields(context)),
    materials,
    defects: defects ?? defectsOf(requirements, materials, context.answers),
  };
}

interface ActOn {
  readonly act: DeskAct;
  readonly on: string | undefined;
}

const folderOf = (caseId: string): string => `act/${caseId}/`;

/** One draft per case, act and step: of the person signed in. */
export const draftNameOf = (caseId: string, { act, on }: ActOn): string => `${folderOf(caseId)}${act}/${on ?? ''}`;

/** Acts on this case somebody began to fill in and did not send, the newest first. */
export function unsentActs(drafts: Drafts | undefined, caseId: string): readonly ActOn[] {
  return (drafts?.under(folderOf(caseId)) ?? []).flatMap(({ name }) => {
    const [act = '', on = ''] = name.slice(folderOf(caseId).length).split('/');
    return isDeskAct(act) ? [{ act, on: on === '' ? undefined : on }] : [];
  });
}
