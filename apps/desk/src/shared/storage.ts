/** Storage that may be full, forbidden or cleared by the hall's policy: then the screen works on without memory. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** False when nothing could be kept; the screen says so instead of pretending. */
export function remember(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept, nothing to forget
  }
}

const DAY_MS = 86_400_000;

/** Forgets what was kept under a prefix longer ago than this: people's data does not stay on a window's computer for good. */
export function forgetOlder(prefix: string, days: number, savedAtOf: (text: string) => string | undefined): void {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
      const savedAt = Date.parse(savedAtOf(localStorage.getItem(key) ?? '') ?? '');
      if (!(Date.now() - savedAt < days * DAY_MS)) localStorage.removeItem(key);
    }
  } catch {
    // nothing was kept, nothing to forget
  }
}
