import { NO_HALL } from '../modules/history/index.ts';
import { demandHall, readHall } from './hall.ts';
import type { Tool } from './tool.ts';

/** Whose logs a command works with: of the hall that was named, else of none. */
export async function logHall(tool: Tool, code: string | undefined): Promise<string> {
  if (code === undefined) return NO_HALL;
  const { jurisdiction } = readHall(code);
  await demandHall(tool, { jurisdiction, name: undefined });
  return jurisdiction;
}
