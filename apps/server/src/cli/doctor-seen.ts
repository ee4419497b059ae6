/** What one check of `yimen doctor` saw. */
export interface Seen {
  readonly state: 'ok' | 'warning' | 'failed';
  readonly zh: string;
  readonly en: string;
}
