import type pg from 'pg';

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void;
type Release = (broken?: unknown) => void;

/**
 * The pool, for a library that gives a connection back twice when it breaks while the library begins to listen: the pool throws at
 * the second time, in a promise nobody holds, and the whole server ended with its database.
 */
export function releasedOnce(pool: pg.Pool): pg.Pool {
  const connect = (connected?: Connected): unknown => {
    if (connected === undefined) return pool.connect();
    pool.connect((error, client, release) => connected(error, client, once(release)));
    return undefined;
  };
  return new Proxy(pool, {
    get: (target, name): unknown => {
      if (name === 'connect') return connect;
      const value: unknown = Reflect.get(target, name, target);
      // The pool's own methods must find the pool, not what stands before it.
      return typeof value === 'function'
        ? (...args: readonly unknown[]): unknown => Reflect.apply(value, target, args)
        : value;
    },
  });
}

function once(release: Release): Release {
  let done = false;
  return (broken) => {
    if (done) return;
    done = true;
    release(broken);
  };
}
