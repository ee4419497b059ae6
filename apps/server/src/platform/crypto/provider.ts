/**
 * Everything cryptographic goes through here, so that a place can put its own machine or the national algorithms
 * (国密 SM2/SM3) behind the same few calls. Node's `crypto` is named in `local.ts` only.
 */
export interface Crypto {
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Makes a key under a name not yet in use; throws on one that is: a key is never replaced silently. */
  readonly createKey: (name: string, algorithm?: KeyAlgorithm) => Promise<SigningKey>;
  readonly openKey: (name: string) => Promise<SigningKey | null>;
  readonly cipher: (name: CipherName) => Cipher;
  /** HMAC-SHA-256: look-up hashes, query codes, tracking tokens. */
  readonly hmac: (key: Uint8Array, data: Uint8Array) => Uint8Array;
  /** Checks a signature of {@link SigningKey.sign} against a public key. */
  readonly verify: (check: {
    readonly publicKey: Uint8Array;
    readonly data: Uint8Array;
    readonly signature: Uint8Array;
  }) => boolean;
}

/** P-256 seals papers (what PDF readers know); Ed25519 signs checkpoints of the ledger (what transparency logs know). */
export type KeyAlgorithm = 'ecdsa-p256-sha256' | 'ed25519';

/** A private key that never leaves its provider. */
export interface SigningKey {
  readonly name: string;
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** P-256: over SHA-256 of the data, as DER (ECDSA-Sig-Value). Ed25519: over the data, 64 bytes (RFC 8032). */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

export const cipherNames = ['aes-256-gcm', 'sm4-hmac-sm3'] as const;
export type CipherName = (typeof cipherNames)[number];

/** Authenticated encryption: what was changed, moved or sealed under another key does not open. */
export interface Cipher {
  /** Two letters that stand beside every value it sealed. */
  readonly mark: 'ag' | 's4';
  readonly keyBytes: number;
  /** A fresh nonce, the ciphertext and its tag. `place` is not stored; opening asks for the same one. */
  readonly seal: (key: Uint8Array, plain: Uint8Array, place: Uint8Array) => Uint8Array;
  readonly open: (key: Uint8Array, sealed: Uint8Array, place: Uint8Array) => Uint8Array | null;
}
