/** What a person reads, in the two languages of the screens. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
