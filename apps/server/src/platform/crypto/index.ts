export { createLocalCrypto, sha256 } from './local.ts';
export type { Crypto, SigningKey } from './provider.ts';
