import { z } from 'zod';

export const SignIn = z.object({ username: z.string().min(1).max(60), password: z.string().min(1).max(200) });

export const Session = z.object({
  person: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  hallName: z.string(),
  roles: z.array(z.string()),
  posts: z.array(z.object({ id: z.string(), name: z.string(), authorityName: z.string().optional() })),
  demonstration: z.boolean(),
  /** The day on the application's clock (the demonstration can be ahead of today). */
  today: z.string(),
});
export type Session = z.infer<typeof Session>;

/** What the demonstration tells before anybody has signed in; the route does not exist outside it. */
export const DemoState = z.object({
  today: z.string(),
  accounts: z
    .array(z.object({ username: z.string(), name: z.string(), shows: z.string(), password: z.string() }))
    .optional(),
});
export type DemoState = z.infer<typeof DemoState>;

/** 256 bits in hexadecimal: seals what the person signed in has typed and not sent, on the computer they typed it at. */
export const DraftKey = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) });
