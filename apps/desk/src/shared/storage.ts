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

/** Forgets everything kept under a prefix. */
export function forgetUnder(prefix: string): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // nothing was kept, nothing to forget
  }
}
