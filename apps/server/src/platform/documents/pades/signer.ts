import type { SigningKey } from '../../crypto/provider.ts';

/** Who seals electronically: an authority's key with the certificate that says whose it is. Certificates are DER. */
export interface Signer {
  readonly name: string;
  readonly key: SigningKey;
  readonly certificate: Uint8Array;
  /** From the issuer of `certificate` up to the root. */
  readonly chain: readonly Uint8Array[];
}
