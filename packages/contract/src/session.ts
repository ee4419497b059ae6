import { z } from 'zod';
import { Instant_ } from './primitives.ts';

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
  /** What has to be done before anything else: the session opens nothing but that. */
  must: z.enum(['enrol', 'changePassword']).optional(),
  /** True where only the demonstration lets this post sign in without a second factor. */
  factorWaived: z.boolean().optional(),
});
export type Session = z.infer<typeof Session>;

export const FactorKind = z.enum(['totp', 'passkey', 'recovery']);
export type FactorKind = z.infer<typeof FactorKind>;

/** The password was right; one of these is wanted besides, within five minutes. */
export const FactorWanted = z.object({ factors: z.array(FactorKind) });
export type FactorWanted = z.infer<typeof FactorWanted>;

/** Ways to sign in besides the password. */
export const SignInWays = z.object({
  /** Whether a sign-in service (统一身份认证) is configured. */
  provider: z.boolean(),
});
export type SignInWays = z.infer<typeof SignInWays>;

export const SignInAnswer = z.union([Session, FactorWanted]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

const Bytes = z.string().max(8192);
/** What an authenticator answered, as WebAuthn's JSON has it. */
export const PasskeyAssertion = z.object({
  id: z.string().max(2048),
  rawId: z.string().max(2048),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes.optional(),
  }),
  clientExtensionResults: z.object({}),
});
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** The new key of an authenticator, as WebAuthn's JSON has it. */
export const PasskeyAttestation = z.object({
  id: z.string().max(2048),
  rawId: z.string().max(2048),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: z.string().max(65_536),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: z.object({}),
});
export type PasskeyAttestation = z.infer<typeof PasskeyAttestation>;

const byTotp = z.object({ kind: z.literal('totp'), code: z.string().regex(/^\d{6}$/) });
const byRecovery = z.object({ kind: z.literal('recovery'), code: z.string().min(8).max(40) });
const byPasskey = z.object({ kind: z.literal('passkey'), answer: PasskeyAssertion });
const byPassword = z.object({ kind: z.literal('password'), password: z.string().min(1).max(200) });

/** A second factor. */
export const FactorProof = z.discriminatedUnion('kind', [byTotp, byRecovery, byPasskey]);
export type FactorProof = z.infer<typeof FactorProof>;

/** Who one is, said again before a signature: a factor, or the password of an account that has none. */
export const Proof = z.discriminatedUnion('kind', [byPassword, byTotp, byRecovery, byPasskey]);
export type Proof = z.infer<typeof Proof>;

/** How the person signed in can prove it, best first. */
export const ProofWanted = z.object({ kinds: z.array(z.enum(['password', 'totp', 'passkey', 'recovery'])) });
export type ProofWanted = z.infer<typeof ProofWanted>;

/** Options for `navigator.credentials`, as WebAuthn's JSON has them. */
export const PasskeyOptions = z.record(z.string(), z.unknown());

/** What the demonstration tells before anybody has signed in; the route does not exist outside it. */
export const DemoState = z.object({
  today: z.string(),
  accounts: z
    .array(
      z.object({
        username: z.string(),
        name: z.string(),
        shows: z.string(),
        password: z.string(),
        /** The present one-time code of an account whose secret is published with the demonstration. */
        code: z.string().optional(),
      }),
    )
    .optional(),
});
export type DemoState = z.infer<typeof DemoState>;

/** 256 bits in hexadecimal: seals what the person signed in has typed and not sent, on the computer they typed it at. */
export const DraftKey = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) });
/** How one's own account is guarded. */
export const Account = z.object({
  username: z.string(),
  passwordProfile: z.enum(['modern', 'dengbao']),
  passwordChangedAt: Instant_,
  /** When the one-time codes were set up; absent where there are none. */
  totpSince: Instant_.optional(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: Instant_, lastUsedAt: Instant_.optional() }),
  ),
  /** Recovery codes not used yet. */
  recoveryLeft: z.int(),
  /** Whether the posts held today want a second factor. */
  factorNeeded: z.boolean(),
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      createdAt: Instant_,
      lastSeenAt: Instant_,
      address: z.string(),
      factor: z.enum(['none', 'totp', 'passkey', 'recovery', 'provider']),
    }),
  ),
});
export type Account = z.infer<typeof Account>;

/** A secret to take into an authenticator: to be read by its camera, or typed. */
export const TotpOffer = z.object({ secret: z.string(), uri: z.string() });
export type TotpOffer = z.infer<typeof TotpOffer>;
export const TotpCode = z.object({ code: z.string().regex(/^\d{6}$/) });

export const NewPasskey = z.object({
  name: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^\u0000-\u001f]*$/),
  answer: PasskeyAttestation,
});

/** Shown once; whoever loses the authenticator signs in with one of them. Empty when those made before still stand. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const PasswordChange = z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) });

/** How many sessions were ended. */
export const Ended = z.object({ ended: z.int() });
export type Ended = z.infer<typeof Ended>;
