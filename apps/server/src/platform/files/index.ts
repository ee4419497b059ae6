export { createLocalFiles, DamagedFile, type FileStore, type LocalFilesParts } from './store.ts';
