export * from './cases.ts';
export { createClient, Refused, type Client } from './client.ts';
export * from './commands.ts';
export * from './facts.ts';
export * from './items.ts';
export * from './portal.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './session.ts';
