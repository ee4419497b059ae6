import { deskScreens } from './deskScreens.ts';
import { portalScreens } from './portalScreens.ts';
import type { Screen } from './screen.ts';

export const screens: readonly Screen[] = [...portalScreens, ...deskScreens];
