export { readDmn } from './read.ts';
export { writeDmn } from './write.ts';
