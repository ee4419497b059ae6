import type { Doing } from './states.ts';

/** One screen in one state: who sees it, where it is, and what is done before the picture. */
export interface Screen {
  readonly name: string;
  /** A demonstration account; absent where nobody is signed in. On the public's side `citizen` holds the staged cases. */
  readonly user?: string;
  /** `{name}` is filled with a place of the stage. */
  readonly path: string;
  /** Before it is opened. */
  readonly before?: Doing;
  /** After it is opened. */
  readonly act?: Doing;
}
