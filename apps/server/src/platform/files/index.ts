export { createLocalFiles, type FileStore } from './store.ts';
