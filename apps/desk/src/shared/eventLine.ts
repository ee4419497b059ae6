const RETRY_MS = 5_000;

export interface EventLine {
  readonly path: string;
  readonly event: string;
  readonly onState: (live: boolean) => void;
  readonly onData: (text: string) => void;
  /** A line that should beat and has said nothing for so long is not live: a cut cable closes nothing. */
  readonly silentMs?: number;
}

/**
 * Listens to the server. The browser reconnects a dropped stream by itself; one the server refused (restart, proxy) it
 * gives up, so that is opened again here after five seconds. Answers how to stop.
 */
export function openLine({ path, event, onState, onData, silentMs }: EventLine): () => void {
  if (typeof EventSource === 'undefined') return () => undefined;
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    onState(true);
    clearTimeout(silence);
    if (silentMs !== undefined) silence = setTimeout(() => onState(false), silentMs);
  };
  const open = (): void => {
    source = new EventSource(path);
    source.addEventListener('open', alive);
    source.addEventListener(event, (message) => {
      alive();
      onData(String(message.data));
    });
    source.addEventListener('error', () => {
      onState(false);
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    });
  };
  open();
  return () => {
    clearTimeout(retry);
    clearTimeout(silence);
    source?.close();
  };
}
