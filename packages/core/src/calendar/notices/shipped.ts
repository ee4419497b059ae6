import type { Notice } from '../notice.ts';
import { noticesFrom2007 } from './from-2007.ts';
import { noticesFrom2014 } from './from-2014.ts';
import { noticesFrom2021 } from './from-2021.ts';

/**
 * Every notice for 2007–2026. Day facts after NateScarlet/holiday-cn (MIT), which transcribes the notices; 2015, 2019 and 2020
 * are split here into the notices that were really published, so that what was known on a given day can be asked.
 * Numbers (文号) are given where the text of the notice was seen; those of 2008 and 2009 were not.
 */
export const shippedNotices: readonly Notice[] = [...noticesFrom2007, ...noticesFrom2014, ...noticesFrom2021];
