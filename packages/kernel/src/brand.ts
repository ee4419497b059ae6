declare const brand: unique symbol;

/** A string or number that only its own constructor can make, so that a day is never mistaken for a case number. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Marks the end of an exhaustive switch; reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
