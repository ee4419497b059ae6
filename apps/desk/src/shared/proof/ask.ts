import { Refused } from '@yimen/contract';

/** Asks the person at the screen who they are; true once the server has believed it. */
type Asker = () => Promise<boolean>;

let asker: Asker | undefined;
let asking: Promise<boolean> | undefined;

/** The screen that asks puts itself here; answers how it leaves again. */
export function answerProofsWith(next: Asker): () => void {
  asker = next;
  return () => {
    if (asker === next) asker = undefined;
  };
}

/** Two requests refused at once ask once. */
function askOnce(): Promise<boolean> {
  asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => (asking = undefined));
  return asking;
}

/**
 * Sends a request, and when the server wants to know first who is there, asks and sends the very same request again: same
 * command id, nothing typed is lost. Where nobody proves it the refusal stands.
 */
export async function proving<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const wanted = error instanceof Refused && error.problem.code === 'reauth_needed';
    if (!wanted || !(await askOnce())) throw error;
    return send();
  }
}
