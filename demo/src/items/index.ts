import type { ServiceItem } from '@yimen/core/catalogue';
import { zhujianItems } from './zhujian.ts';

/** Every item the demonstration hall takes applications for. */
export const items: readonly ServiceItem[] = [...zhujianItems];
