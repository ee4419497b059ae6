import { parseDay, parseInstant, type Day, type Instant } from '@yimen/kernel';
import { z } from 'zod';

/** A string schema whose values the program knows by a branded type. The only cast of the contract. */
export function branded<T extends string>(schema: z.ZodType<string, string>): z.ZodType<T, string> {
  return schema as unknown as z.ZodType<T, string>;
}

/** A day that exists, `YYYY-MM-DD`. */
export const Day_ = branded<Day>(
  z
    .string()
    .refine((text) => parseDay(text).ok, { error: 'not_a_day' })
    .meta({ format: 'date', example: '2026-03-02' }),
);

/** An instant on the server's clock, UTC to the millisecond. */
export const Instant_ = branded<Instant>(
  z
    .string()
    .refine((text) => parseInstant(text).ok, { error: 'not_an_instant' })
    .meta({ format: 'date-time' }),
);

/** Words for a screen in both languages. */
export const Words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const JurisdictionCode = z.string().regex(/^\d{6}$/);
export const CommandId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/)
  .meta({ description: 'Made by the caller; a retry with the same id returns the first answer.' });

/** Text people type: trimmed of nothing, bounded, free of control characters. */
export const typed = (max: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/);

/** Which state of something a request means: as many as the database counts. */
export const Revision = z.int().min(0).max(2_147_483_647);
