import { isRouteErrorResponse } from 'react-router';
import type { FieldError } from '../shell/fields.tsx';

const unreachable: FieldError = {
  field: 'main',
  words: {
    zh: '没有连上服务器，还没有提交。您填的内容都还在，请稍等片刻再按一次。',
    en: 'The server cannot be reached; nothing was sent. What you typed is still here: please wait a little and press again.',
  },
};

interface Failed {
  readonly errors: readonly FieldError[];
}

/** For a page's `clientAction`: a server that is away leaves the form as it stands instead of an error page in its place. */
export async function orKept<T>({ serverAction }: { readonly serverAction: () => Promise<T> }): Promise<T | Failed> {
  try {
    return await serverAction();
  } catch (error) {
    // A redirect comes as a response; refusals have a page of their own.
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 429)) throw error;
    return { errors: [unreachable] };
  }
}
