/** The outcome of an act a person may be refused: a value, or the refusal they must be able to read. Bugs and broken machines throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
