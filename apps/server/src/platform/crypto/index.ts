export { createLocalCrypto } from './local.ts';
export { cipherNames, type Cipher, type CipherName, type Crypto } from './provider.ts';
