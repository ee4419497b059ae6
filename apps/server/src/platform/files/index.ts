export { createLocalFiles, DamagedFile, type FileStore } from './store.ts';
