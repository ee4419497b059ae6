/**
 * Everything cryptographic goes through here, so that a place can put its own machine or the national algorithms
 * (国密 SM2/SM3) behind the same six calls. Node's `crypto` is named in `local.ts` only.
 */
export interface Crypto {
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Makes a key under a name not yet in use; throws on one that is: a key is never replaced silently. */
  readonly createKey: (name: string) => Promise<SigningKey>;
  readonly openKey: (name: string) => Promise<SigningKey | null>;
  /** Checks a signature of {@link SigningKey.sign} against a public key. */
  readonly verify: (check: {
    readonly publicKey: Uint8Array;
    readonly data: Uint8Array;
    readonly signature: Uint8Array;
  }) => boolean;
}

/** A private key that never leaves its provider. */
export interface SigningKey {
  readonly name: string;
  readonly algorithm: 'ecdsa-p256-sha256';
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Signs SHA-256 of the data; the signature is DER (ECDSA-Sig-Value). */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}
