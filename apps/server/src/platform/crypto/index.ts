export { createLocalCrypto } from './local.ts';
