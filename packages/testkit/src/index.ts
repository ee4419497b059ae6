export { freshDatabase, type FreshDatabase } from './database.ts';
