import { asTyped, codeFrom } from './tracking.ts';
import { mac, type CaseKeys } from './secrets.ts';

/** 31¹² ≈ 2⁵⁹ codes; nothing stands beside it, as the number does beside a query code, so it is longer. */
const RESUME_LENGTH = 12;

/** The code that opens a draft on another device, copied by hand. Derived, not stored. */
export function resumeCodeOf(keys: CaseKeys, draftId: string): string {
  return codeFrom(mac(keys.queryCode, `resume/${draftId}`), RESUME_LENGTH).replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What the table of drafts is searched by: it tells nobody the code. */
export function resumeLookUp(keys: CaseKeys, code: string): Buffer {
  return mac(keys.lookUp, `resume/${asTyped(code)}`);
}
