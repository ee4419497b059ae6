/** A part of ours has more to do than it can; nothing was done. The edge answers 503 with when to come again. */
export class Busy extends Error {
  readonly code = 'YIMEN_BUSY';
  constructor(message: string) {
    super(message);
    this.name = 'Busy';
  }
}
