import DataLoader from 'dataloader';

/** Keys that one call of a service gets at most. */
const maxBatchSize = 1_000;

/** One value by its key, read together with the others asked for in the same tick. */
export interface Loader<Key, Value> {
  /** A value that was handed over is given at once: without a promise there is nothing for the engine to wait for. */
  load(key: Key): Value | Promise<Value>;
  /** Takes a value that was read elsewhere; the first one stays. */
  prime(key: Key, value: Value): void;
}

/** What is made of a loaded value: at once where it was handed over, else when it is there. */
export function afterLoad<Value, Made>(
  loaded: Value | Promise<Value>,
  make: (value: Value) => Made,
): Made | Promise<Made> {
  return loaded instanceof Promise ? loaded.then(make) : make(loaded);
}

/**
 * Collects the keys asked for in one tick into one call, which gives one result for every key in that order.
 * An Error in place of a result is thrown to whoever asked for that key. `keyOf` tells equal keys when they are not plain text.
 */
export function batch<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  keyOf?: (key: Key) => string,
): Loader<Key, Value> {
  // made when first used: a request has dozens, and asks of a few
  let primed: Map<unknown, Value> | undefined;
  let loader: DataLoader<Key, Value, unknown> | undefined;
  const nameOf = (key: Key) => (keyOf ? keyOf(key) : key);
  return {
    load(key) {
      const value = primed?.get(nameOf(key));
      if (value !== undefined) return value;
      loader ??= new DataLoader((keys) => load(keys), { maxBatchSize, cacheKeyFn: keyOf });
      return loader.load(key);
    },
    prime(key, value) {
      primed ??= new Map();
      const name = nameOf(key);
      if (!primed.has(name)) primed.set(name, value);
    },
  };
}

/** A batch for every different set of arguments: the same field asked with other arguments is another call. */
export interface ArgumentsLoader<Arguments, Value> {
  load(key: string, args: Arguments): Value | Promise<Value>;
  prime(key: string, args: Arguments, value: Value): void;
}

/** Like `batch`, for calls that take arguments beside the keys. */
export function batchByArguments<Arguments, Value>(
  load: (keys: readonly string[], args: Arguments) => Promise<readonly Value[]>,
): ArgumentsLoader<Arguments, Value> {
  const loaders = new Map<string, Loader<string, Value>>();
  let last: { readonly args: Arguments; readonly loader: Loader<string, Value> } | undefined;
  function loaderFor(args: Arguments): Loader<string, Value> {
    if (last?.args === args) return last.loader;
    const signature = JSON.stringify(args);
    const loader = loaders.get(signature) ?? batch((keys: readonly string[]) => load(keys, args));
    loaders.set(signature, loader);
    last = { args, loader };
    return loader;
  }
  return {
    load: (key, args) => loaderFor(args).load(key),
    prime: (key, args, value) => void loaderFor(args).prime(key, value),
  };
}
