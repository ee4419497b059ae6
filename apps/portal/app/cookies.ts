import type { Language } from '@yimen/ui';

export interface Preferences {
  readonly language: Language;
  /** 长辈模式: larger words and targets. */
  readonly large: boolean;
}

const YEAR = 31_536_000;
const HOUR = 3600;

/** Reads one cookie of a request; undefined where there is none. */
function cookieOf(request: Request, name: string): string | undefined {
  const found = (request.headers.get('cookie') ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}

export function preferencesOf(request: Request): Preferences {
  return {
    language: cookieOf(request, 'language') === 'en' ? 'en' : 'zh',
    large: cookieOf(request, 'large') === 'yes',
  };
}

export function preferenceCookie(name: 'language' | 'large', value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`;
}

/** Takes a preference back, for the next person at a machine everybody uses. */
export function forgottenCookie(name: 'language' | 'large'): string {
  return `${name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly`;
}

/** One case's key, kept by the browser for an hour and sent nowhere but to its own pages. */
export function trackingCookie(number: string, token: string): string {
  return `track-${number}=${encodeURIComponent(token)}; Path=/; Max-Age=${HOUR}; SameSite=Strict; HttpOnly`;
}

export function trackingTokenOf(request: Request, number: string): string | undefined {
  return cookieOf(request, `track-${number}`);
}

/** Names a browser on the drafts it types, so that another device's typing is told from its own. Says nothing of the person. */
export function deviceOf(request: Request): string | undefined {
  return cookieOf(request, 'device')?.slice(0, 40);
}

export function deviceCookie(device: string): string {
  return `device=${device}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`;
}

const seenName = (draftId: string): string => `seen-${draftId.replaceAll(/\W/g, '').slice(0, 8)}`;

/** The save of a draft this browser has last shown; undefined where it shows it for the first time. */
export function seenOf(request: Request, draftId: string): number | undefined {
  const seen = Number(cookieOf(request, seenName(draftId)));
  return Number.isSafeInteger(seen) ? seen : undefined;
}

export function seenCookie(draftId: string, revision: number): string {
  return `${seenName(draftId)}=${revision}; Path=/apply; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`;
}
