import { data, isRouteErrorResponse } from 'react-router';
import type { FieldError } from '../shell/fields.tsx';

interface Failed {
  readonly errors: readonly (FieldError & { readonly page: '' })[];
  readonly typed: Readonly<Record<string, string>>;
}

const unreachable: Failed = {
  errors: [
    {
      field: 'main',
      page: '',
      words: {
        zh: '没有连上服务器，还没有提交。您填的内容都还在，请稍等片刻再按一次。',
        en: 'The server cannot be reached; nothing was sent. What you typed is still here: please wait a little and press again.',
      },
    },
  ],
  typed: {},
};

export type OrKept<T> = Promise<T | ReturnType<typeof data<Failed>>>;

/** For a page's `clientAction`: a server that is away leaves the form as it stands instead of an error page in its place. */
export async function orKept<T>({ serverAction }: { readonly serverAction: () => Promise<T> }): OrKept<T> {
  try {
    return await serverAction();
  } catch (error) {
    // A redirect comes as a response; refusals have a page of their own.
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 429)) throw error;
    // With this status nothing is loaded again: that would fail too, and an error page would take the form away.
    return data(unreachable, { status: 503 });
  }
}
