/** A backup that cannot be made or used. The words are for the person at the console. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly zh: string;

  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
  }
}
